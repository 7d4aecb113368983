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
  const lines = await linesOf(ledger, storeId, scope, columns)
  if (lines === undefined) return []
  return ledger.all<FigureRow>(sql`SELECT f.*, ${sql.raw(SOURCE)} FROM (
      SELECT ${lines.on} AS "on", l.sub_order_no AS subOrderNo, json_array(${sql.join([...lines.values], sql`, `)}) AS "values",
        json_array(${sql.raw(LINE_KEY)}) AS place, l.report_id, l.row_no
      ${lines.rows} ${isAfter(LINE_KEY, after)}
      ORDER BY ${sql.raw(LINE_KEY)} LIMIT ${limit}
    ) AS f CROSS JOIN report AS r ON r.id = f.report_id`)
}

/** How many cells those lines have that count; nothing where the lines are more than are counted. */
export async function countLineCells(
  ledger: Db,
  storeId: StoreId,
  scope: FigureScope,
  columns: readonly LineColumn[],
  most: number,
): Promise<number | undefined> {
  const lines = await linesOf(ledger, storeId, scope, columns)
  return lines === undefined ? 0 : countCells(ledger, lines, most)
}

type CellRows = { readonly values: readonly SQL[]; readonly rows: SQL }

async function countCells(
  ledger: Db,
  { values, rows }: CellRows,
  most: number,
): Promise<number | undefined> {
  const filled = sql.join(
    values.map((value) => sql`(${value} <> 0)`),
    sql` + `,
  )
  const [found] = await ledger.all<{ rows: number; cells: number }>(
    sql`SELECT count(*) AS rows, total(cells) AS cells
      FROM (SELECT ${filled} AS cells ${rows} LIMIT ${most + 1})`,
  )
  return found && found.rows <= most ? found.cells : undefined
}

/** Nothing where no line can stand in the period. */
async function linesOf(
  ledger: Db,
  storeId: StoreId,
  scope: FigureScope,
  columns: readonly LineColumn[],
): Promise<(CellRows & { readonly on: SQL }) | undefined> {
  const paid = await paidDays(ledger, storeId, scope)
  if (paid === undefined) return undefined
  const subOrder = joinSubOrder('l', scope.knownAt)
  const orderedOn = `coalesce(${subOrder.column('ordered_on')}, l.ordered_on)`
  const on = sql.raw(scope.basis === 'payment' ? 'l.paid_on' : orderedOn)
  const values = columns.map((column) => sql.raw(LINE_VALUES[column]))
  return {
    on,
    values,
    rows: sql`FROM settlement_line AS l
      ${subOrder.join}
      WHERE l.store_id = ${storeId} AND l.paid_on BETWEEN ${paid.from} AND ${paid.to} AND ${isKnown('l', scope.knownAt)}
        AND ${anyCounts(values)} AND ${on} BETWEEN ${scope.from} AND ${scope.to}
        ${ofSku(scope.sku, lineSku(subOrder))}
        ${scope.mark === undefined ? sql`` : sql`AND ${lineMark(subOrder)} = ${scope.mark}`}`,
  }
}

function anyCounts(values: readonly SQL[]): SQL {
  const each = values.map((value) => sql`${value} <> 0`)
  return sql`(${sql.join(each, sql` OR `)})`
}

/** True for rows behind the last one of the page before, in the order of their key. */
function isAfter(key: string, place: string | undefined): SQL {
  if (place === undefined) return sql``
  // Safe because a place is the JSON array that an earlier page made; the route checks its shape.
  const values = (JSON.parse(place) as (string | number)[]).map((value) => sql`${value}`)
  return sql`AND (${sql.raw(key)}) > (${sql.join([...values], sql`, `)})`
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

type ExtraCells = { readonly sheet: ExtraSheet; readonly columns: readonly string[] }

/** Rows of one of the payout's other sheets; they belong to no SKU. */
export function listExtraCells(
  ledger: Db,
  storeId: StoreId,
  scope: FigureScope,
  cells: ExtraCells,
  { after, limit }: Page,
): Promise<FigureRow[]> {
  const { day, values, rows } = extrasOf(storeId, scope, cells)
  const key = `${day}, report_id, row_no`
  return ledger.all<FigureRow>(sql`SELECT f.*, ${sql.raw(SOURCE)} FROM (
      SELECT ${sql.raw(day)} AS "on", NULL AS subOrderNo, json_array(${sql.join([...values], sql`, `)}) AS "values",
        json_array(${sql.raw(key)}) AS place, report_id, row_no
      ${rows} ${isAfter(key, after)}
      ORDER BY ${sql.raw(key)} LIMIT ${limit}
    ) AS f CROSS JOIN report AS r ON r.id = f.report_id`)
}

export function countExtraCells(
  ledger: Db,
  storeId: StoreId,
  scope: FigureScope,
  cells: ExtraCells,
  most: number,
): Promise<number | undefined> {
  return countCells(ledger, extrasOf(storeId, scope, cells), most)
}

function extrasOf(
  storeId: StoreId,
  scope: FigureScope,
  { sheet, columns }: ExtraCells,
): CellRows & { readonly day: string } {
  const extra = EXTRAS[sheet]
  const names: Readonly<Record<string, string>> = extra.values
  const day = extra.day[scope.basis]
  const values = columns.map((column) => sql.raw(names[column] ?? '0'))
  return {
    day,
    values,
    rows: sql`FROM ${sql.raw(extra.table)} AS x
      WHERE store_id = ${storeId} AND ${sql.raw(day)} BETWEEN ${scope.from} AND ${scope.to}
        AND ${isKnown('x', scope.knownAt)}
        AND ${anyCounts(values)}
        AND ${sql.raw(scope.sku === undefined || scope.sku === '' ? '1' : '0')}
        ${sheet === 'ads' && scope.campaign !== undefined ? sql`AND campaign_id = ${scope.campaign}` : sql``}`,
  }
}
