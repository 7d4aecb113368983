import type { CogsPolicy } from '#core/costs/cogs'
import type { StoreId } from '#core/ids'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, type KnownAt } from '../knowledge'
import type { FigureScope } from './cells'
import { rangesWith } from './cost-reads'
import { isEntryPart, pricedEntries } from './cost-sums'
import { listOrderedMonths } from './cost-totals'

export type CostFigure = 'cogs' | 'packaging'

/** A sub-order's units at their cost, on a day of the period, with the row that says the cost. */
export type CostRow = {
  readonly on: string
  readonly subOrderNo: string
  readonly units: number
  readonly value: number
  readonly columns: string | null
  /** All nothing where the cost was entered by hand. */
  readonly uploadId: string | null
  readonly reportId: number
  readonly filename: string | null
  readonly path: string | null
  readonly sheet: string | null
  readonly rowNo: number
}

export type CostSource = Omit<CostRow, 'on' | 'subOrderNo' | 'units' | 'value'> & {
  readonly sku: string
  readonly day: string
}

export type CostCells = {
  readonly rows: readonly CostRow[]
  /** Where the next page goes on; nothing after the last. */
  readonly next: string | undefined
}

export type CostQuestion = FigureScope & {
  readonly figure: CostFigure
  readonly policy: CogsPolicy
}

const COLUMN_OF: Readonly<Record<CostFigure, string>> = {
  cogs: 'cost_paise',
  packaging: 'packaging_paise',
}

/** A page of sub-orders in the order of their days, those that cost something in the period among them. */
export async function listCostCells(
  ledger: Db,
  storeId: StoreId,
  question: CostQuestion,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<CostCells> {
  const { basis } = question
  const months = await listOrderedMonths(ledger, [storeId])
  const ranges = await rangesWith(ledger, basis, months, question)
  const [from, to] = [
    ranges.map((range) => range.from).toSorted()[0],
    ranges
      .map((range) => range.to)
      .toSorted()
      .at(-1),
  ]
  if (from === undefined || to === undefined) return { rows: [], next: undefined }
  const place = sql`json_array(ordered_on, sub_order_no)`
  const scanned = sql`SELECT * FROM unit_movement
    WHERE store_id = ${storeId} AND ordered_on BETWEEN ${from} AND ${to} AND ${isAfter(after)}
    ORDER BY ordered_on, sub_order_no LIMIT ${limit}`
  const [rows, places] = await Promise.all([
    ledger.all<CostRow>(cellsOf(scanned, question)),
    ledger.all<{ place: string }>(sql`SELECT ${place} AS place FROM (${scanned})`),
  ])
  return { rows, next: places.length < limit ? undefined : places.at(-1)?.place }
}

function isAfter(place: string | undefined): SQL {
  if (place === undefined) return sql`1`
  // Safe because an earlier page made it; the route checks its shape.
  const [day, id] = JSON.parse(place) as (string | number)[]
  return sql`(ordered_on, sub_order_no) > (${day ?? ''}, ${id ?? ''})`
}

const SOURCE = sql.raw(
  'r.columns, r.upload_id AS uploadId, c.report_id AS reportId, r.filename, r.path, r.sheet, c.row_no AS rowNo',
)

/** True for the cost (c) that is in force for an entry (e) with a SKU of the book and a day. */
function isInForce(figure: CostFigure, knownAt: KnownAt): SQL {
  const column = sql.raw(COLUMN_OF[figure])
  return sql`c.store_id = e.store_id AND c.sku = e.book_sku AND ${isKnown('c', knownAt)}
    AND c.effective_from = (SELECT max(o.effective_from) FROM unit_cost AS o
      WHERE o.store_id = e.store_id AND o.sku = e.book_sku AND o.effective_from <= e.cost_on
        AND ${isKnown('o', knownAt)} AND o.${column} IS NOT NULL)`
}

/** Where a cost in force is said, for each of some SKUs of the book on some days. */
export function listCostSources(
  ledger: Db,
  storeId: StoreId,
  { figure, knownAt }: { readonly figure: CostFigure; readonly knownAt: KnownAt },
  asked: readonly (readonly [sku: string, day: string])[],
): Promise<CostSource[]> {
  return ledger.all<CostSource>(sql`WITH e AS MATERIALIZED (SELECT DISTINCT ${storeId} AS store_id,
      value->>0 AS book_sku, value->>1 AS cost_on FROM json_each(${JSON.stringify(asked)}))
    SELECT e.book_sku AS sku, e.cost_on AS day, ${SOURCE}
    FROM e CROSS JOIN unit_cost AS c ON ${isInForce(figure, knownAt)}
    LEFT JOIN report AS r ON r.id = c.report_id`)
}

/** The entries of cost of some movements that lie in the period, each beside the row of its cost. */
function cellsOf(moved: SQL, { figure, policy, basis, from, to, sku }: CostQuestion): SQL {
  const units = sql.raw(figure === 'cogs' ? `e.${policy}_units` : 'e.dispatched_units')
  const unitCost = sql.raw(figure === 'cogs' ? 'e.cost' : 'e.packaging')
  return sql`WITH ${pricedEntries(moved, [basis])}
    SELECT e.period AS "on", e.sub_order_no AS subOrderNo, ${units} AS units, -${units} * ${unitCost} AS value,
      ${SOURCE}
    FROM (SELECT * FROM entry WHERE ${isEntryPart({ from, to, sku })}) AS e
    CROSS JOIN unit_cost AS c ON ${isInForce(figure, undefined)}
    LEFT JOIN report AS r ON r.id = c.report_id
    WHERE ${units} * ${unitCost} <> 0
    ORDER BY e.ordered_on, e.sub_order_no, e.period, value`
}
