import { bytesIn, judge, sendFiles } from '#test/support/worker/uploads'
import { newWorkspace, type TestWorkspace } from '#test/support/worker/workspace'
import { app } from '#worker/app'
import { isAllowed, rightOf } from '#worker/auth/access'
import { listOperations } from '#worker/openapi'
import { beforeAll, expect, test } from 'vitest'
import claimsUrl from '../fixtures/seller-2026/Supplier-2454257_Status-all_Created-from-01-06-2026-to-03-09-2026.csv?url&inline'
import deliveredUrl from '../fixtures/seller-2026/completed_delivered__________2026-09-03_17-0-17_59_2454257__.csv?url&inline'
import julyUrl from '../fixtures/seller-2026/2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-07-01_2026-07-31.zip?url&inline'
import augustUrl from '../fixtures/seller-2026/2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-08-01_2026-08-31.zip?url&inline'
import septemberUrl from '../fixtures/seller-2026/2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-09-01_2026-09-30.zip?url&inline'
import ordersUrl from '../fixtures/seller-2026/Orders_2026-08-01_2026-08-31_2026-09-03_16_12-16_17_2454257.csv?url&inline'

/** Tickets, parcels that arrived, and the orders and payments that put sums beside them. */
let owner: TestWorkspace
let packer: TestWorkspace
beforeAll(async () => {
  owner = await newWorkspace()
  const urls = Object.entries({
    'Orders_2026-08-01_2026-08-31_2026-09-03_16_12-16_17_2454257.csv': ordersUrl,
    '2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-07-01_2026-07-31.zip':
      julyUrl,
    '2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-08-01_2026-08-31.zip':
      augustUrl,
    '2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-09-01_2026-09-30.zip':
      septemberUrl,
    'Supplier-2454257_Status-all_Created-from-01-06-2026-to-03-09-2026.csv': claimsUrl,
    'completed_delivered__________2026-09-03_17-0-17_59_2454257__.csv': deliveredUrl,
  })
  await sendFiles(
    owner,
    urls.map(([name, url]) => ({ name, bytes: bytesIn(url) })),
  )
  await judge(owner)
  packer = await owner.member('packer')
})

/** Every GET that a packer's role may, with the day that puts three parcels up for a claim. */
const PATHS = listOperations(app.routes)
  .filter(({ method, path }) => {
    const right = rightOf(method, path)
    if (method !== 'GET') return false
    if (right === undefined || right === 'public' || right === 'self') return false
    return isAllowed(right, { role: 'packer', scopes: undefined })
  })
  .map(({ path }) => path)

async function answerOf(who: TestWorkspace, path: string) {
  const query = path.startsWith('/api/claims/claimable') ? '?asOf=2026-09-03' : ''
  const response = await who.request(`${path}${query}`)
  expect(response.status, path).toBe(200)
  return response.json<Record<string, unknown>>()
}

const MONEY =
  /amount|paise|price|stake|value|least|most|credit|settlement|claims$|fee|total|paid|transaction|lastUpdate/i

/** Where an answer says something under a name of money, or writes a sum out in words. */
function findMoney(value: unknown, at: string): string[] {
  if (typeof value === 'string') return /₹|\bRs\b|\bINR\b|rupee/i.test(value) ? [at] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const says = typeof inner === 'object' ? false : inner !== ''
    const isNamed = MONEY.test(key) && says
    return [...(isNamed ? [`${at}.${key}`] : []), ...findMoney(inner, `${at}.${key}`)]
  })
}

test('the routes of a packer are these, so that the walk walks them all', () => {
  expect(PATHS.toSorted()).toEqual([
    '/api/claims',
    '/api/claims/claimable',
    '/api/me',
    '/api/returns',
    '/api/stores',
  ])
})

test('what a packer is answered holds no money, anywhere', async () => {
  for (const path of PATHS) {
    expect(findMoney(await answerOf(packer, path), path)).toEqual([])
  }
})

test('the same questions answer an owner with sums, so the walk can see them', async () => {
  const tickets = findMoney(await answerOf(owner, '/api/claims'), '')
  for (const name of ['.lastUpdate', '.amount', '.credit.amount', '.transactionId']) {
    expect(
      tickets.some((at) => at.endsWith(name)),
      name,
    ).toBe(true)
  }
  const parcels = findMoney(await answerOf(owner, '/api/claims/claimable'), '')
  expect(parcels).toContain('.items.0.atStake')
  expect(parcels).toContain('.items.0.fairValue.least')
  expect(parcels).toContain('.total.atStake')
})

test('a packer still sees every ticket and every parcel, with its days', async () => {
  for (const path of ['/api/claims', '/api/claims/claimable', '/api/returns']) {
    const [theirs, ours] = await Promise.all([answerOf(packer, path), answerOf(owner, path)])
    expect(theirs['items'], path).toHaveLength((ours['items'] as unknown[]).length)
    expect((ours['items'] as unknown[]).length, path).toBeGreaterThan(0)
  }
  const { total } = await answerOf(packer, '/api/claims/claimable')
  expect(total).toEqual({ count: 3, atStake: null })
})
