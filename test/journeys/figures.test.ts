import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { keepScreen, openPage, useBrowser } from './browser'
import { rupees, truthOf, untilSampleIsRead } from './seller'

useBrowser()

const truth = truthOf('seller-2026')
const PERIOD = 'from=2026-06-01&to=2026-09-30'
/** How many rows of a list are compared: what lies below is drawn when it is scrolled to. */
const SEEN = 5

type Screen<Body = unknown> = {
  readonly path: string
  /** The path of the answer that the screen draws. */
  readonly answer: string
  /** What must be read on the screen. */
  readonly shown: (body: Body) => readonly string[]
  /** What the answer says, and what the truth of the files is. */
  readonly isTrue: (body: Body) => readonly (readonly [unknown, unknown])[]
}

/** A screen, named with what it reads of the answer. */
function screen<Body>({ shown, isTrue, ...asked }: Screen<Body>): Screen {
  return {
    ...asked,
    // Safe because the Worker's tests hold each answer against its description, which has all of it.
    shown: (body) => shown(body as Body),
    isTrue: (body) => isTrue(body as Body),
  }
}

type Items<Item> = { readonly items: readonly Item[] }
type Money<Name extends string> = Readonly<Record<Name, number>>
type Parcels<Name extends string> = Readonly<Record<Name, { readonly parcels: number }>>
type Bucket = { readonly bucket: string } & Money<'count' | 'amount'>
type Ticket = { readonly state: string; readonly tickets: number }

const first = <Item>(items: readonly Item[]) => items.slice(0, SEEN)
const sum = (amounts: readonly number[]) => amounts.reduce((total, each) => total + each, 0)

const SCREENS: readonly Screen[] = [
  screen<
    { totals: Money<'net' | 'orders' | 'ads' | 'referral' | 'adjustments'> } & Items<Money<'net'>>
  >({
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
  }),
  screen<Items<Money<'settlement'>>>({
    path: `/settlements?${PERIOD}`,
    answer: '/api/settlements',
    shown: ({ items }) => first(items).map(({ settlement }) => rupees(settlement)),
    isTrue: () => [],
  }),
  screen<{ total: Money<'count'>; buckets: readonly Bucket[] }>({
    path: '/reconcile?asOf=2026-09-03',
    answer: '/api/reconciliation',
    shown: ({ buckets }) =>
      buckets
        .filter(({ count }) => count > 0)
        .flatMap(({ count, amount }) => [String(count), rupees(amount)]),
    isTrue: ({ total, buckets }) => [
      [total.count, truth.subOrders],
      [sum(buckets.map(({ count }) => count)), truth.subOrders],
      [amountOf(buckets, 'promised'), truth.outstandingSettlement],
    ],
  }),
  screen<{ total: Parcels<'customer' | 'rto' | 'inTransit' | 'received' | 'lost'> }>({
    path: `/returns?${PERIOD}`,
    answer: '/api/returns/summary',
    shown: ({ total }) => [String(total.customer.parcels), String(total.rto.parcels)],
    isTrue: ({ total }) => [
      [total.inTransit.parcels, truth.returns.intransit + truth.returns.ofd_reverse],
      [total.received.parcels, truth.returns.completed_delivered],
      [total.lost.parcels, truth.returns.completed_lost],
      [total.customer.parcels, truth.customerReturns],
    ],
  }),
  screen<{ states: readonly Ticket[]; credits: readonly Money<'tickets' | 'amount'>[] }>({
    path: '/claims',
    answer: '/api/claims/summary',
    shown: ({ credits }) =>
      credits.filter(({ tickets }) => tickets > 0).map(({ amount }) => rupees(amount)),
    isTrue: ({ states }) => [
      [ticketsOf(states, 'approved'), truth.claims.Approved],
      [ticketsOf(states, 'rejected'), truth.claims.Rejected],
      [ticketsOf(states, 'open'), truth.claims.Open],
    ],
  }),
  screen<Items<{ sku: string; lines: Money<'netProfit' | 'settlement'> }>>({
    path: `/skus?${PERIOD}&basis=payment`,
    answer: '/api/skus',
    shown: ({ items }) => first(items).map(({ lines }) => rupees(lines.netProfit)),
    isTrue: ({ items }) =>
      items.map(({ sku, lines }) => [lines.settlement, truth.bySku[sku]?.['settlement']]),
  }),
  screen<Items<{ inForce: Money<'cost'> }>>({
    path: '/costs',
    answer: '/api/costs',
    shown: ({ items }) => first(items).map(({ inForce }) => rupees(inForce.cost)),
    isTrue: ({ items }) => [[items.length, truth.costSkus]],
  }),
  screen<{ months: readonly { payments: Money<'withheld'> }[] }>({
    path: '/tax?year=2026&month=2026-07',
    answer: '/api/tax/tcs',
    shown: ({ months }) => months.map(({ payments }) => rupees(payments.withheld)),
    isTrue: ({ months }) => [
      [sum(months.map(({ payments }) => payments.withheld)), -truth.total['tcs']!],
    ],
  }),
  screen<{
    month: string
    total: Money<'taxableSales' | 'taxableReturns'>
    counts: Money<'sales' | 'returns'>
  }>({
    path: '/tax?year=2026&month=2026-07',
    answer: '/api/gst/summary',
    shown: ({ total }) => [rupees(total.taxableSales), rupees(total.taxableReturns)],
    isTrue: ({ month, counts }) => [
      [month, '2026-07'],
      [counts.sales, truth.gst[month]!.salesRows],
      [counts.returns, truth.gst[month]!.returnRows],
    ],
  }),
  screen<{ spend: Money<'total' | 'netCost' | 'gst' | 'rows'> }>({
    path: `/ads?${PERIOD}&basis=order`,
    answer: '/api/ads',
    shown: ({ spend }) => [rupees(spend.total), rupees(spend.netCost), rupees(spend.gst)],
    isTrue: ({ spend }) => [
      [spend.total, truth.ads.total],
      [spend.rows, truth.ads.rows],
    ],
  }),
]

function amountOf(buckets: readonly Bucket[], name: string) {
  return buckets.find(({ bucket }) => bucket === name)?.amount
}

function ticketsOf(states: readonly Ticket[], name: string) {
  return states.find(({ state }) => state === name)?.tickets
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
async function openWithAnswer(page: Page, { path, answer }: Screen): Promise<unknown> {
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

/** What is not to be read on the screen, once it has had the time to be drawn; a long list is drawn where one looks. */
async function missingOn(page: Page, wanted: readonly string[]): Promise<string[]> {
  const missing = async () => {
    await page.evaluate(() => {
      const tables = document.querySelectorAll('[role=table]')
      tables[tables.length - 1]?.scrollIntoView()
    })
    const text = (await page.locator('main').textContent()) ?? ''
    return wanted.filter((each) => !text.includes(each))
  }
  await expect
    .poll(missing, { timeout: 10_000 })
    .toEqual([])
    .catch(() => undefined)
  return missing()
}
