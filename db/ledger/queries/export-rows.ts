import type { StoreId } from '#core/ids'
import type { Days } from '#core/pnl/period'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, type KnownAt } from '../knowledge'
import { dueOnOf, newestOutstanding } from './standings'

/** A row under the names of its columns, with `filename`, `path` and `sheet` of the report it came from. */
export type ExportRow = Readonly<Record<string, string | number | null>>

/** How the rows of a fact table are paged through: by columns of an index, so that no page sorts the table. */
export type FactTable = {
  readonly table: string
  /** The column of the day that a period asks for; nothing where rows belong to no day. */
  readonly day: string | undefined
  /** Tells the rows of one store apart, in the order of an index. */
  readonly key: readonly string[]
}

export type FactQuery = {
  readonly storeId: StoreId
  /** Nothing for every day. */
  readonly days: Days | undefined
  readonly knownAt: KnownAt
  /** A further condition on the row, whose alias is `f`. */
  readonly filter?: SQL
  readonly descending?: boolean
}

export type ExportPage = { readonly after: ExportRow | undefined; readonly limit: number }

/** Rows of one fact table that count, with where they stand. */
export function listFacts(
  ledger: Db,
  facts: FactTable,
  query: FactQuery,
  page: ExportPage,
): Promise<ExportRow[]> {
  return ledger.all<ExportRow>(sql`SELECT f.*, r.filename, r.path, r.sheet
    FROM ${sql.raw(facts.table)} AS f LEFT JOIN report AS r ON r.id = f.report_id
    WHERE f.store_id = ${query.storeId} AND ${isKnown('f', query.knownAt)}
      AND ${inDays(facts, query)} AND ${query.filter ?? sql`1`} AND ${isAfter(facts, query, page)}
    ORDER BY ${orderOf(facts, query)} LIMIT ${page.limit}`)
}

export const SUB_ORDERS: FactTable = {
  table: 'sub_order',
  day: 'ordered_on',
  key: ['ordered_on', 'sub_order_no'],
}

/** Sub-orders of the orders reports, each with where it stands as far as it was judged. */
export function listOrderRows(
  ledger: Db,
  query: FactQuery,
  page: ExportPage,
): Promise<ExportRow[]> {
  return ledger.all<ExportRow>(sql`SELECT f.*, r.filename, r.path, r.sheet,
      s.bucket, ${dueOnOf(sql`s.store_id`, sql`s.ordered_on`)} AS due_on, s.settled_paise, s.promised_paise, s.expected_paise
    FROM ${subOrdersKnown(query)} AS f LEFT JOIN report AS r ON r.id = f.report_id
    LEFT JOIN standing AS s ON s.store_id = f.store_id AND s.sub_order_no = f.sub_order_no
    WHERE f.store_id = ${query.storeId} AND ${inDays(SUB_ORDERS, query)}
      AND ${isAfter(SUB_ORDERS, query, page)}
    ORDER BY ${orderOf(SUB_ORDERS, query)} LIMIT ${page.limit}`)
}

const ORDER_COLUMNS = `store_id, sub_order_no, status, ordered_on, sku, product_name, size, quantity,
  customer_state, listed_price_paise, discounted_price_paise, packet_id, catalog_id, order_source,
  report_id, row_no`

/** A sub-order's earlier observations stand in a table of their own. */
function subOrdersKnown({ storeId, knownAt }: FactQuery): SQL {
  if (knownAt === undefined) return sql`sub_order`
  const columns = sql.raw(ORDER_COLUMNS)
  return sql`(SELECT ${columns} FROM sub_order WHERE store_id = ${storeId} AND added_at < ${knownAt}
    UNION ALL SELECT ${columns} FROM sub_order_history
      WHERE store_id = ${storeId} AND added_at < ${knownAt} AND closed_at >= ${knownAt})`
}

/** The promises of the store's newest outstanding report. */
export function listPromiseRows(
  ledger: Db,
  storeId: StoreId,
  page: ExportPage,
): Promise<ExportRow[]> {
  return ledger.all<ExportRow>(sql`SELECT f.*, r.filename, r.path, r.sheet
    FROM outstanding_payment AS f LEFT JOIN report AS r ON r.id = f.report_id
    WHERE f.report_id = ${newestOutstanding(storeId)} AND f.store_id = ${storeId}
      AND f.row_no > ${page.after?.['row_no'] ?? -1}
    ORDER BY f.row_no LIMIT ${page.limit}`)
}

function inDays({ day }: FactTable, { days }: FactQuery): SQL {
  if (days === undefined || day === undefined) return sql`1`
  return sql`${column(day)} BETWEEN ${days.from} AND ${days.to}`
}

function isAfter({ key }: FactTable, { descending }: FactQuery, { after }: ExportPage): SQL {
  if (after === undefined) return sql`1`
  const columns = sql.join(key.map(column), sql`, `)
  const values = sql.join(
    key.map((name) => sql`${after[name] ?? null}`),
    sql`, `,
  )
  return sql`(${columns}) ${sql.raw(descending ? '<' : '>')} (${values})`
}

function orderOf({ key }: FactTable, { descending }: FactQuery): SQL {
  const direction = sql.raw(descending ? ' DESC' : '')
  return sql.join(
    key.map((name) => sql`${column(name)}${direction}`),
    sql`, `,
  )
}

const column = (name: string) => sql.raw(`f.${name}`)

export type LineFilter = {
  readonly status?: string | undefined
  readonly sku?: string | undefined
  /** Part of a sub-order number or of a SKU, or a whole transaction id. */
  readonly search?: string | undefined
}

/** As the list of settlement lines is filtered on its screen. */
export function lineFilter({ status, sku, search }: LineFilter): SQL {
  const conditions = [
    status === undefined ? [] : [sql`f.status = ${status}`],
    sku === undefined ? [] : [sql`f.sku = ${sku}`],
    search === undefined
      ? []
      : [
          sql`(instr(f.sub_order_no, ${search}) OR instr(lower(f.sku), lower(${search})) OR f.transaction_id = ${search})`,
        ],
  ].flat()
  return conditions.length === 0 ? sql`1` : sql.join(conditions, sql` AND `)
}

/** How many rows there are, counted no further than `limit`. */
export async function countFacts(
  ledger: Db,
  facts: FactTable,
  query: FactQuery,
  limit: number,
): Promise<number> {
  const [row] = await ledger.all<{ count: number }>(sql`SELECT count(*) AS count FROM (
    SELECT 1 FROM ${sql.raw(facts.table)} AS f
    WHERE f.store_id = ${query.storeId} AND ${isKnown('f', query.knownAt)}
      AND ${inDays(facts, query)} AND ${query.filter ?? sql`1`} LIMIT ${limit})`)
  return row?.count ?? 0
}

/** How many rows the reports of some stores have, which is no fewer than their facts. */
export async function countReportRows(ledger: Db, storeIds: readonly StoreId[]): Promise<number> {
  const [row] = await ledger.all<{ count: number }>(sql`SELECT coalesce(sum(rows), 0) AS count
    FROM report WHERE store_id IN (SELECT value FROM json_each(${JSON.stringify(storeIds)})) AND state = 'read'`)
  return row?.count ?? 0
}
