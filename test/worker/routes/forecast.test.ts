import { storeId } from '#core/ids'
import type { Job } from '#worker/jobs/job'
import { accept, deliver, deliverImport, idOf, type TestFile } from '../../support/worker/uploads'
import { newWorkspace, type TestWorkspace } from '../../support/worker/workspace'
import outstanding from '../../fixtures/seller-2026/2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_OUTSTANDING_PAYMENT_2026-09-03.xlsx?url&inline'
import { expect, test } from 'vitest'

// Of truth.json of seller-2026: 58 promises.
const PROMISED = 24_120_60

const FILE: TestFile = {
  name: '2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_OUTSTANDING_PAYMENT_2026-09-03.xlsx',
  bytes: Uint8Array.from(atob(outstanding.slice(outstanding.indexOf(',') + 1)), (char) =>
    char.charCodeAt(0),
  ),
}

type Estimates = { promised: number; expected: number | null }
type Forecast = {
  isUpToDate: boolean
  days: (Estimates & { day: string })[]
  outside: Estimates
  unscheduled: Estimates
  late: Estimates
  withoutEstimate: number | null
  stores: { storeId: string; snapshotOn: string | null; learnedFrom: number }[]
}

async function withPromises(): Promise<{ workspace: TestWorkspace; store: string }> {
  const workspace = await newWorkspace()
  const caller = await workspace.caller()
  const { upload } = await accept(caller, FILE)
  await deliverImport(caller, idOf(upload))
  const me = await (await workspace.request('/api/me')).json<{ stores: { id: string }[] }>()
  return { workspace, store: me.stores[0]!.id }
}

async function judge({ workspaceId }: TestWorkspace, store: string): Promise<void> {
  await deliver([{ type: 'reconcile', workspaceId, storeId: storeId(store) } satisfies Job])
}

async function forecast({ request }: TestWorkspace, query: string): Promise<Forecast> {
  const response = await request(`/api/forecast?${query}`)
  expect(response.status, query).toBe(200)
  return response.json<Forecast>()
}

const promisedIn = ({ days, outside, unscheduled, late }: Forecast) =>
  [outside, unscheduled, late, ...days].reduce((sum, { promised }) => sum + promised, 0)

test('promises stand on their days, apart without one, and outside the days that were asked for', async () => {
  const { workspace, store } = await withPromises()
  await judge(workspace, store)
  const week = 'from=2026-09-04&to=2026-09-08&asOf=2026-09-03'
  const answer = await forecast(workspace, week)
  expect(answer.days.map(({ day }) => day)).toEqual([
    '2026-09-04',
    '2026-09-05',
    '2026-09-07',
    '2026-09-08',
  ])
  expect(promisedIn(answer)).toBe(PROMISED)
  expect(answer.outside.promised).toBeGreaterThan(0)
  expect(answer).toMatchObject({
    isUpToDate: true,
    late: { promised: 0, expected: 0 },
    withoutEstimate: 0,
    stores: [{ storeId: store, snapshotOn: '2026-09-03', learnedFrom: 0 }],
  })
  expect(await forecast(workspace, `${week}&store=${store}`)).toEqual(answer)
})

test('a week later the days that have passed are late', async () => {
  const { workspace, store } = await withPromises()
  await judge(workspace, store)
  const range = 'from=2026-09-01&to=2026-09-30'
  const before = await forecast(workspace, `${range}&asOf=2026-09-03`)
  const after = await forecast(workspace, `${range}&asOf=2026-09-12`)
  expect(after.days).toEqual([])
  expect(after.late.promised).toBe(before.days.reduce((sum, { promised }) => sum + promised, 0))
  expect(after.unscheduled).toEqual(before.unscheduled)
})

test('while files are still being judged the forecast says so', async () => {
  const { workspace } = await withPromises()
  const answer = await forecast(workspace, 'from=2026-09-01&to=2026-09-30&asOf=2026-09-03')
  expect(answer.isUpToDate).toBe(false)
  expect(promisedIn(answer)).toBe(PROMISED)
})

test('on a past day nothing that came later was promised or expected', async () => {
  const { workspace, store } = await withPromises()
  await judge(workspace, store)
  const answer = await forecast(
    workspace,
    'from=2026-09-01&to=2026-09-30&asOf=2026-09-03&knownOn=2026-09-03',
  )
  expect(promisedIn(answer)).toBe(0)
  expect(answer).toMatchObject({ isUpToDate: true, late: { expected: 0 }, withoutEstimate: 0 })
})

test('nobody sees the money that another seller waits for', async () => {
  const { store } = await withPromises()
  const other = await newWorkspace()
  expect(promisedIn(await forecast(other, 'from=2026-09-01&to=2026-09-30'))).toBe(0)
  const theirs = await other.request(`/api/forecast?from=2026-09-01&to=2026-09-30&store=${store}`)
  expect(theirs.status).toBe(404)
})

test('days turned round, or more than five years of them, are refused', async () => {
  const { request } = await newWorkspace()
  for (const days of ['from=2026-09-02&to=2026-09-01', 'from=2020-01-01&to=2026-01-01']) {
    const response = await request(`/api/forecast?${days}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'invalid-period' })
  }
  expect((await request('/api/forecast')).status).toBe(400)
})
