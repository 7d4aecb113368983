import { cleanup, screen, within } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import type { Pnl } from '../../web/api-shapes'
import { Quiet } from '../../web/components/face'
import { AttentionCard } from '../../web/pages/overview/attention-card'
import { answerWith, showAt } from './support/api'
import { group, upload } from './support/figures'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const total = (rule: string, count: number, atStake: number) => ({
  rule,
  count,
  atStake,
  recovered: 0,
})

/** What the overview says of days in which 45 rupees are explained by nothing. */
function show(totals: readonly object[] | undefined) {
  const calls = answerWith(
    totals ? { 'GET /api/discrepancies': () => ({ items: [], totals }) } : {},
  )
  const pnl = {
    groups: [group('total', { settlement: -45_00, unexplained: -45_00 })],
    undated: { lines: 2, settlement: -7_00 },
  } as unknown as Pnl
  const uploads = [upload({ filename: 'notes.pdf', reports: [], unrecognised: ['notes.pdf'] })]
  showAt('/?store=s1', () => (
    <Quiet>
      <AttentionCard
        pnl={pnl}
        uploads={uploads}
        href={(path, extra = {}) => `${path}?${new URLSearchParams({ ...extra })}`}
      />
    </Quiet>
  ))
  return calls
}

async function listed(): Promise<string[]> {
  const card = (await screen.findByText('Needs attention')).closest('section')!
  return within(card)
    .getAllByRole('listitem')
    .map((item) => item.textContent ?? '')
}

test('what needs attention is ranked by its rupees, and files come last', async () => {
  const calls = show([total('tcs_rate', 3, 9_00), total('delivered_not_paid', 5, 1_757_07)])
  const items = await listed()
  expect(items.map((item) => item.replace(/[₹−].*/, ''))).toEqual([
    'Delivered, not paid (5)',
    'Settlement that Meesho’s own formula does not explain',
    'TCS at a wrong rate (3)',
    '2 lines have no order date',
    'notes.pdf is not recognised',
  ])
  expect(items[0]).toContain('₹1,757.07')
  const link = screen.getByRole('link', { name: /^Delivered, not paid/ })
  expect(link.getAttribute('href')).toBe('/reconcile?rule=delivered_not_paid')
  expect(calls.map(({ url }) => url)).toContain('/api/discrepancies?store=s1&state=open&limit=1')
})

test('money that a rule has found is not said twice', async () => {
  show([total('settlement_does_not_add_up', 6, 45_00)])
  const items = await listed()
  expect(items[0]).toContain('Settlement does not add up (6)')
  expect(items.filter((item) => item.includes('₹45.00'))).toHaveLength(1)
})

test('five kinds are shown, and the way to the others; what costs nothing is not among them', async () => {
  const rules = ['rto_charged', 'tds_rate', 'tcs_rate', 'commission_rate', 'return_charged_twice']
  show([
    ...rules.map((rule, index) => total(rule, 1, 100_00 + index)),
    total('shipping_charge_jump', 1, 50_00),
    total('order_unknown', 40, 0),
  ])
  const items = await listed()
  expect(items.filter((item) => /\(\d+\)/.test(item))).toHaveLength(5)
  expect(items.join()).not.toContain('Order in no orders file')
  const all = screen.getByRole('link', { name: 'Everything that is wrong' })
  expect(all.getAttribute('href')).toBe('/reconcile?')
})

test('without an answer about discrepancies the rest is still shown', async () => {
  show(undefined)
  expect(await listed()).toHaveLength(3)
})

test('before what is not paid stands how far the payments files reach', async () => {
  const calls = answerWith({
    'GET /api/discrepancies': () => ({
      items: [],
      totals: [total('delivered_not_paid', 187, 69_904_62)],
    }),
    'GET /api/reconciliation': () => ({
      unproven: { count: 183, amount: 68_000_00, end: { paymentsTo: '2026-07-31' }, missing: [] },
    }),
  })
  const pnl = { groups: [group('total', {})], undated: null } as unknown as Pnl
  showAt('/?store=s1', () => (
    <Quiet>
      <AttentionCard pnl={pnl} uploads={[]} href={(path) => path} />
    </Quiet>
  ))
  const reach =
    'Your payments files end on 31 Jul 2026. 183 of what is not paid may have been paid: add payments files'
  const link = (await screen.findByText(reach)).closest('a')
  expect(link?.getAttribute('href')).toBe('/imports')
  expect(await listed()).toEqual([reach, 'Delivered, not paid (187)₹69,904.62'])
  expect(calls.some(({ url }) => url.startsWith('/api/reconciliation?store=s1'))).toBe(true)
})

test('while files are judged the card says so, and then what was found', async () => {
  vi.useFakeTimers()
  try {
    const judged = [false, true]
    const found = [[], [total('delivered_not_paid', 5, 1_757_07)]]
    answerWith({
      'GET /api/discrepancies': () => ({ items: [], totals: found.shift() ?? found.at(-1) ?? [] }),
      'GET /api/reconciliation': () => ({ isUpToDate: judged.shift() ?? true, unproven: null }),
    })
    const pnl = {
      groups: [group('total', { settlement: -45_00, unexplained: -45_00 })],
    } as unknown as Pnl
    showAt('/?store=s1', () => (
      <Quiet>
        <AttentionCard pnl={pnl} uploads={[]} href={(path) => path} />
      </Quiet>
    ))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(document.body.textContent).toContain('still being judged')
    expect(document.body.textContent).not.toContain('Delivered, not paid')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(document.body.textContent).not.toContain('still being judged')
    expect(document.body.textContent).toContain('Delivered, not paid (5)')
  } finally {
    vi.useRealTimers()
  }
})
