import type { BusinessDate, BusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { staleMonths } from '../schema/reports'
import { LINE_VALUES } from './line-values'

export type StaleMonth = typeof staleMonths.$inferSelect

/** Months whose totals must be rebuilt, oldest first; a rebuild takes a few at a time. */
export function listStaleMonths(db: Db, storeId: StoreId, limit: number): Promise<StaleMonth[]> {
  return db
    .select()
    .from(staleMonths)
    .where(eq(staleMonths.storeId, storeId))
    .orderBy(staleMonths.subject, staleMonths.month)
    .limit(limit)
}

/** Marks months whose facts have changed, in the batch that changes them. */
export function markStale(
  storeId: StoreId,
  subject: StaleMonth['subject'],
  months: readonly BusinessMonth[],
): SQL {
  return sql`INSERT INTO stale_month (store_id, subject, month, changes)
    SELECT ${storeId}, ${subject}, value, 1 FROM json_each(${JSON.stringify(months)}) WHERE true
    ON CONFLICT DO UPDATE SET changes = changes + 1`
}

/** Forgets a mark, unless the month has changed again since it was read. */
export function clearStale({ storeId, subject, month, changes }: StaleMonth): SQL {
  const mark = and(
    eq(staleMonths.storeId, storeId),
    eq(staleMonths.subject, subject),
    eq(staleMonths.month, month),
    eq(staleMonths.changes, changes),
  )
  return sql`DELETE FROM stale_month WHERE ${mark}`
}

/** The last day that any money was paid to the store; nothing before its first payment. */
export async function findLastPaidOn(db: Db, storeId: StoreId): Promise<BusinessDate | undefined> {
  const [row] = await db.all<{ paidOn: BusinessDate | null }>(
    sql`SELECT max(paid_on) AS paidOn FROM settlement_line WHERE store_id = ${storeId}`,
  )
  return row?.paidOn ?? undefined
}

const unitsOf = (...outcomes: string[]) =>
  `coalesce(l.quantity, 0) * (l.outcome IN (${outcomes.map((outcome) => `'${outcome}'`).join(', ')}))`

/** Columns of `total`, and what each adds up over settlement lines. */
const LINE_SUMS: Readonly<Record<string, string>> = {
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

const NAMES = TOTAL_COLUMNS.join(', ')
const SUMS = TOTAL_COLUMNS.map((column) => `sum(${column})`).join(', ')
const KEY = 'store_id, basis, grain, scope, period, sku, paid_month'

type Basis = 'order' | 'payment'

/** One month of one store: the unit in which totals are dropped and rebuilt. */
type PaidMonth = { readonly storeId: StoreId; readonly month: BusinessMonth }

function isPaidIn({ month }: PaidMonth, column: string): SQL {
  return sql`${sql.raw(column)} BETWEEN ${`${month}-01`} AND ${`${month}-31`}`
}

// A sub-order was ordered on the day its orders report says; a line's own date stands in without one.
const LINES_OF = {
  payment: {
    period: 'l.paid_on',
    sku: `coalesce(nullif(l.sku, ''), o.sku, '')`,
  },
  order: {
    period: `coalesce(o.ordered_on, l.ordered_on, '')`,
    sku: `coalesce(nullif(l.sku, ''), o.sku, '')`,
  },
} as const satisfies Record<Basis, object>

/** Sums of the month's settlement lines by day and SKU. */
function sumLines(basis: Basis, paid: PaidMonth): SQL {
  const { period, sku } = LINES_OF[basis]
  const sums = Object.values(LINE_SUMS).map((value) => `sum(${value})`)
  const zeros = EXTRA_COLUMNS.map(() => '0')
  return sql`SELECT ${sql.raw(period)} AS period, ${sql.raw(sku)} AS sku, ${sql.raw([...sums, ...zeros].join(', '))}
    FROM settlement_line AS l
    LEFT JOIN sub_order AS o ON o.store_id = l.store_id AND o.sub_order_no = l.sub_order_no
    WHERE l.store_id = ${paid.storeId} AND ${isPaidIn(paid, 'l.paid_on')} AND l.closed_at = 0
    GROUP BY 1, 2`
}

/** Sums of one kind of payout extra by day; it belongs to no SKU. */
function sumExtra(
  paid: PaidMonth,
  table: { name: string; period: string; paidOn: string; sums: Readonly<Record<string, string>> },
): SQL {
  const columns = TOTAL_COLUMNS.map((column) => {
    const sum = table.sums[column]
    return sum === undefined ? '0' : `sum(${sum})`
  })
  return sql`SELECT ${sql.raw(table.period)} AS period, '' AS sku, ${sql.raw(columns.join(', '))}
    FROM ${sql.raw(table.name)}
    WHERE store_id = ${paid.storeId} AND ${isPaidIn(paid, table.paidOn)} AND closed_at = 0
    GROUP BY 1`
}

function sumExtras(basis: Basis, paid: PaidMonth): SQL[] {
  const adPeriod = basis === 'order' ? 'ran_on' : 'deducted_on'
  return [
    sumExtra(paid, {
      name: 'ad_spend',
      period: adPeriod,
      paidOn: 'deducted_on',
      sums: { ads_paise: 'total_paise', gst_credit_on_ads_paise: 'gst_credit_paise' },
    }),
    sumExtra(paid, {
      name: 'referral_payment',
      period: 'paid_on',
      paidOn: 'paid_on',
      sums: { referral_paise: 'net_paise + taxes_paise' },
    }),
    sumExtra(paid, {
      name: 'platform_adjustment',
      period: 'paid_on',
      paidOn: 'paid_on',
      sums: { adjustments_paise: 'amount_paise' },
    }),
  ]
}

/** Writes the month's totals anew, finest first; the coarser ones are sums of the finest. */
export function rebuildPaidMonth(paid: PaidMonth): SQL[] {
  const { storeId, month } = paid
  const mine = sql`store_id = ${storeId} AND paid_month = ${month}`
  const finest = (basis: Basis) => sql`INSERT INTO total (${sql.raw(KEY)}, ${sql.raw(NAMES)})
    SELECT ${storeId}, ${basis}, 'day', 'sku', period, sku, ${month}, ${sql.raw(SUMS)} FROM (
      WITH part (period, sku, ${sql.raw(NAMES)}) AS (
        ${sql.join([sumLines(basis, paid), ...sumExtras(basis, paid)], sql` UNION ALL `)}
      ) SELECT * FROM part)
    GROUP BY period, sku`
  const coarser = (grain: 'day' | 'month', scope: 'all' | 'sku') => {
    const period = grain === 'day' ? 'period' : 'substr(period, 1, 7)'
    const sku = scope === 'all' ? `''` : 'sku'
    return sql`INSERT INTO total (${sql.raw(KEY)}, ${sql.raw(NAMES)})
      SELECT store_id, basis, ${grain}, ${scope}, ${sql.raw(period)}, ${sql.raw(sku)}, paid_month, ${sql.raw(SUMS)}
      FROM total WHERE ${mine} AND grain = 'day' AND scope = 'sku'
      GROUP BY basis, ${sql.raw(period)}, ${sql.raw(sku)}`
  }
  return [
    sql`DELETE FROM total WHERE ${mine}`,
    finest('payment'),
    finest('order'),
    coarser('day', 'all'),
    coarser('month', 'sku'),
    coarser('month', 'all'),
    sql`DELETE FROM payout_transaction WHERE store_id = ${storeId} AND ${isPaidIn(paid, 'paid_on')}`,
    sql`INSERT INTO payout_transaction (store_id, paid_on, transaction_id, lines, settlement_paise)
      SELECT store_id, paid_on, transaction_id, count(*), sum(settlement_paise) FROM settlement_line
      WHERE store_id = ${storeId} AND ${isPaidIn(paid, 'paid_on')} AND closed_at = 0
      GROUP BY store_id, paid_on, transaction_id`,
  ]
}

/** Writes the counts of the sub-orders ordered in a month anew. `finalRanks` are core's: see lifecycle. */
export function rebuildOrderedMonth(
  storeId: StoreId,
  month: BusinessMonth,
  finalRanks: readonly number[],
): SQL[] {
  const days = sql`BETWEEN ${`${month}-01`} AND ${`${month}-31`}`
  const coarser = (grain: 'day' | 'month', scope: 'all' | 'sku') => {
    const period = grain === 'day' ? sql.raw('period') : sql`${month}`
    const sku = sql.raw(scope === 'all' ? `''` : 'sku')
    return sql`INSERT INTO order_total (store_id, grain, scope, period, sku, sub_orders, units, final_sub_orders)
      SELECT store_id, ${grain}, ${scope}, ${period}, ${sku}, sum(sub_orders), sum(units), sum(final_sub_orders)
      FROM order_total WHERE store_id = ${storeId} AND grain = 'day' AND scope = 'sku' AND period ${days}
      GROUP BY store_id, ${period}, ${sku}`
  }
  return [
    sql`DELETE FROM order_total WHERE store_id = ${storeId} AND grain = 'day' AND period ${days}`,
    sql`DELETE FROM order_total WHERE store_id = ${storeId} AND grain = 'month' AND period = ${month}`,
    sql`INSERT INTO order_total (store_id, grain, scope, period, sku, sub_orders, units, final_sub_orders)
      SELECT store_id, 'day', 'sku', ordered_on, sku, count(*), sum(quantity), sum(lifecycle_rank IN (SELECT value FROM json_each(${JSON.stringify(finalRanks)})))
      FROM sub_order WHERE store_id = ${storeId} AND ordered_on ${days}
      GROUP BY store_id, ordered_on, sku`,
    coarser('day', 'all'),
    coarser('month', 'sku'),
    coarser('month', 'all'),
  ]
}
