import { type PaymentsLayout, rupees, writePayments } from './payments-sheets'

export type PaymentsWorkbook = {
  /** Rows of the sheet `Order Payments`. */
  rows: number
  seed?: number
  layout?: PaymentsLayout
  /** The first payment date. */
  from?: string
  /** Payment dates the rows are spread over, one transaction each. */
  days?: number
  skus?: number
  adRows?: number
}

const DAY_MS = 24 * 60 * 60 * 1000

/** A workbook as the panel writes it, whose every row proves its own settlement; the same seed gives the same bytes. */
export function makePaymentsWorkbook(options: PaymentsWorkbook): Promise<Uint8Array> {
  const random = randomFrom(options.seed ?? 1)
  return writePayments(options.layout ?? 'P2', {
    orders: orderRows(options, random),
    ads: adRows(options, random),
    referral: [],
    adjustments: [],
  })
}

function* orderRows(options: PaymentsWorkbook, random: Random): Iterable<string[]> {
  const products = Array.from({ length: options.skus ?? 200 }, (_, index) => product(index, random))
  for (let index = 0; index < options.rows; index++)
    yield orderRow(options, products, index, random)
}

type Product = { name: string; sku: string; catalogId: string; gstRate: number; listed: number }

function product(index: number, random: Random): Product {
  const kind = pick(random, [
    'Cotton Kurti',
    'Georgette Saree',
    'Hair Clip “Pearl”',
    'Kids Frock & Top',
    'Steel Bottle',
  ])
  return {
    // Half of the names real sellers give end in a space.
    name: `${pick(random, ['Designer', 'Trendy', 'Stylish'])} ${kind} ${index}${random() < 0.5 ? ' ' : ''}`,
    sku: `${pick(random, ['F', 'G', 'K'])}${10 + index}-${pick(random, ['red', 'blue', 'green'])}-${index}`,
    catalogId: String(90_000_000 + index * 37),
    gstRate: pick(random, [5, 5, 5, 12, 18]),
    listed: (99 + Math.floor(random() * 900)) * 100,
  }
}

type Event = 'Delivered' | 'RTO' | 'Return' | 'Claim' | 'Affiliate'

/** Amounts in paise, named as the sheet's columns are. */
type Amounts = {
  sale: number
  saleReturn: number
  returnShipping: number
  shipping: number
  tcs: number
  tds: number
  claims: number
  recovery: number
}

function orderRow(
  options: PaymentsWorkbook,
  products: readonly Product[],
  index: number,
  random: Random,
): string[] {
  const item = pick(random, products)
  const days = options.days ?? 22
  const day = Math.floor((index * days) / options.rows)
  const paidAt = Date.parse(options.from ?? '2026-08-01') + day * DAY_MS
  const dispatchedAt = paidAt - (9 + Math.floor(random() * 9)) * DAY_MS
  const orderedAt = dispatchedAt - Math.floor(random() * DAY_MS * 2)
  const event = eventOf(random())
  const isAdjustment = event === 'Claim' || event === 'Affiliate'
  const amounts = amountsOf(event, item, random)
  const settled = Object.values(amounts).reduce((all, amount) => all + amount, 0)
  const details = [
    `26${String(2_000_000_000_000_000 + index * 7919).padStart(16, '0')}_1`,
    new Date(orderedAt).toISOString().slice(0, 19).replace('T', ' '),
    dayText(dispatchedAt),
    item.name,
    item.sku,
    ...(options.layout === 'P3'
      ? [item.catalogId, pick(random, ['Organic', 'Organic', 'Ads'])]
      : []),
  ]
  return [
    ...details,
    isAdjustment ? '' : event,
    String(item.gstRate),
    String(item.listed / 100),
    '1',
    `AXISCN${1_000_000_000 + day * 104_729}`,
    dayText(paidAt),
    rupees(settled),
    isAdjustment ? '' : pick(random, ['PREMIUM_RETURN', 'BASIC', '']),
    ...moneyCells(amounts, event),
  ]
}

function eventOf(chance: number): Event {
  if (chance < 0.7) return 'Delivered'
  if (chance < 0.92) return 'RTO'
  if (chance < 0.97) return 'Return'
  return chance < 0.985 ? 'Claim' : 'Affiliate'
}

function amountsOf(event: Event, item: Product, random: Random): Amounts {
  const none = {
    sale: 0,
    saleReturn: 0,
    returnShipping: 0,
    shipping: 0,
    tcs: 0,
    tds: 0,
    claims: 0,
    recovery: 0,
  }
  if (event === 'Claim') return { ...none, claims: Math.floor(random() * 40_000) }
  if (event === 'Affiliate') return { ...none, recovery: -Math.floor(random() * 5_000) }
  // The buyer pays the shipping, Meesho takes it back with its own 18 % GST.
  const buyerShipping = pick(random, [49, 55, 80, 93]) * 100
  const sale = item.listed + buyerShipping
  if (event === 'RTO') return { ...none, sale, saleReturn: -sale }
  if (event === 'Return') return { ...none, sale, saleReturn: -sale, returnShipping: -165_00 }
  const beforeGst = 1 + item.gstRate / 100
  return {
    ...none,
    sale,
    shipping: -Math.round((buyerShipping / beforeGst) * 1.18),
    tcs: -Math.round((sale * 0.005) / beforeGst),
    tds: -Math.round((sale * 0.001) / beforeGst),
  }
}

function moneyCells(amounts: Amounts, event: Event): string[] {
  const isReturned = event === 'RTO' || event === 'Return'
  const zero = '0.0'
  // The panel writes a computed nothing of a returned sale as -0.0.
  const tax = (amount: number) => (isReturned ? '-0.0' : rupees(amount))
  return [
    rupees(amounts.sale),
    rupees(amounts.saleReturn),
    zero,
    zero,
    zero,
    isReturned ? '-0.0' : zero,
    zero,
    zero,
    zero,
    zero,
    zero,
    zero,
    rupees(amounts.returnShipping),
    zero,
    rupees(amounts.shipping),
    zero,
    zero,
    zero,
    zero,
    tax(amounts.tcs),
    '0.1',
    tax(amounts.tds),
    zero,
    rupees(amounts.claims),
    rupees(amounts.recovery),
    '',
    '',
    event === 'Affiliate' ? 'Affiliate Fee' : '',
  ]
}

function* adRows(options: PaymentsWorkbook, random: Random): Iterable<string[]> {
  const count = options.adRows ?? 10
  for (let index = 0; index < count; index++) {
    const paidAt =
      Date.parse(options.from ?? '2026-08-01') + (index % (options.days ?? 22)) * DAY_MS
    const cost = 1_000 + Math.floor(random() * 20_000)
    const gst = Math.round(cost * 0.18)
    yield [
      dayText(paidAt - 3 * DAY_MS),
      dayText(paidAt),
      String(4e6 + index),
      rupees(cost),
      '0',
      rupees(-cost),
      rupees(-gst),
      rupees(-cost - gst),
    ]
  }
}

function dayText(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

type Random = () => number

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)]!
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
