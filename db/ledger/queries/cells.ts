import type { OrderMark } from '#core/ads/order-mark'
import type { BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { LineColumn } from '#core/pnl/figures'
import type { Days } from '#core/pnl/period'
import type { Basis } from '#core/pnl/profit'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { joinSubOrder } from '../known-sub-orders'
import { isKnown, type KnownAt } from '../knowledge'
import { LINE_VALUES } from './line-values'
import { lineMark } from './line-marks'
import { listPaidMonthsWith } from './pnl'
import { lineSku } from './sums'

/** A row of a file that takes part in a figure, with the cells that do, in paise. */
export type FigureRow = {
  readonly on: BusinessDate
  readonly subOrderNo: string | null
  readonly values: string
  readonly rowNo: number
  readonly reportId: number
  readonly uploadId: string
  readonly filename: string
  readonly path: string
  readonly sheet: string
  readonly columns: string
  /** Where the next page goes on. */
  readonly place: string
}

export type FigureScope = Days & {
  readonly basis: Basis
  readonly sku: string | undefined
  readonly knownAt?: KnownAt
  /** Only lines of sub-orders with this mark; it narrows lines alone. */
  readonly mark?: OrderMark | undefined
  /** Only ads of this campaign; it narrows ads alone. */
  readonly campaign?: string | undefined
}

type Page = { readonly after: string | undefined; readonly limit: number }

const SOURCE = `f.report_id AS reportId, f.row_no AS rowNo, r.upload_id AS uploadId, r.filename, r.path, r.sheet, r.columns`

const LINE_KEY =
  'l.paid_on, l.sub_order_no, l.transaction_id, l.status, l.settlement_paise, l.sale_paise, l.occurrence'

/** Lines of one store in which any of the columns counts for something. */
export async function listLineCells(
  ledger: Db,
  storeId: StoreId,
  scope: FigureScope,
  columns: readonly LineColumn[],
  { after, limit }: Page,
): Promise<FigureRow[]> {
  const paid = await paidDays(ledger, storeId, scope)
  if (paid === undefined) return []
  const subOrder = joinSubOrder('l', scope.knownAt)
  const orderedOn = `coalesce(${subOrder.column('ordered_on')}, l.ordered_on)`
  const on = scope.basis === 'payment' ? 'l.paid_on' : orderedOn
  const isCounted = columns.map((column) => `${LINE_VALUES[column]} <> 0`).join(' OR ')
  const values = columns.map((column) => LINE_VALUES[column]).join(', ')
  return ledger.all<FigureRow>(sql`SELECT f.*, ${sql.raw(SOURCE)} FROM (
      SELECT ${sql.raw(on)} AS "on", l.sub_order_no AS subOrderNo, json_array(${sql.raw(values)}) AS "values",
        json_array(${sql.raw(LINE_KEY)}) AS place, l.report_id, l.row_no
      FROM settlement_line AS l
      ${subOrder.join}
      WHERE l.store_id = ${storeId} AND l.paid_on BETWEEN ${paid.from} AND ${paid.to} AND ${isKnown('l', scope.knownAt)}
        AND (${sql.raw(isCounted)}) AND ${sql.raw(on)} BETWEEN ${scope.from} AND ${scope.to}
        ${ofSku(scope.sku, lineSku(subOrder))}
        ${scope.mark === undefined ? sql`` : sql`AND ${lineMark(subOrder)} = ${scope.mark}`}
        ${isAfter(LINE_KEY, after)}
      ORDER BY ${sql.raw(LINE_KEY)} LIMIT ${limit}
    ) AS f CROSS JOIN report AS r ON r.id = f.report_id`)
}

/** True for rows behind the last one of the page before, in the order of their key. */
function isAfter(key: string, place: string | undefined): SQL {
  if (place === undefined) return sql``
  // Safe because a place is the JSON array that an earlier page made; the route checks its shape.
  const values = (JSON.parse(place) as (string | number)[]).map((value) => sql`${value}`)
  return sql`AND (${sql.raw(key)}) > (${sql.join(values, sql`, `)})`
}

function ofSku(sku: string | undefined, column: string): SQL {
  return sku === undefined ? sql`` : sql`AND ${sql.raw(column)} = ${sku}`
}

/** The payment days in which a period's lines can stand; nothing when it has none. */
async function paidDays(
  ledger: Db,
  storeId: StoreId,
  { basis, from, to, knownAt }: FigureScope,
): Promise<{ from: string; to: string } | undefined> {
  if (basis === 'payment') return { from, to }
  const months = (await listPaidMonthsWith(ledger, basis, storeId, { from, to, knownAt })).map(
    ({ month }) => month,
  )
  const [first, last] = [months.toSorted()[0], months.toSorted().at(-1)]
  return first && last && { from: `${first}-01`, to: `${last}-31` }
}

const EXTRAS = {
  ads: {
    table: 'ad_spend',
    day: { order: 'ran_on', payment: 'deducted_on' },
    values: {
      cost: 'cost_paise',
      credits: 'credits_paise',
      netCost: 'net_cost_paise',
      gst: 'gst_paise',
      total: 'total_paise',
      gstCredit: 'gst_credit_paise',
    },
  },
  referral: {
    table: 'referral_payment',
    day: { order: 'paid_on', payment: 'paid_on' },
    values: { net: 'net_paise', taxes: 'taxes_paise' },
  },
  adjustments: {
    table: 'platform_adjustment',
    day: { order: 'paid_on', payment: 'paid_on' },
    values: { amount: 'amount_paise' },
  },
} as const

export type ExtraSheet = keyof typeof EXTRAS

/** Rows of one of the payout's other sheets; they belong to no SKU. */
export function listExtraCells(
  ledger: Db,
  storeId: StoreId,
  scope: FigureScope,
  { sheet, columns }: { readonly sheet: ExtraSheet; readonly columns: readonly string[] },
  { after, limit }: Page,
): Promise<FigureRow[]> {
  const extra = EXTRAS[sheet]
  const names: Readonly<Record<string, string>> = extra.values
  const day = extra.day[scope.basis]
  const key = `${day}, report_id, row_no`
  const values = columns.map((column) => names[column] ?? '0')
  return ledger.all<FigureRow>(sql`SELECT f.*, ${sql.raw(SOURCE)} FROM (
      SELECT ${sql.raw(day)} AS "on", NULL AS subOrderNo, json_array(${sql.raw(values.join(', '))}) AS "values",
        json_array(${sql.raw(key)}) AS place, report_id, row_no
      FROM ${sql.raw(extra.table)} AS x
      WHERE store_id = ${storeId} AND ${sql.raw(day)} BETWEEN ${scope.from} AND ${scope.to}
        AND ${isKnown('x', scope.knownAt)}
        AND (${sql.raw(values.map((value) => `${value} <> 0`).join(' OR '))})
        AND ${sql.raw(scope.sku === undefined || scope.sku === '' ? '1' : '0')}
        ${sheet === 'ads' && scope.campaign !== undefined ? sql`AND campaign_id = ${scope.campaign}` : sql``}
        ${isAfter(key, after)}
      ORDER BY ${sql.raw(key)} LIMIT ${limit}
    ) AS f CROSS JOIN report AS r ON r.id = f.report_id`)
}
