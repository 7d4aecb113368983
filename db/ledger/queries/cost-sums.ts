import { COGS_POLICIES, type CogsPolicy } from '#core/costs/cogs'
import type { StoreId } from '#core/ids'
import type { Basis } from '#core/pnl/profit'
import { type SQL, sql } from 'drizzle-orm'
import { isKnown, type KnownAt } from '../knowledge'

/** Sub-orders of a store ordered from a day to another; '' to '' are those that no report dates. */
export type OrderedRange = { readonly storeId: StoreId; readonly from: string; readonly to: string }

/** What each policy adds up over entries of cost; a policy's name leads its columns. */
const ofPolicy = (policy: string): readonly [string, string][] => [
  [`${policy}_units`, `${policy}_units`],
  [`${policy}_unknown_units`, `${policy}_units * (cost IS NULL)`],
  [`${policy}_entries`, `${policy}_units <> 0`],
  [`${policy}_unknown_entries`, `${policy}_units <> 0 AND cost IS NULL`],
  [`${policy}_cogs_paise`, `-${policy}_units * coalesce(cost, 0)`],
]

/** What one entry of cost (e) adds to the profit by a policy: goods and packaging, as far as they are known. */
export function amountOfEntry(policy: CogsPolicy): SQL {
  return sql.raw(
    `-(e.${policy}_units * coalesce(e.cost, 0) + e.dispatched_units * coalesce(e.packaging, 0))`,
  )
}

/** Columns of `cost_total`, and what each adds up over entries of cost. */
const ENTRY_SUMS: readonly (readonly [string, string])[] = [
  ...COGS_POLICIES.flatMap(ofPolicy),
  ['dispatched_units', 'dispatched_units'],
  ['unpacked_units', 'dispatched_units * (packaging IS NULL)'],
  ['packaging_paise', '-dispatched_units * coalesce(packaging, 0)'],
  ['still_expected_paise', 'still_expected_paise'],
]

export const COST_COLUMNS: readonly string[] = ENTRY_SUMS.map(([column]) => column)

const UNITS = COGS_POLICIES.map((policy) => `${policy}_units`)
const SENT = COGS_POLICIES.map((policy) => `sent_${policy}_units`)

// The entries of core/costs/cogs, in units: on order basis one; on payment basis what was sent, and what
// came back. What has no day yet on payment basis has the period ''.
const ENTRIES: Readonly<Record<Basis, readonly string[]>> = {
  order: [
    `SELECT store_id, sub_order_no, ordered_on, 'order' AS basis, ordered_on AS period, sku, cost_on, ${UNITS.join(', ')},
      dispatched_units, still_expected_paise
    FROM moved WHERE ordered_on <> ''`,
  ],
  payment: [
    `SELECT store_id, sub_order_no, ordered_on, 'payment' AS basis, paid_on AS period, sku, cost_on,
      ${UNITS.map((units, at) => `CASE paid_on WHEN '' THEN ${units} ELSE ${SENT[at]} END AS ${units}`).join(', ')},
      dispatched_units, 0 AS still_expected_paise
    FROM moved WHERE dispatched_units > 0`,
    `SELECT store_id, sub_order_no, ordered_on, 'payment' AS basis, back_on AS period, sku, cost_on,
      ${UNITS.map((units, at) => `${units} - ${SENT[at]} AS ${units}`).join(', ')},
      0 AS dispatched_units, 0 AS still_expected_paise
    FROM moved WHERE dispatched_units > 0 AND paid_on <> '' AND (${UNITS.map((units, at) => `${units} <> ${SENT[at]}`).join(' OR ')})`,
  ],
}

export type EntryPart = {
  readonly from?: string
  readonly to?: string
  readonly sku?: string | undefined
  readonly skus?: readonly string[]
}

export type MovedPart = {
  readonly paid: { readonly from: string; readonly to: string } | undefined
  readonly skus: readonly string[] | undefined
}

/** What of a part can be told before anything is priced: of months of orders few may be paid on its days. */
function movedPart(bases: readonly Basis[], { from, to, sku, skus }: EntryPart): MovedPart {
  const isPaid = bases.every((basis) => basis === 'payment')
  return {
    paid: isPaid && from !== undefined && to !== undefined ? { from, to } : undefined,
    skus: sku === undefined ? skus : [sku],
  }
}

/** The movements of sub-orders ordered within some ranges; of days paid in, only those that count on them. */
export function movedIn(ranges: readonly OrderedRange[], { paid, skus }: Partial<MovedPart>): SQL {
  const named = skus
    ? sql`AND u.sku IN (SELECT value FROM json_each(${JSON.stringify(skus)}))`
    : sql``
  const rows = sql`json_each(${JSON.stringify(ranges.map(({ storeId, from, to }) => [storeId, from, to]))}) AS r`
  const isInRange = sql`u.store_id = r.value->>0 AND u.ordered_on BETWEEN r.value->>1 AND r.value->>2`
  if (paid === undefined)
    return sql`SELECT u.* FROM ${rows} CROSS JOIN unit_movement AS u ON ${isInRange} ${named}`
  // Both days are those of lines: few sub-orders are paid on some days, and many ordered in the months before.
  const stores = JSON.stringify([...new Set(ranges.map(({ storeId }) => storeId))])
  return sql`SELECT u.* FROM (
      SELECT DISTINCT l.store_id, l.sub_order_no FROM json_each(${stores}) AS s
      CROSS JOIN settlement_line AS l ON l.store_id = s.value
        AND l.paid_on BETWEEN ${paid.from} AND ${paid.to} AND l.closed_at = 0) AS l
    CROSS JOIN unit_movement AS u ON u.store_id = l.store_id AND u.sub_order_no = l.sub_order_no ${named}
    WHERE u.paid_on BETWEEN ${paid.from} AND ${paid.to} OR u.back_on BETWEEN ${paid.from} AND ${paid.to}`
}

/**
 * The CTEs that price some movements: `entry` has one row for each entry of cost, with the
 * cost and packaging in force, NULL where unknown. SKUs are matched as makeCostBook does.
 */
export function pricedEntries(moved: SQL, bases: readonly Basis[], knownAt?: KnownAt): SQL {
  const entries = bases.flatMap((basis) => ENTRIES[basis]).join(' UNION ALL ')
  return sql`moved AS MATERIALIZED (${moved}),
    ${costsInForce(knownAt)},
    entry AS (SELECT e.*, p.book_sku, p.cost, p.packaging FROM (${sql.raw(entries)}) AS e
      CROSS JOIN priced AS p ON p.store_id = e.store_id AND p.sku = e.sku
        AND e.cost_on >= p.since AND e.cost_on < p.until)`
}

/**
 * From `moved`: `book`, the SKU under which each SKU's costs stand, and `priced`, the costs in force from
 * each day on which one begins until the next. Once for each SKU and cost, and not for each sub-order.
 */
function costsInForce(knownAt: KnownAt): SQL {
  const hasCost = (alias: string) => sql`EXISTS (SELECT 1 FROM unit_cost AS c
    WHERE c.store_id = ${sql.raw(alias)}.store_id AND c.sku = ${sql.raw(alias)}.sku AND ${isKnown('c', knownAt)})`
  const inForce = (column: string) => sql`(SELECT c.${sql.raw(column)} FROM unit_cost AS c
    WHERE c.store_id = d.store_id AND c.sku = d.book_sku AND c.effective_from <= d.since
      AND ${isKnown('c', knownAt)} AND c.${sql.raw(column)} IS NOT NULL
    ORDER BY c.effective_from DESC LIMIT 1)`
  return sql`book AS MATERIALIZED (
      SELECT s.store_id, s.sku, CASE WHEN ${hasCost('s')} THEN s.sku ELSE (
        SELECT CASE count(*) WHEN 1 THEN min(o.sku) END
        FROM sku_name AS n CROSS JOIN sku_name AS o ON o.store_id = n.store_id AND o.folded = n.folded
        WHERE n.store_id = s.store_id AND n.sku = s.sku AND ${hasCost('o')}) END AS book_sku
      FROM (SELECT DISTINCT store_id, sku FROM moved) AS s),
    priced AS MATERIALIZED (
      SELECT d.store_id, d.sku, d.book_sku, d.since, ${inForce('cost_paise')} AS cost,
        ${inForce('packaging_paise')} AS packaging,
        lead(d.since, 1, ${NO_DAY_LATER}) OVER (PARTITION BY d.store_id, d.sku ORDER BY d.since) AS until
      FROM (SELECT b.store_id, b.sku, b.book_sku, '' AS since FROM book AS b
        UNION SELECT b.store_id, b.sku, b.book_sku, c.effective_from
        FROM book AS b CROSS JOIN unit_cost AS c ON c.store_id = b.store_id AND c.sku = b.book_sku
          AND ${isKnown('c', knownAt)}) AS d)`
}

/** After every day there is; before the first cost stands ''. */
const NO_DAY_LATER = '9999-12-31'

export function isEntryPart({ from, to, sku }: EntryPart): SQL {
  const within =
    from === undefined || to === undefined ? sql`1` : sql`period BETWEEN ${from} AND ${to}`
  return sku === undefined ? within : sql`${within} AND sku = ${sku}`
}

/**
 * Rows of (store_id, basis, period, sku, …the columns of `cost_total`): movements, priced and added up.
 * Where nobody asks for the periods, '' stands for all of them: fewer groups are sooner made.
 */
export function sumMovements(
  ranges: readonly OrderedRange[],
  bases: readonly Basis[],
  part: EntryPart = {},
  byPeriod = true,
): SQL {
  const sums = ENTRY_SUMS.map(([column, value]) => `sum(${value}) AS ${column}`).join(', ')
  return sql`WITH ${pricedEntries(movedIn(ranges, movedPart(bases, part)), bases)}
    SELECT store_id, basis, ${sql.raw(byPeriod ? 'period' : `''`)} AS period, sku, ${sql.raw(sums)} FROM entry
    WHERE ${isEntryPart(part)} GROUP BY store_id, basis, 3, sku`
}
