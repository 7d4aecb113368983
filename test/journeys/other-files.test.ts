import { SAMPLE_FILES } from '#core/sample-seller'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectNoSidewaysScroll, keepScreen, openPage, useBrowser } from './browser'
import { dropFiles, filesOf, rupees, signUp, truthOf, untilRead } from './seller'

useBrowser()

test.each([
  ['desktop', 'light'],
  ['desktop', 'dark'],
  ['phone', 'light'],
  ['phone', 'dark'],
] as const)(
  'somebody who only looks around has sample figures after one click, on a %s, %s',
  async (device, colorScheme) => {
    const page = await openPage(device, { colorScheme })
    await signUp(page)
    await page.getByRole('button', { name: 'Try with sample data' }).click()
    const states = await untilRead(page, SAMPLE_FILES.length)
    expect(new Set(Object.values(states))).toEqual(new Set(['Read']))
    await page.getByText('You are looking at sample data').waitFor()

    await page.getByRole('link', { name: 'Overview' }).first().click()
    const { total, ads, referral, compensationRecovery } = truthOf('seller-2026')
    const received = total['settlement']! + ads.total + referral + compensationRecovery
    await expect.poll(() => page.locator('main').textContent()).toContain(rupees(received))
    await keepScreen(page, `overview-${device}-${colorScheme}`)
    await expectNoSidewaysScroll(page)
    for (const screen of ['Profit', 'Settlements', 'Payouts']) {
      await goTo(page, screen)
      await page.getByRole('heading', { name: screen, level: 1 }).waitFor()
      await page.locator('main').getByText('₹').first().waitFor()
      await keepScreen(page, `${screen}-${device}-${colorScheme}`)
      await expectNoSidewaysScroll(page)
    }
  },
)

/** As people go: by the navigation, and on a phone by “More” to what its bar has no room for. */
async function goTo(page: Page, screen: string): Promise<void> {
  const places = page.getByRole('navigation').getByRole('link', { name: screen, exact: true })
  if ((await places.count()) > 0) return places.first().click()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('dialog').getByRole('link', { name: screen, exact: true }).click()
}

test('a photo that calls itself orders.csv is refused in words, and counts nothing', async () => {
  const page = await openPage('desktop')
  await signUp(page)
  await page.getByRole('link', { name: 'Files' }).first().click()
  const photo = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: photo })
  const states = await untilRead(page, 1)
  expect(['Failed', 'Not recognised']).toContain(states['orders.csv'])
  expect(await page.locator('main').textContent()).not.toMatch(/Error|undefined|\bat \w+\.|null/)
  await keepScreen(page, 'photo-as-orders')
})

test('the same file a second time is known, and nothing counts twice', async () => {
  const page = await openPage('desktop')
  await signUp(page)
  await page.getByRole('link', { name: 'Files' }).first().click()
  const [orders] = filesOf('seller-2026', /^Orders_/)
  await dropFiles(page, [orders!])
  await untilRead(page, 1)
  await dropFiles(page, [orders!])
  await page.getByText('We already have this very file. Nothing to do.').waitFor()
  expect(Object.keys(await untilRead(page, 1))).toEqual([basename(orders!)])
})

test('two suppliers stay two stores', async () => {
  const page = await openPage('desktop')
  await signUp(page)
  await page.getByRole('link', { name: 'Files' }).first().click()
  const payments = ['seller-2026', 'seller-2025'].map(
    (folder) => filesOf(folder, /PREVIOUS_PAYMENT.*\.zip$/)[0]!,
  )
  await dropFiles(page, payments)
  expect(Object.values(await untilRead(page, 2))).toEqual(['Read', 'Read'])
  await page.getByRole('link', { name: 'Profit' }).first().click()
  const stores = page.getByRole('combobox', { name: /^Store/ })
  await expect.poll(() => stores.locator('option').count()).toBe(3)
})

test('the sample in the dashboard is the fixture, byte for byte', () => {
  for (const name of SAMPLE_FILES) {
    const sample = readFileSync(new URL(`../../web/public/sample/${name}`, import.meta.url))
    const same = name.startsWith('Costs_') ? 'costs.csv' : name
    const fixture = readFileSync(new URL(`../fixtures/seller-2026/${same}`, import.meta.url))
    expect(sample.equals(fixture), name).toBe(true)
  }
})
