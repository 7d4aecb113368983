import type { UnitCost } from '#core/costs/unit-cost'
import type { BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import { and, asc, count, eq, getTableColumns, gt, inArray, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, type KnownAt } from '../knowledge'
import { unitCosts } from '../schema/costs'
import { reports } from '../schema/reports'
import type { Observed } from './observations'
import { sourceColumns } from './settlement-lists'
import { countSubOrders } from './totals'

/** The last word counts: by when it was said, and not by when it was read. */
export const COSTS: Observed = {
  table: 'unit_cost',
  identity: ['sku', 'effective_from'],
  content: ['cost_paise', 'packaging_paise'],
  beside: ['said_at'],
  order: ['.said_at'],
}

/** One cost as a JSON array; `saidAt` is when its list was sent. */
export function unitCostRow(
  { sku, effectiveFrom, cost, packaging }: UnitCost,
  saidAt: number,
  rowNo: number,
): string {
  return JSON.stringify([sku, effectiveFrom, cost ?? null, packaging ?? null, saidAt, rowNo])
}

/**
 * Says costs by hand, as a chunk of unitCostRow(): from now on they count for their SKU and day, and what
 * counted until now is closed. What says the same stays as it is.
 */
export function sayUnitCosts(storeId: StoreId, chunk: string, now: Date): SQL[] {
  const rows = sql`(SELECT value->>0 AS sku, value->>1 AS effective_from, value->>2 AS cost_paise,
    value->>3 AS packaging_paise, value->>4 AS said_at, value->>5 AS row_no FROM json_each(${chunk}))`
  const isSame = sql`o.store_id = ${storeId} AND o.sku = i.sku AND o.effective_from = i.effective_from AND o.closed_at = 0`
  const addedAt = sql`max(${now.getTime()}, coalesce((SELECT max(p.closed_at) FROM unit_cost AS p
    WHERE p.store_id = ${storeId} AND p.sku = i.sku AND p.effective_from = i.effective_from), 0))`
  return [
    sql`UPDATE OR REPLACE unit_cost SET closed_at = max(${now.getTime()}, added_at)
      WHERE (store_id, sku, effective_from, closed_at) IN (
        SELECT o.store_id, o.sku, o.effective_from, 0 FROM ${rows} AS i CROSS JOIN unit_cost AS o ON ${isSame}
        WHERE o.cost_paise IS NOT i.cost_paise OR o.packaging_paise IS NOT i.packaging_paise)`,
    sql`INSERT INTO unit_cost (store_id, report_id, added_at, sku, effective_from, cost_paise, packaging_paise, said_at, row_no)
      SELECT ${storeId}, 0, ${addedAt}, i.sku, i.effective_from, i.cost_paise, i.packaging_paise, i.said_at, i.row_no
      FROM ${rows} AS i LEFT JOIN unit_cost AS o ON ${isSame} WHERE o.store_id IS NULL`,
  ]
}

/** After a list was undone: what had been set by hand counts again where nothing else does. */
export function reviveCostsByHand(storeId: StoreId, now: Date): SQL {
  return sql`INSERT OR IGNORE INTO unit_cost (store_id, sku, effective_from, closed_at, added_at, report_id, row_no, said_at,
      cost_paise, packaging_paise)
    SELECT h.store_id, h.sku, h.effective_from, 0, max(${now.getTime()}, (SELECT max(p.closed_at) FROM unit_cost AS p
        WHERE p.store_id = h.store_id AND p.sku = h.sku AND p.effective_from = h.effective_from)),
      0, 0, max(h.said_at), h.cost_paise, h.packaging_paise
    FROM unit_cost AS h
    WHERE h.store_id = ${storeId} AND h.report_id = 0 AND NOT EXISTS (
      SELECT 1 FROM unit_cost AS c WHERE c.store_id = h.store_id AND c.sku = h.sku
        AND c.effective_from = h.effective_from AND c.closed_at = 0)
    GROUP BY h.sku, h.effective_from`
}

const columns = { ...getTableColumns(unitCosts), ...sourceColumns }

export type ListedCost = Awaited<ReturnType<typeof listCostsOfSkus>>[number]

type CostFilter = { readonly search: string | undefined; readonly knownAt: KnownAt }

/** SKUs that have costs, in the order of their letters, a page at a time. */
export async function listCostedSkus(
  ledger: Db,
  storeIds: readonly StoreId[],
  filter: CostFilter,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<string[]> {
  const rows = await ledger
    .selectDistinct({ sku: unitCosts.sku })
    .from(unitCosts)
    .where(
      and(
        hasCost(storeIds, filter),
        page.after === undefined ? undefined : gt(unitCosts.sku, page.after),
      ),
    )
    .orderBy(asc(unitCosts.sku))
    .limit(page.limit)
  return rows.map(({ sku }) => sku)
}

/** How many SKUs there are on all pages, the same SKU of two stores twice. */
export async function countCostedSkus(
  ledger: Db,
  storeIds: readonly StoreId[],
  filter: CostFilter,
): Promise<number> {
  const skus = ledger
    .selectDistinct({ storeId: unitCosts.storeId, sku: unitCosts.sku })
    .from(unitCosts)
    .where(hasCost(storeIds, filter))
    .as('costed')
  const [found] = await ledger.select({ count: count() }).from(skus)
  return found?.count ?? 0
}

function hasCost(storeIds: readonly StoreId[], { search, knownAt }: CostFilter) {
  return and(
    inArray(unitCosts.storeId, [...storeIds]),
    isKnown('unit_cost', knownAt),
    search === undefined ? undefined : sql`instr(lower(${unitCosts.sku}), lower(${search}))`,
  )
}

// A cost that changes every week for two years.
const MAX_COSTS_A_SKU = 100

/** Every dated cost that counts of some SKUs, the oldest first. Set by hand, it has no source. */
export function listCostsOfSkus(
  ledger: Db,
  storeIds: readonly StoreId[],
  skus: readonly string[],
  knownAt: KnownAt,
) {
  return ledger
    .select(columns)
    .from(unitCosts)
    .leftJoin(reports, eq(reports.id, unitCosts.reportId))
    .where(
      and(
        inArray(unitCosts.storeId, [...storeIds]),
        sql`${unitCosts.sku} IN (SELECT value FROM json_each(${JSON.stringify(skus)}))`,
        isKnown('unit_cost', knownAt),
      ),
    )
    .orderBy(asc(unitCosts.sku), asc(unitCosts.storeId), asc(unitCosts.effectiveFrom))
    .limit(skus.length * MAX_COSTS_A_SKU)
}

/** Every dated cost of a store that counts, for a cost book; a page of SKUs and days at a time. */
export function listUnitCosts(
  ledger: Db,
  storeId: StoreId,
  page: {
    readonly after: { readonly sku: string; readonly effectiveFrom: BusinessDate } | undefined
    readonly limit: number
  },
  knownAt?: KnownAt,
) {
  const { sku, effectiveFrom, cost, packaging } = unitCosts
  const { after } = page
  return ledger
    .select({ sku, effectiveFrom, cost, packaging })
    .from(unitCosts)
    .where(
      and(
        eq(unitCosts.storeId, storeId),
        isKnown('unit_cost', knownAt),
        after && sql`(${sku}, ${effectiveFrom}) > (${after.sku}, ${after.effectiveFrom})`,
      ),
    )
    .orderBy(asc(sku), asc(effectiveFrom))
    .limit(page.limit)
}

/** Units ordered by SKU and month, which is all that is known of what has been sold. */
export function listOrderedUnits(
  ledger: Db,
  storeId: StoreId,
  page: {
    readonly after: { readonly sku: string; readonly month: string } | undefined
    readonly limit: number
  },
  knownAt?: KnownAt,
) {
  const after = page.after
  return ledger.all<{ sku: string; month: string; units: number; subOrders: number }>(
    sql`SELECT sku, period AS month, units, sub_orders AS subOrders FROM ${orderedMonths(storeId, knownAt)}
      ${after === undefined ? sql`` : sql`WHERE (sku, period) > (${after.sku}, ${after.month})`}
      ORDER BY sku, period LIMIT ${page.limit}`,
  )
}

/** Totals hold what is known now: for a past moment the sub-orders are counted. */
function orderedMonths(storeId: StoreId, knownAt: KnownAt): SQL {
  if (knownAt === undefined)
    return sql`(SELECT sku, period, units, sub_orders FROM order_total
      WHERE store_id = ${storeId} AND grain = 'month' AND scope = 'sku')`
  return sql`(SELECT sku, substr(ordered_on, 1, 7) AS period, sum(units) AS units, sum(sub_orders) AS sub_orders
    FROM (${countSubOrders([storeId], sql`> ''`, [], { knownAt })}) GROUP BY 1, 2)`
}
