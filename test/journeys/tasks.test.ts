import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { SAMPLE_FILES } from '#core/sample-seller'
import { expectNoSidewaysScroll, keepScreen, openPage, useBrowser } from './browser'
import { rupees, signUp, truthOf, untilRead, untilSampleIsRead } from './seller'

useBrowser()

const truth = truthOf('seller-2026')
const COSTS = fileURLToPath(new URL('../fixtures/seller-2026/costs.csv', import.meta.url))
const PERIOD = 'from=2026-06-01&to=2026-09-30'

/** The sample in a workspace of one's own, read and judged: here one may decide and change. */
async function openOwnSample(page: Page): Promise<void> {
  await signUp(page)
  await page.getByRole('button', { name: 'Try with sample data' }).click()
  await untilRead(page, SAMPLE_FILES.length)
  await untilSampleIsRead(page)
}

test.each([
  ['desktop', 'light'],
  ['phone', 'dark'],
] as const)('a seller’s work of a week, screen by screen: %s, %s', async (device, colorScheme) => {
  const page = await openPage(device, { colorScheme })
  const keep = (name: string) => keepScreen(page, `task-${name}-${device}-${colorScheme}`)
  await openOwnSample(page)

  // What was never paid: the proof, the text for the ticket, a decision, and the way back.
  const fault = truth.faults.find(({ kind }) => kind === 'rto_charged')!
  await page.goto('/reconcile?asOf=2026-09-03&rule=rto_charged')
  await page.getByRole('button', { name: `Show the proof for ${fault.sub}` }).click()
  const card = page.getByRole('article').filter({ hasText: fault.sub })
  await card.getByText(rupees(fault.atStake)).first().waitFor()
  await card.getByRole('button', { name: 'Ready ticket text' }).click()
  await card.getByText(new RegExp(fault.sub)).nth(1).waitFor()
  await keep('proof')
  await card.getByLabel('Ticket id').fill('T-1')
  await card.getByRole('button', { name: 'Save' }).click()
  await page.getByText('1 marked as claimed.').waitFor()
  expect(await page.getByRole('button', { name: `Show the proof for ${fault.sub}` }).count()).toBe(
    0,
  )
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: `Show the proof for ${fault.sub}` }).waitFor()

  // What is wrong with one sub-order, found among all of it, its sums too; Back keeps the words.
  await page.goto('/reconcile?asOf=2026-09-03')
  await page.getByRole('searchbox').fill(fault.sub)
  await page.waitForURL(/[?&]q=/)
  await page.getByText('1 row', { exact: true }).waitFor()
  const sum = page.getByRole('row').filter({ hasText: 'Total' })
  await sum.getByText(rupees(fault.atStake), { exact: true }).waitFor()
  await expectNoSidewaysScroll(page)
  await keep('wrong-found')
  await page.getByRole('link', { name: fault.sub }).first().click()
  await page.getByRole('heading', { name: fault.sub }).waitFor()
  await page.goBack()
  await page.getByText('1 row', { exact: true }).waitFor()
  expect(await page.getByRole('searchbox').inputValue()).toBe(fault.sub)

  // One sub-order, found by its number, and its whole life.
  await page.goto('/orders')
  await page.getByRole('searchbox').fill(fault.sub)
  await page.getByRole('link', { name: fault.sub }).first().click()
  await page.getByText('What is wrong').waitFor()
  await page.getByText(rupees(fault.atStake)).first().waitFor()
  await expectNoSidewaysScroll(page)
  await keep('sub-order')

  // A parcel by its sub-order, and a ticket by its state.
  await page.goto(`/returns?${PERIOD}`)
  await page.getByText('Lost').first().waitFor()
  await keep('returns')
  await page.goto('/claims?state=rejected')
  await page.getByText('Rejected').first().waitFor()
  await keep('claims')

  // The same list of costs once more: what it would change is nothing, and it says so.
  await page.goto('/costs')
  await page.locator('input[type=file]').setInputFiles(COSTS)
  await page.getByText('What costs.csv would change').waitFor()
  await page.getByText('Nothing in this list differs from what is known.').waitFor()
  await expectNoSidewaysScroll(page)
  await keep('costs')

  // What if a product cost less to make.
  await page.goto(`/skus?${PERIOD}&basis=payment`)
  await page.locator('main').getByText('₹').first().waitFor()
  await keep('skus')

  // Every line paid, as a file that adds up to what was paid.
  await page.goto(`/exports?${PERIOD}&basis=payment`)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download CSV: Settlements' }).click()
  const csv = await readFile((await (await download).path())!, 'utf8')
  expect(sumOf(csv, 'Settlement')).toBe(truth.total['settlement'])
  await keep('exports')
})

/** Of a column of rupees, in paise. */
function sumOf(csv: string, column: string): number {
  const [head = '', ...rows] = csv.replace('\uFEFF', '').trim().split(/\r?\n/)
  const at = head.split(',').findIndex((name) => name.replaceAll('"', '') === column)
  expect(at, head).toBeGreaterThan(-1)
  return rows.reduce((sum, row) => sum + Math.round(Number(cellsOf(row)[at]) * 100), 0)
}

function cellsOf(row: string): string[] {
  return [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
    cell.replaceAll('"', ''),
  )
}
