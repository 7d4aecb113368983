import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import {
  type Device,
  expectNoSidewaysScroll,
  keepScreen,
  openPage,
  SCREENS,
  useBrowser,
} from './browser'
import { chooseFiles, filesOf, rupees, signUp, truthOf, untilRead } from './seller'

useBrowser()

const truth = truthOf('seller-2026')
const FILES = [
  ...filesOf('seller-2026', /PREVIOUS_PAYMENT_.*\.zip$/),
  ...filesOf('seller-2025', /PREVIOUS_PAYMENT_2025-0[89]-01.*\.zip$/),
]
const SIX_MONTHS = 'from=2025-08-01&to=2026-09-30&group=month'
const QUARTER = 'from=2026-06-01&to=2026-09-30'

async function openWithFiles(device: Device, files = FILES): Promise<Page> {
  const page = await openPage(device)
  await signUp(page)
  await page.goto('/imports')
  await chooseFiles(page, files)
  await untilRead(page, files.length)
  return page
}

test('six months and their total have room on a desk, and go to paper with all they rest on', async () => {
  const page = await openWithFiles('desktop')
  await page.goto(`/profit?${SIX_MONTHS}`)
  const table = page.locator('table', { has: page.locator('caption', { hasText: 'Profit and' }) })
  await table.waitFor()
  expect(await table.locator('thead th').count()).toBe(8)
  const hidden = await page
    .getByRole('region', { name: 'Profit and loss' })
    .evaluate((box) => box.scrollWidth - box.clientWidth)
  expect(hidden).toBeLessThanOrEqual(0)
  await keepScreen(page, 'profit-six-months', true)

  await page.goto(`/profit?${QUARTER}&compare=year`)
  await page.getByText('Compared with 01 Jun – 30 Sep 2025').first().waitFor()
  await keepScreen(page, 'profit-compared', true)

  await page.goto(`/profit?${SIX_MONTHS}`)
  await page.getByRole('link', { name: 'Print / PDF' }).click()
  await page.getByRole('heading', { name: 'What each line is' }).waitFor()
  await page.getByRole('heading', { name: 'Why the two profits differ' }).waitFor()
  expect(await page.getByRole('navigation').count()).toBe(0)
  const july = truth.byPaymentMonth['2026-07']!
  await page.getByText(rupees(july['settlement']!)).first().waitFor()
  mkdirSync(SCREENS, { recursive: true })
  const path = join(SCREENS, 'profit.pdf')
  await page.pdf({ path, format: 'A4', preferCSSPageSize: true })
  const pages = readFileSync(path, 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  expect(pages).toBeGreaterThanOrEqual(2)
  expect(pages).toBeLessThanOrEqual(6)
  // As wide as A4 between its margins.
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 703, height: 1000 })
  await expectNoSidewaysScroll(page)
  await keepScreen(page, 'profit-print', true)
})

test('a list says what its filters leave, and the file of it has every row and the columns shown', async () => {
  const page = await openWithFiles('desktop')
  await page.goto('/settlements?from=2026-08-01&to=2026-08-31&status=RTO')
  await page.getByText('28 rows').waitFor()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByLabel('File', { exact: true }).uncheck()
  await keepScreen(page, 'table-columns')
  await page.keyboard.press('Escape')
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV of this list' }).click()
  const file = readFileSync(await (await waiting).path(), 'utf8')
  const lines = file.trimEnd().split('\r\n')
  expect(lines).toHaveLength(1 + 28)
  expect(lines[0]).not.toContain('File')
  for (const address of ['/skus', '/orders', '/payouts', '/settlements']) {
    await page.goto(`${address}?${QUARTER}&compare=year`)
    await page.getByRole('table').first().waitFor()
    await expectNoSidewaysScroll(page)
    await keepScreen(page, `table-${address.slice(1)}`)
  }
})

test('on a phone the sums stand above the cards, and nothing is pushed sideways', async () => {
  const page = await openWithFiles('phone', filesOf('seller-2026', /PREVIOUS_PAYMENT_.*\.zip$/))
  for (const address of ['/profit', '/skus', '/settlements', '/orders', '/payouts', '/']) {
    await page.goto(`${address}?${QUARTER}&compare=year`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    await expectNoSidewaysScroll(page)
    await keepScreen(page, `phone-table-${address.slice(1)}`, true)
  }
  await page.getByRole('button', { name: 'Dates' }).click()
  await page.getByText('Compare with').first().waitFor()
  await keepScreen(page, 'phone-compare-with')

  // The buckets are one line that is pulled sideways, and what was chosen is in sight.
  await page.goto('/orders?bucket=rto')
  const chips = page
    .getByRole('navigation', { name: 'Filter by where it stands' })
    .getByRole('listitem')
  await chips.last().waitFor()
  const places = await chips.evaluateAll((items) =>
    items.map((item) => {
      const { top, right } = item.getBoundingClientRect()
      return { top: Math.round(top), right }
    }),
  )
  expect(new Set(places.map(({ top }) => top)).size).toBe(1)
  expect(places.at(-1)!.right).toBeGreaterThan(360)
  await expect
    .poll(async () => {
      const chosen = await page.locator('a[data-bucket="rto"]').boundingBox()
      return chosen !== null && chosen.x >= 0 && chosen.x + chosen.width <= 360
    })
    .toBe(true)
  await expectNoSidewaysScroll(page)
  await keepScreen(page, 'phone-buckets')
})
