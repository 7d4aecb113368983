import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { keepScreen, openPage, useBrowser } from './browser'
import { chooseFiles, dropFiles, filesOf, rupees, signUp, truthOf } from './seller'

useBrowser()

const SELLER = 'seller-2026'
const FILES = filesOf(SELLER, /^Orders_.*\.csv$|PREVIOUS_PAYMENT_2026-0\d-01_.*\.zip$/)

async function waitingFor(page: Page): Promise<string> {
  const answer = await page.request.get('/api/discrepancies?state=open&limit=1')
  const { totals } = (await answer.json()) as { totals: { rule: string; count: number }[] }
  const unpaid = totals.find(({ rule }) => rule === 'delivered_not_paid')
  return `Delivered, not paid (${unpaid?.count})`
}

/** Until the service has read and judged all of it, whatever the screen says. */
async function untilJudged(page: Page): Promise<void> {
  const isDone = async () => {
    const uploads = await (await page.request.get('/api/uploads?limit=200')).json()
    const standings = await (await page.request.get('/api/reconciliation')).json()
    const { items } = uploads as { items: { status: string }[] }
    const isRead = items.length === FILES.length && items.every(({ status }) => status === 'done')
    return isRead && (standings as { isUpToDate: boolean }).isUpToDate
  }
  await expect.poll(isDone, { timeout: 120_000, interval: 500 }).toBe(true)
}

test('whoever goes on to the overview at once sees it become right by itself', async () => {
  const page = await openPage('desktop')
  await signUp(page)
  await page.getByRole('link', { name: 'Files' }).first().click()
  await dropFiles(page, FILES)
  await page.getByText(/\d+ of \d+ files done/).waitFor()
  await page.getByRole('link', { name: 'Overview' }).first().click()
  await untilJudged(page)

  const { total, ads, referral, compensationRecovery } = truthOf(SELLER)
  const received = total['settlement']! + ads.total + referral + compensationRecovery
  const seen = () => page.locator('main').innerText()
  await expect.poll(seen, { timeout: 30_000 }).toContain(rupees(received))
  await expect.poll(seen, { timeout: 30_000 }).toContain('Orders to 31 Aug')
  await expect.poll(seen, { timeout: 30_000 }).toContain(await waitingFor(page))
  expect(await seen()).not.toContain('still being judged')
  await keepScreen(page, 'overview-became-right')
})

test('whoever waits on an empty list of orders sees them come, though they were sent elsewhere', async () => {
  const page = await openPage('phone')
  await signUp(page)
  await page.getByRole('link', { name: 'Files' }).first().click()
  // Orders first, so that there is no payment yet.
  await chooseFiles(page, FILES.toReversed())
  await page.getByText(/\d+ of \d+ files done/).waitFor()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Settlements', exact: true }).click()
  await page.getByRole('heading', { name: 'Settlements', level: 1 }).waitFor()
  await untilJudged(page)
  const rows = page.getByRole('table').getByRole('row')
  await expect.poll(() => rows.count(), { timeout: 30_000 }).toBeGreaterThan(5)
})
