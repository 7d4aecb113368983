import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectNoSidewaysScroll, keepScreen, openPage, untilStill, useBrowser } from './browser'
import { signUp, untilSampleIsRead } from './seller'

useBrowser()

test.each(['light', 'dark'] as const)(
  'a thumb reaches every place of a phone: four below the page, the others in a sheet, %s',
  async (colorScheme) => {
    const page = await openPage('phone', { colorScheme })
    await signUp(page)
    await page.goto('/claims?period=last-month')
    await page.getByRole('heading', { name: 'Claims', level: 1 }).waitFor()
    const bar = page.getByRole('navigation', { name: 'Main' })
    await bar.getByRole('link', { name: 'Overview' }).waitFor()
    expect(await bar.getByRole('link').count()).toBe(4)
    const more = bar.getByRole('button', { name: 'More' })
    await more.click()
    const sheet = page.getByRole('dialog', { name: 'More' })
    await sheet.waitFor()
    await untilStill(page)
    await expectNoSidewaysScroll(page)
    await keepScreen(page, `more-phone-${colorScheme}`)
    const heights = await sheet
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height))
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)

    // The phone's own Back closes the sheet, and nothing else.
    await page.goBack()
    await sheet.waitFor({ state: 'detached' })
    expect(new URL(page.url()).pathname).toBe('/claims')

    await more.click()
    await sheet.waitFor()
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    await expect.poll(() => more.evaluate((one) => one === document.activeElement)).toBe(true)

    await more.click()
    await sheet.getByRole('link', { name: 'Payouts' }).click()
    await page.waitForURL((url) => url.pathname === '/payouts')
    await sheet.waitFor({ state: 'detached' })
    expect(new URL(page.url()).searchParams.get('period')).toBe('last-month')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.goBack()
    await page.waitForURL((url) => url.pathname === '/claims')
    expect(await sheet.count()).toBe(0)
  },
)

test('on a desk the places stand beside the page in groups', async () => {
  const page = await openPage('desktop')
  await signUp(page)
  const money = page.getByRole('navigation', { name: 'Main' }).getByRole('list', { name: 'Money' })
  await money.getByRole('link', { name: 'Payouts' }).click()
  await page.waitForURL((url) => url.pathname === '/payouts')
  await keepScreen(page, 'places-desktop')
})

/** Far down a list of 601: on its fifth page. */
const FAR = 450

async function openSample(page: Page, path: string): Promise<void> {
  await page.goto('/welcome')
  await page.getByRole('button', { name: 'Look around with sample data' }).click()
  await page.getByText('This is a made-up seller.').waitFor()
  await untilSampleIsRead(page)
  await page.goto(path)
  await page.getByRole('table').waitFor()
}

/** As a thumb does, screen by screen; more rows come on the way. */
async function scrollToRow(page: Page, row: number): Promise<void> {
  const there = page.locator(`[aria-rowindex="${row}"]`)
  for (let times = 0; times < 200 && (await there.count()) === 0; times += 1) {
    await page.evaluate(() => window.scrollBy(0, 1_200))
    await page.waitForTimeout(60)
  }
  await there.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  await expect.poll(() => isResting(page)).toBe(true)
}

async function isResting(page: Page): Promise<boolean> {
  const before = await scrollY(page)
  await page.waitForTimeout(300)
  return (await scrollY(page)) === before
}

const scrollY = (page: Page) => page.evaluate(() => window.scrollY)

/** How far below the upper edge of the window the row with a link stands; nothing where it is not there. */
const topOf = (page: Page, name: string) =>
  page.evaluate((words) => {
    const links = Array.from(document.querySelectorAll('[role=table] a'))
    const row = links.find((link) => link.textContent === words)?.closest('[role=row]')
    return row ? Math.round(row.getBoundingClientRect().top) : undefined
  }, name)

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

async function expectAtRow(page: Page, name: string, top: number): Promise<void> {
  await expect.poll(async () => Math.abs(((await topOf(page, name)) ?? 1e6) - top)).toBeLessThan(4)
  await expect.poll(() => isResting(page)).toBe(true)
  expect(Math.abs(((await topOf(page, name)) ?? 1e6) - top)).toBeLessThan(4)
}

test.each(['desktop', 'phone'] as const)(
  'whoever goes back to a long list stands at the row they opened, on a %s',
  async (device) => {
    const page = await openPage(device)
    await openSample(page, '/orders')
    await scrollToRow(page, FAR)
    const opened = page.locator(`[aria-rowindex="${FAR}"]`).getByRole('link')
    const name = await opened.innerText()
    const top = (await topOf(page, name))!

    await opened.click()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    expect(await scrollY(page)).toBe(0)
    await page.goBack()
    await expectAtRow(page, name, top)
    await expect.poll(() => focusedText(page)).toBe(name)
    await keepScreen(page, `back-to-row-${device}`)

    // The list is asked anew, with all that stood above: after a reload, and when one goes back after it.
    await page.reload()
    await expectAtRow(page, name, top)
    await page.getByRole('link', { name }).press('Enter')
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    await page.goBack()
    await expectAtRow(page, name, top)
    await expect.poll(() => focusedText(page)).toBe(name)

    // Back and forward again: the place is the list's own.
    await page.goForward()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    await page.goBack()
    await expectAtRow(page, name, top)

    // By a link it begins at its top, and so it does with other filters.
    const places = page.getByRole('navigation', { name: 'Main' })
    await places.getByRole('link', { name: 'Overview' }).click()
    await page.waitForURL((url) => url.pathname === '/')
    await page.goBack()
    await expectAtRow(page, name, top)
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('nav a[data-bucket=paid]')?.click(),
    )
    await page.waitForURL(/bucket=paid/)
    await page.getByRole('heading', { name: 'Paid' }).waitFor()
    await page.locator('[aria-rowindex="2"]').waitFor()
    await expect.poll(() => isResting(page)).toBe(true)
    await expect
      .poll(() =>
        page.locator('[aria-rowindex="2"]').evaluate((row) => row.getBoundingClientRect().top),
      )
      .toBeGreaterThan(0)
    await page.goBack()
    await expectAtRow(page, name, top)
  },
)
