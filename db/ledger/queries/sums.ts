import type { BusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { Days } from '#core/pnl/period'
import type { Basis } from '#core/pnl/profit'
import { type SQL, sql } from 'drizzle-orm'
import { joinSubOrder, type SubOrderJoin } from '../known-sub-orders'
import { isKnown, type KnownAt } from '../knowledge'
import { LINE_VALUES } from './line-values'

const unitsOf = (...outcomes: string[]) =>
  `coalesce(l.quantity, 0) * (l.outcome IN (${outcomes.map((outcome) => `'${outcome}'`).join(', ')}))`

/** Columns of `total`, and what each adds up over settlement lines. */
export const LINE_SUMS: Readonly<Record<string, string>> = {
  lines: '1',
  sub_orders: 'l.sale_paise > 0',
  units: 'coalesce(l.quantity, 0) * (l.sale_paise > 0)',
  delivered_units: unitsOf('delivered', 'exchanged'),
  returned_units: unitsOf('returned'),
  rto_units: unitsOf('rto'),
  gst_unknown_lines: 'l.gst_on_sales_paise IS NULL',
  ...Object.fromEntries(
    Object.entries(LINE_VALUES).map(([name, value]) => [`${snake(name)}_paise`, value]),
  ),
}

/** `saleReturn` → `sale_return`. */
function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** What ads, referral and platform adjustments add; 0 in a settlement line. */
const EXTRA_COLUMNS = [
  'ads_paise',
  'gst_credit_on_ads_paise',
  'referral_paise',
  'adjustments_paise',
] as const

export const TOTAL_COLUMNS: readonly string[] = [...Object.keys(LINE_SUMS), ...EXTRA_COLUMNS]

/** The columns of `total` as a list, and as a list of their sums. */
export const NAMES = TOTAL_COLUMNS.join(', ')
export const SUMS = TOTAL_COLUMNS.map((column) => `sum(${column})`).join(', ')

/** One month in which a store was paid: the unit in which totals are dropped and rebuilt. */
export type PaidMonth = { readonly storeId: StoreId; readonly month: BusinessMonth }

/** Paid months as rows (m) with the columns 0: store, 1: month; each is one range of a fact's key. */
export function paidMonthRows(paidMonths: readonly PaidMonth[]): SQL {
  const pairs = JSON.stringify(paidMonths.map(({ storeId, month }) => [storeId, month]))
  return sql`json_each(${pairs}) AS m`
}

function isPaidIn(alias: string, paidOn: string, { paid, knownAt }: Part): SQL {
  const isOfMonth = sql.raw(`${alias}.store_id = m.value->>0
    AND ${alias}.${paidOn} BETWEEN (m.value->>1) || '-01' AND (m.value->>1) || '-31'`)
  const days = sql.raw(`${alias}.${paidOn}`)
  const onDays = paid === undefined ? sql`` : sql`AND ${days} BETWEEN ${paid.from} AND ${paid.to}`
  return sql`${isOfMonth} ${onDays} AND ${isKnown(alias, knownAt)}`
}

/** The SKU of a line: its own, or where that is empty, the one its orders report names. */
export function lineSku({ column }: SubOrderJoin): string {
  return `coalesce(nullif(l.sku, ''), ${column('sku')}, '')`
}

// A sub-order was ordered on the day its orders report says; a line's own date stands in without one.
export function linePeriod(basis: Basis, { column }: SubOrderJoin): string {
  return basis === 'payment' ? 'l.paid_on' : `coalesce(${column('ordered_on')}, l.ordered_on, '')`
}

/** Lines (l) of paid months that stand in a part, each beside its sub-order; after it comes what to group by. */
export function linesIn(basis: Basis, paidMonths: readonly PaidMonth[], part: Part): SQL {
  const subOrder = joinSubOrder('l', part.knownAt)
  return sql`${paidMonthRows(paidMonths)}
    CROSS JOIN settlement_line AS l ON ${isPaidIn('l', 'paid_on', part)}
    ${subOrder.join}
    WHERE ${isPart(linePeriod(basis, subOrder), lineSku(subOrder), part)}`
}

/** Which part of the months' facts is added up; everything where nothing is said. */
export type Part = {
  readonly from?: string
  readonly to?: string
  readonly sku?: string | undefined
  /** Of the months, only what was paid on these days. */
  readonly paid?: Days
  readonly knownAt?: KnownAt
}

function isPart(period: string, skuColumn: string, { from, to, sku }: Part): SQL {
  const within =
    from === undefined || to === undefined
      ? sql`1`
      : sql`${sql.raw(period)} BETWEEN ${from} AND ${to}`
  return sku === undefined ? within : sql`${within} AND ${sql.raw(skuColumn)} = ${sku}`
}

type Sums = {
  readonly columns: readonly string[]
  readonly bySku: boolean
  /** False: all periods are added up together under ''. */
  readonly byPeriod: boolean
}

function sumLines(
  basis: Basis,
  paidMonths: readonly PaidMonth[],
  part: Part,
  { columns, bySku, byPeriod }: Sums,
): SQL {
  const subOrder = joinSubOrder('l', part.knownAt)
  const period = byPeriod ? linePeriod(basis, subOrder) : `''`
  const sku = lineSku(subOrder)
  const sums = columns.map((column) => sumOf(LINE_SUMS[column]))
  return sql`SELECT l.store_id, ${sql.raw(period)} AS period, ${sql.raw([...(bySku ? [sku] : []), ...sums].join(', '))}
    FROM ${linesIn(basis, paidMonths, part)}
    GROUP BY 1, 2 ${sql.raw(bySku ? ', 3' : '')}`
}

const sumOf = (value: string | undefined) => (value === undefined ? '0' : `sum(${value})`)

export type Extra = {
  readonly table: string
  readonly paidOn: string
  readonly period: Readonly<Record<Basis, string>>
  readonly sums: Readonly<Record<string, string>>
}

/** The payout's other sheets. None of their money belongs to a SKU. */
export const EXTRAS: readonly Extra[] = [
  {
    table: 'ad_spend',
    paidOn: 'deducted_on',
    period: { order: 'x.ran_on', payment: 'x.deducted_on' },
    sums: { ads_paise: 'x.total_paise', gst_credit_on_ads_paise: 'x.gst_credit_paise' },
  },
  {
    table: 'referral_payment',
    paidOn: 'paid_on',
    period: { order: 'x.paid_on', payment: 'x.paid_on' },
    sums: { referral_paise: 'x.net_paise + x.taxes_paise' },
  },
  {
    table: 'platform_adjustment',
    paidOn: 'paid_on',
    period: { order: 'x.paid_on', payment: 'x.paid_on' },
    sums: { adjustments_paise: 'x.amount_paise' },
  },
]

function sumExtra(
  basis: Basis,
  paidMonths: readonly PaidMonth[],
  part: Part,
  { columns, bySku, byPeriod, extra }: Sums & { readonly extra: Extra },
): SQL {
  const period = extra.period[basis]
  const sums = columns.map((column) => sumOf(extra.sums[column]))
  return sql`SELECT x.store_id, ${sql.raw(byPeriod ? period : `''`)} AS period, ${sql.raw([...(bySku ? [`''`] : []), ...sums].join(', '))}
    FROM ${paidMonthRows(paidMonths)} CROSS JOIN ${sql.raw(extra.table)} AS x ON ${isPaidIn('x', extra.paidOn, part)}
    WHERE ${isPart(period, `''`, part)}
    GROUP BY 1, 2`
}

/**
 * Rows of (store_id, period, sku, …the columns of `total`): the facts of some paid months, added up. Where
 * nobody asks for the periods, '' stands for all of them: fewer groups are sooner made.
 */
export function sumPaidMonths(
  basis: Basis,
  paidMonths: readonly PaidMonth[],
  part: Part = {},
  byPeriod = true,
): SQL {
  return sumFacts(basis, paidMonths, part, { columns: TOTAL_COLUMNS, bySku: true, byPeriod })
}

/** Rows of (store_id, period, …columns): some of the same sums, of every SKU together. */
export function sumPaidDays(
  basis: Basis,
  paidMonths: readonly PaidMonth[],
  part: Part,
  columns: readonly string[],
): SQL {
  return sumFacts(basis, paidMonths, part, { columns, bySku: false, byPeriod: true })
}

function sumFacts(basis: Basis, paidMonths: readonly PaidMonth[], part: Part, sums: Sums): SQL {
  const parts = [
    sumLines(basis, paidMonths, part, sums),
    ...EXTRAS.map((extra) => sumExtra(basis, paidMonths, part, { ...sums, extra })),
  ]
  return sql.join(parts, sql` UNION ALL `)
}
