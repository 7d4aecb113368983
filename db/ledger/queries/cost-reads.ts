import type { CogsPolicy } from '#core/costs/cogs'
import type { StoreId } from '#core/ids'
import type { GroupCosts } from '#core/pnl/costs'
import type { Days } from '#core/pnl/period'
import type { Basis } from '#core/pnl/profit'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { COST_COLUMNS, type OrderedRange, sumMovements } from './cost-sums'
import { listOrderedMonths, type OrderedMonth, rangeOf } from './cost-totals'
import { periodParts, type PeriodPart, skuParts } from './period-parts'
import { type Group, GROUP_KEYS, isByPeriod, type PnlQuery } from './pnl'
import { isWaiting } from './standings'

/** What the units of a group cost by one policy; amounts are negative. */
export type CostSums = GroupCosts & { readonly key: string }

const COLUMNS = COST_COLUMNS.join(', ')

function sumsOf(policy: CogsPolicy): SQL {
  return sql.raw(`sum(${policy}_units) AS units, sum(${policy}_unknown_units) AS unknownUnits,
    sum(${policy}_entries) AS entries, sum(${policy}_unknown_entries) AS unknownEntries,
    sum(${policy}_cogs_paise) AS cogs, sum(dispatched_units) AS dispatchedUnits,
    sum(unpacked_units) AS unpackedUnits, sum(packaging_paise) AS packaging,
    sum(still_expected_paise) AS stillExpected`)
}

/** What a period's units cost, by group: few rows for a year, as with the settlement's sums. */
export async function listCostSums(
  ledger: Db,
  storeIds: readonly StoreId[],
  policy: CogsPolicy,
  query: PnlQuery,
  limit: number,
): Promise<CostSums[]> {
  const bySku = query.group === 'sku' || query.sku !== undefined
  const parts = await partsOf(ledger, storeIds, query, bySku)
  if (parts.length === 0) return []
  return ledger.all<CostSums>(sql`WITH part (period, sku, ${sql.raw(COLUMNS)}) AS (${sql.join(parts, sql` UNION ALL `)})
    SELECT ${sql.raw(GROUP_KEYS[query.group])} AS key, ${sumsOf(policy)} FROM part
    GROUP BY 1 ORDER BY 1 LIMIT ${limit}`)
}

/** Rows of (period, sku, …sums) that together are the period. */
async function partsOf(
  ledger: Db,
  storeIds: readonly StoreId[],
  { basis, group, sku, from, to }: PnlQuery,
  bySku: boolean,
): Promise<SQL[]> {
  const months = await listOrderedMonths(ledger, storeIds)
  const parts: SQL[] = []
  const pieces = bySku
    ? await skuParts({ from, to, group }, (days) => isWithoutCosts(ledger, basis, months, days))
    : periodParts({ from, to }, group, false, undefined)
  for (const part of pieces) {
    const { of } = part
    const rows =
      of === 'facts'
        ? await movementsIn(ledger, basis, months, { ...part, sku, group })
        : keptCosts(basis, monthsOf(basis, months, part), { ...part, of, sku, bySku })
    parts.push(rows)
  }
  return parts
}

/** On order basis a period's cost is that of what was ordered in it. */
function monthsOf(
  basis: Basis,
  months: readonly OrderedMonth[],
  { from, to }: Omit<PeriodPart, 'of'>,
): OrderedMonth[] {
  if (basis === 'payment') return [...months]
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)]
  return months.filter(({ month }) => month >= first && month <= last)
}

function monthRows(months: readonly OrderedMonth[]): SQL {
  const pairs = JSON.stringify(months.map(({ storeId, month }) => [storeId, month]))
  return sql`json_each(${pairs}) AS m`
}

type Kept = PeriodPart & {
  readonly of: 'day' | 'month'
  readonly sku: string | undefined
  readonly bySku: boolean
}

function keptCosts(
  basis: Basis,
  months: readonly OrderedMonth[],
  { of, from, to, sku, bySku }: Kept,
): SQL {
  const only = sku === undefined ? sql`` : sql`AND t.sku = ${sku}`
  return sql`SELECT t.period, t.sku, ${sql.raw(COLUMNS)} FROM ${monthRows(months)}
    CROSS JOIN cost_total AS t ON t.store_id = m.value->>0 AND t.ordered_month = m.value->>1
      AND t.basis = ${basis} AND t.grain = ${of} AND t.scope = ${bySku ? 'sku' : 'all'}
      AND t.period BETWEEN ${from} AND ${to} ${only}`
}

/** Whether no cost is kept of some days. */
export async function isWithoutCosts(
  ledger: Db,
  basis: Basis,
  months: readonly OrderedMonth[],
  days: Days,
): Promise<boolean> {
  const asked = monthsOf(basis, months, days)
  return (await listMonthsWith(ledger, basis, asked, days)).length === 0
}

type Place = {
  readonly from: string
  readonly to: string
  readonly sku: string | undefined
  readonly group: Group
}

async function movementsIn(
  ledger: Db,
  basis: Basis,
  months: readonly OrderedMonth[],
  place: Place,
): Promise<SQL> {
  const ranges = await rangesWith(ledger, basis, months, place)
  return sql`SELECT period, sku, ${sql.raw(COLUMNS)} FROM (${sumMovements(ranges, [basis], place, isByPeriod(place.group))})`
}

/** The order days whose movements can count in a period: only they need to be read. */
export async function rangesWith(
  ledger: Db,
  basis: Basis,
  months: readonly OrderedMonth[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<OrderedRange[]> {
  if (basis === 'order')
    return [...new Set(months.map(({ storeId }) => storeId))].map((storeId) => ({
      storeId,
      from,
      to,
    }))
  return (await listMonthsWith(ledger, basis, months, { from, to })).map(rangeOf)
}

/** The ordered months of which costs are kept on some days. */
function listMonthsWith(
  ledger: Db,
  basis: Basis,
  months: readonly OrderedMonth[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<OrderedMonth[]> {
  return ledger.all<OrderedMonth>(sql`SELECT DISTINCT t.store_id AS storeId, t.ordered_month AS month
    FROM ${monthRows(months)} CROSS JOIN cost_total AS t ON t.store_id = m.value->>0
      AND t.ordered_month = m.value->>1 AND t.basis = ${basis} AND t.grain = 'day' AND t.scope = 'all'
      AND t.period BETWEEN ${from} AND ${to}`)
}

/** How many SKUs have units in the period whose cost nobody has said. */
export async function countUnknownSkus(
  ledger: Db,
  storeIds: readonly StoreId[],
  policy: CogsPolicy,
  { basis, from, to }: Days & { readonly basis: Basis },
): Promise<number> {
  const months = await listOrderedMonths(ledger, storeIds)
  const isUnknown = sql.raw(`${policy}_unknown_entries > 0`)
  const parts: SQL[] = []
  const pieces = await skuParts({ from, to, group: 'total' }, (days) =>
    isWithoutCosts(ledger, basis, months, days),
  )
  for (const part of pieces) {
    const kept = unknownInMonths(storeIds, basis, part, isUnknown)
    if (part.of === 'month') parts.push(kept)
    else {
      // What has a cost for its whole month has one on each of its days.
      const found = await ledger.all<{ sku: string }>(sql`SELECT DISTINCT sku FROM (${kept})`)
      if (found.length === 0) continue
      const ranges = await rangesWith(ledger, basis, months, part)
      const skus = found.map(({ sku }) => sku)
      const moved = sumMovements(ranges, [basis], { ...part, skus }, false)
      parts.push(sql`SELECT store_id, sku FROM (${moved}) WHERE ${isUnknown}`)
    }
  }
  if (parts.length === 0) return 0
  const [row] = await ledger.all<{ count: number }>(
    sql`SELECT count(*) AS count FROM (SELECT DISTINCT * FROM (${sql.join(parts, sql` UNION ALL `)}))`,
  )
  return row?.count ?? 0
}

/** Rows of (store_id, sku) with units of unknown cost in the months of a part. */
function unknownInMonths(
  storeIds: readonly StoreId[],
  basis: Basis,
  { from, to }: PeriodPart,
  isUnknown: SQL,
): SQL {
  return sql`SELECT t.store_id, t.sku FROM json_each(${JSON.stringify(storeIds)}) AS s
    CROSS JOIN cost_total AS t INDEXED BY cost_total_unknown ON t.store_id = s.value AND t.basis = ${basis}
      AND t.period BETWEEN ${from.slice(0, 7)} AND ${to.slice(0, 7)}
      AND t.scope = 'sku' AND t.grain = 'month' AND t.is_partial = 1 AND t.${isUnknown}`
}

/** True where every store's facts are judged and its costs summed up. */
export async function areCostsCounted(ledger: Db, storeIds: readonly StoreId[]): Promise<boolean> {
  const [row] = await ledger.all<{ isWaiting: number }>(sql`SELECT EXISTS (
    SELECT 1 FROM json_each(${JSON.stringify(storeIds)}) AS s
    WHERE ${isWaiting(sql`s.value`)} OR EXISTS (
      SELECT 1 FROM stale_month AS m WHERE m.store_id = s.value AND m.subject = 'costs')) AS isWaiting`)
  return row?.isWaiting === 0
}
