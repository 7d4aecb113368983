import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { keepScreen, openPage, useBrowser } from './browser'
import { rupees, truthOf, untilSampleIsRead } from './seller'

useBrowser()

const truth = truthOf('seller-2026')
const PERIOD = 'from=2026-06-01&to=2026-09-30'
/** How many rows of a list are compared: what lies below is drawn when it is scrolled to. */
const SEEN = 5

// Safe as long as it is: each screen below reads of an answer what the API describes.
// oxlint-disable-next-line typescript/no-explicit-any
type Body = any

type Screen = {
  readonly path: string
  /** The path of the answer that the screen draws. */
  readonly answer: string
  /** What must be read on the screen. */
  readonly shown: (body: Body) => readonly string[]
  /** What the answer says, and what the truth of the files is. */
  readonly isTrue: (body: Body) => readonly (readonly [unknown, unknown])[]
}

const first = (items: readonly Body[]) => items.slice(0, SEEN)
const sum = (amounts: readonly number[]) => amounts.reduce((total, each) => total + each, 0)

const SCREENS: readonly Screen[] = [
  {
    path: `/payouts?${PERIOD}`,
    answer: '/api/payouts',
    shown: ({ items, totals }) => [
      rupees(totals.net),
      ...first(items).map(({ net }) => rupees(net)),
    ],
    isTrue: ({ totals }) => [
      [totals.orders, truth.total['settlement']],
      [totals.ads, truth.ads.total],
      [totals.referral, truth.referral],
      [totals.adjustments, truth.compensationRecovery],
    ],
  },
  {
    path: `/settlements?${PERIOD}`,
    answer: '/api/settlements',
    shown: ({ items }) => first(items).map(({ settlement }) => rupees(settlement)),
    isTrue: () => [],
  },
  {
    path: '/reconcile?asOf=2026-09-03',
    answer: '/api/reconciliation',
    shown: ({ buckets }) =>
      buckets
        .filter(({ count }: Body) => count > 0)
        .flatMap(({ count, amount }: Body) => [String(count), rupees(amount)]),
    isTrue: ({ total, buckets }) => [
      [total.count, truth.subOrders],
      [sum(buckets.map(({ count }: Body) => count)), truth.subOrders],
      [amountOf(buckets, 'promised'), truth.outstandingSettlement],
    ],
  },
  {
    path: `/returns?${PERIOD}`,
    answer: '/api/returns/summary',
    shown: ({ total }) => [String(total.customer.parcels), String(total.rto.parcels)],
    isTrue: ({ total }) => [
      [total.inTransit.parcels, truth.returns.intransit + truth.returns.ofd_reverse],
      [total.received.parcels, truth.returns.completed_delivered],
      [total.lost.parcels, truth.returns.completed_lost],
      [total.customer.parcels, truth.customerReturns],
    ],
  },
  {
    path: '/claims',
    answer: '/api/claims/summary',
    shown: ({ credits }) =>
      credits.filter(({ tickets }: Body) => tickets > 0).map(({ amount }: Body) => rupees(amount)),
    isTrue: ({ states }) => [
      [ticketsOf(states, 'approved'), truth.claims.Approved],
      [ticketsOf(states, 'rejected'), truth.claims.Rejected],
      [ticketsOf(states, 'open'), truth.claims.Open],
    ],
  },
  {
    path: `/skus?${PERIOD}&basis=payment`,
    answer: '/api/skus',
    shown: ({ items }) => first(items).map(({ lines }) => rupees(lines.netProfit)),
    isTrue: ({ items }) =>
      items.map(({ sku, lines }: Body) => [lines.settlement, truth.bySku[sku]?.['settlement']]),
  },
  {
    path: '/costs',
    answer: '/api/costs',
    shown: ({ items }) => first(items).map(({ inForce }) => rupees(inForce.cost)),
    isTrue: ({ items }) => [[items.length, truth.costSkus]],
  },
  {
    path: '/tax?year=2026&month=2026-07',
    answer: '/api/tax/tcs',
    shown: ({ months }) => months.map(({ payments }: Body) => rupees(payments.withheld)),
    isTrue: ({ months }) => [
      [sum(months.map(({ payments }: Body) => payments.withheld)), -truth.total['tcs']!],
    ],
  },
  {
    path: '/tax?year=2026&month=2026-07',
    answer: '/api/gst/summary',
    shown: ({ total }) => [rupees(total.taxableSales), rupees(total.taxableReturns)],
    isTrue: ({ month, counts }) => [
      [month, '2026-07'],
      [counts.sales, truth.gst[month]!.salesRows],
      [counts.returns, truth.gst[month]!.returnRows],
    ],
  },
  {
    path: `/ads?${PERIOD}&basis=order`,
    answer: '/api/ads',
    shown: ({ spend }) => [rupees(spend.total), rupees(spend.netCost), rupees(spend.gst)],
    isTrue: ({ spend }) => [
      [spend.total, truth.ads.total],
      [spend.rows, truth.ads.rows],
    ],
  },
]

function amountOf(buckets: readonly Body[], name: string): number {
  return buckets.find(({ bucket }) => bucket === name).amount
}

function ticketsOf(states: readonly Body[], name: string): number {
  return states.find(({ state }) => state === name).tickets
}

test.each([
  ['desktop', 'light'],
  ['phone', 'dark'],
] as const)(
  'every screen shows what the service answers, and that is the truth of the files: %s, %s',
  async (device, colorScheme) => {
    const page = await openPage(device, { colorScheme })
    await page.goto('/welcome')
    await page.getByRole('button', { name: 'Look around with sample data' }).click()
    await page.getByText('This is a made-up seller.').waitFor()
    await untilSampleIsRead(page)
    const wrong: string[] = []
    for (const screen of SCREENS) {
      const body = await openWithAnswer(page, screen)
      const name = `${screen.path} ${screen.answer}`
      for (const [said, meant] of screen.isTrue(body)) expect(said, name).toBe(meant)
      wrong.push(...(await missingOn(page, screen.shown(body))).map((each) => `${name} ${each}`))
      await keepScreen(page, `figures-${name}-${device}-${colorScheme}`)
    }
    expect(wrong).toEqual([])
  },
)

/** The answer to what the screen asked for with what its own address says, once it asks for nothing more. */
async function openWithAnswer(page: Page, { path, answer }: Screen): Promise<Body> {
  const asked: string[] = []
  const wanted = [...new URLSearchParams(path.split('?')[1])]
  const listen = (request: { url(): string }) => {
    const { pathname, search, searchParams } = new URL(request.url())
    // A screen may ask the same of other days too, to compare with them.
    const isOfAddress = wanted.every(([key, value]) => (searchParams.get(key) ?? value) === value)
    if (pathname === answer && isOfAddress) asked.push(pathname + search)
  }
  page.on('request', listen)
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  page.off('request', listen)
  const last = asked.at(-1)
  if (last === undefined) throw new Error(`${path} never asked for ${answer}`)
  return page.evaluate(async (url) => (await fetch(url)).json(), last)
}

/** What is not to be read on the screen, once it has had the time to be drawn. */
async function missingOn(page: Page, wanted: readonly string[]): Promise<string[]> {
  const missing = async () => {
    const text = (await page.locator('main').textContent()) ?? ''
    return wanted.filter((each) => !text.includes(each))
  }
  await expect
    .poll(missing, { timeout: 10_000 })
    .toEqual([])
    .catch(() => undefined)
  return missing()
}
