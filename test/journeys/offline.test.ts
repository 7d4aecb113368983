import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectNoSidewaysScroll, keepScreen, openPage, useBrowser } from './browser'
import { chooseFiles, filesOf, rupees, signUp, truthOf, untilRead } from './seller'

useBrowser()

const FOLDER = 'seller-2026'
const ORDERS = /^Orders_2026-08.*\.csv$/
const PERIOD = 'from=2026-06-01&to=2026-09-03'
const truth = truthOf(FOLDER)
// Settlements, less advertising, with referral payments and compensation taken back: what the bank got.
const BANK =
  truth.total['settlement']! + truth.ads.total + truth.referral + truth.compensationRecovery

/** The worker holds this build's shell and serves this page. */
async function untilInstalled(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state))
    .toBe('activated')
}

const keptNames = (page: Page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => !name.startsWith('shell-'))
    const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return names.filter((_, index) => kept[index]!.length > 0)
  })

async function signIn(page: Page, person: { email: string; password: string }): Promise<void> {
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('without a network the last overview is there, says of when, and leaves with its person', async () => {
  const page = await openPage('phone')
  const person = await signUp(page)
  await page.goto('/imports')
  const files = filesOf(FOLDER, /^(Orders_|.*PREVIOUS_PAYMENT).*(csv|zip)$/)
  await chooseFiles(page, files)
  await untilRead(page, files.length)
  await untilInstalled(page)
  await page.goto(`/?${PERIOD}`)
  const settled = rupees(BANK)
  await page.getByText(settled).first().waitFor()
  await page.waitForLoadState('networkidle')
  expect(await keptNames(page)).toEqual(['overview'])

  await page.context().setOffline(true)
  await page.reload()
  await page.getByText(settled).first().waitFor()
  await page.getByText('As of 03 Sep 2026').waitFor()
  await expectNoSidewaysScroll(page)
  await keepScreen(page, 'offline-overview-phone')
  await page.getByRole('link', { name: 'Profit', exact: true }).last().click()
  await page.getByText('You are offline').first().waitFor()
  await page.getByRole('link', { name: 'The last overview is kept on this device' }).first().click()
  await page.getByText(settled).first().waitFor()

  await page.context().setOffline(false)
  await page.getByText('As of 03 Sep 2026').waitFor({ state: 'detached' })
  await page.getByText(settled).first().waitFor()

  await page.goto('/settings')
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await keptNames(page)).toEqual([])

  // A session that ended elsewhere takes it away just as well, at the first answer that says so.
  await signIn(page, person)
  await page.goto(`/?${PERIOD}`)
  await page.getByText(settled).first().waitFor()
  await page.waitForLoadState('networkidle')
  expect(await keptNames(page)).toEqual(['overview'])
  await page.context().clearCookies()
  await page.getByRole('link', { name: 'Reconcile' }).last().click()
  await page.getByText('You were signed out').waitFor()
  expect(await keptNames(page)).toEqual([])
})

/** What the phone's share sheet does: a form of the app's own origin, sent to the address in the manifest. */
async function share(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([name, text]) => {
      const form = document.createElement('form')
      form.action = '/share'
      form.method = 'post'
      form.enctype = 'multipart/form-data'
      const input = document.createElement('input')
      input.type = 'file'
      input.name = 'files'
      const data = new DataTransfer()
      data.items.add(new File([text!], name!, { type: 'text/csv' }))
      input.files = data.files
      form.append(input)
      document.body.append(form)
      form.submit()
    },
    [name, text],
  )
  await page.waitForURL((url) => url.searchParams.has('shared'))
}

function ordersFile(): { name: string; text: string } {
  const path = filesOf(FOLDER, ORDERS)[0]!
  return { name: basename(path), text: readFileSync(path, 'utf8') }
}

test('a file another app shares waits without a network, and through signing in, and is then read', async () => {
  const page = await openPage('phone')
  const person = await signUp(page)
  await page.goto('/imports')
  await untilInstalled(page)
  const { name, text } = ordersFile()

  await page.context().setOffline(true)
  await share(page, name, text)
  expect(await keptNames(page)).toContain('shared-files')
  await page.context().setOffline(false)

  // In a tab nothing is sent unasked: any page of the web could have posted it.
  await page.context().clearCookies()
  await page.goto('/imports')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await signIn(page, person)
  await page.getByText('A file was shared with TrackEcom').waitFor()
  await expectNoSidewaysScroll(page)
  await keepScreen(page, 'shared-file-phone')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await untilRead(page, 1)
  expect(await keptNames(page)).not.toContain('shared-files')

  await share(page, 'empty.csv', '')
  await page.getByText('Nothing that was shared is a file.').waitFor()
})

test('a file shared before the app is ready is not lost in silence', async () => {
  // Without a worker the form goes to the service, as on a phone that has just installed the app.
  const page = await openPage('phone', { serviceWorkers: 'block' })
  await signUp(page)
  await page.goto('/imports')
  const { name, text } = ordersFile()
  await share(page, name, text)
  await page.getByText('The shared files did not come through').waitFor()
  expect(new URL(page.url()).pathname).toBe('/imports')
  await expectNoSidewaysScroll(page)
  await keepScreen(page, 'shared-before-ready-phone')
})

test('a page that came past the service worker is held by it all the same', async () => {
  const page = await openPage('phone')
  await signUp(page)
  await untilInstalled(page)
  // As a person's hard reload does; a page that is asked for while the worker begins fares alike.
  const protocol = await page.context().newCDPSession(page)
  const loaded = page.waitForEvent('load')
  await protocol.send('Page.reload', { ignoreCache: true })
  await loaded
  await untilInstalled(page)
})

test('a shared file that found no network is sent by itself once there is one', async () => {
  const page = await openPage('phone')
  await signUp(page)
  await page.goto('/imports')
  await untilInstalled(page)
  const { name, text } = ordersFile()
  await share(page, name, text)
  await page.getByText('A file was shared with TrackEcom').waitFor()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByText('Not sent').waitFor()
  expect(await keptNames(page)).toContain('shared-files')
  await page.context().setOffline(false)
  await untilRead(page, 1)
  expect(await keptNames(page)).not.toContain('shared-files')
})

test('a session that ends while a cost is typed loses neither the place nor the text', async () => {
  const page = await openPage('desktop')
  const person = await signUp(page)
  await page.goto('/imports')
  await chooseFiles(page, filesOf(FOLDER, ORDERS))
  await untilRead(page, 1)
  await page.goto('/costs?edit=&period=last-month')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('SKU').fill('SAREE-RED-6M')
  await dialog.getByLabel('Cost of a unit').fill('212.50')
  await page.context().clearCookies()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('You were signed out').waitFor()

  await signIn(page, person)
  await expect
    .poll(() => page.getByRole('dialog').getByLabel('SKU').inputValue())
    .toBe('SAREE-RED-6M')
  expect(await page.getByRole('dialog').getByLabel('Cost of a unit').inputValue()).toBe('212.50')
  expect(new URL(page.url()).searchParams.get('period')).toBe('last-month')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})
