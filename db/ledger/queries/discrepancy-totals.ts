import { type BusinessDate, monthOf } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { RuleId } from '#core/reconciliation/discrepancy'
import { MARK_STATES, type MarkState, stateOf } from '#core/reconciliation/marks'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import type { discrepancies } from '../schema/standings'

type Row = Omit<typeof discrepancies.$inferSelect, 'storeId'>

/** Discrepancies that a page of verdicts takes away, and those that it brings. */
export type DiscrepancyMoves = { readonly gone: readonly Row[]; readonly come: readonly Row[] }

const DECIDED =
  sql.raw(`LEFT JOIN discrepancy_mark AS m ON m.store_id = d.store_id AND m.sub_order_no = d.sub_order_no
      AND m.rule = d.rule AND m.about = d.about`)

/** Keeps the sums equal to the discrepancies of which a page changes some; `mine` is true inside its batch. */
export function moveTotals(storeId: StoreId, { gone, come }: DiscrepancyMoves, mine: SQL): SQL[] {
  if (gone.length + come.length === 0) return []
  const rows = JSON.stringify([
    ...gone.map((row) => rowOf(row, -1)),
    ...come.map((row) => rowOf(row, 1)),
  ])
  // What a person has decided is looked up as it stands when this is written.
  const moved = sql`SELECT d.*, coalesce(m.state, '') AS decided FROM (
      SELECT ${storeId} AS store_id, value->>0 AS sub_order_no, value->>1 AS rule, value->>2 AS about,
        value->>3 AS is_recovered, value->>4 AS from_on, value->>5 AS until_on, value->>6 AS at_stake_paise,
        value->>7 AS recovered_paise, value->>8 AS times FROM json_each(${rows})) AS d
    ${DECIDED}`
  return [addTotals(moved, mine), clearNil(sql`${storeId}`)]
}

function rowOf(row: Row, times: 1 | -1): unknown[] {
  const { subOrderNo, rule, about, isRecovered, fromOn, untilOn, atStake, recoveredAmount } = row
  return [subOrderNo, rule, about, isRecovered, fromOn, untilOn, atStake, recoveredAmount, times]
}

/**
 * Writes decisions, and moves what they are about from the sums of one decision to those of another. `keys`
 * selects (store_id, sub_order_no, rule, about) of what is decided on.
 */
export function moveDecided(keys: SQL, write: SQL): SQL[] {
  const found = (
    times: '1' | '-1',
  ) => sql`SELECT d.*, coalesce(m.state, '') AS decided, ${sql.raw(times)} AS times
    FROM (SELECT DISTINCT * FROM (${keys})) AS k
    CROSS JOIN discrepancy AS d ON d.store_id = k.store_id AND d.sub_order_no = k.sub_order_no
      AND d.rule = k.rule AND d.about = k.about
    ${DECIDED}`
  const everywhere = sql`1`
  return [
    addTotals(found('-1'), everywhere),
    write,
    addTotals(found('1'), everywhere),
    clearNil(sql`(SELECT store_id FROM (${keys}))`),
  ]
}

/** Each row counts from its first day, and no more from the day it ends on; both by the day and by the month. */
function addTotals(rows: SQL, mine: SQL): SQL {
  return sql`INSERT INTO discrepancy_total (store_id, grain, period, rule, decided, is_recovered, count,
      at_stake_paise, recovered_paise)
    SELECT d.store_id, g.grain, substr(CASE e.sign WHEN 1 THEN d.from_on ELSE d.until_on END, 1, g.length) AS period,
      d.rule, d.decided, d.is_recovered, sum(e.sign * d.times) AS n, sum(e.sign * d.times * d.at_stake_paise) AS stake,
      sum(e.sign * d.times * d.recovered_paise) AS recovered
    FROM (${rows}) AS d CROSS JOIN (SELECT 1 AS sign UNION ALL SELECT -1) AS e
    CROSS JOIN (SELECT 'day' AS grain, 10 AS length UNION ALL SELECT 'month', 7) AS g
    WHERE (e.sign = 1 OR d.until_on < '2199-12-31') AND ${mine}
    GROUP BY 1, 2, 3, 4, 5, 6 HAVING n <> 0 OR stake <> 0 OR recovered <> 0
    ON CONFLICT DO UPDATE SET count = count + excluded.count,
      at_stake_paise = at_stake_paise + excluded.at_stake_paise,
      recovered_paise = recovered_paise + excluded.recovered_paise`
}

function clearNil(stores: SQL): SQL {
  return sql`DELETE FROM discrepancy_total INDEXED BY discrepancy_total_nil
    WHERE store_id IN (${stores}) AND count = 0 AND at_stake_paise = 0 AND recovered_paise = 0`
}

export type RuleSum = {
  readonly rule: RuleId
  readonly count: number
  readonly atStake: number
  readonly recoveredAmount: number
}

/** One sum of each rule, of sums that may name a rule again: of several stores, or single discrepancies. */
export function addByRule(sums: readonly RuleSum[]): RuleSum[] {
  return [...Map.groupBy(sums, ({ rule }) => rule)].map(([rule, found]) => ({
    rule,
    count: found.reduce((sum, each) => sum + each.count, 0),
    atStake: found.reduce((sum, each) => sum + each.atStake, 0),
    recoveredAmount: found.reduce((sum, each) => sum + each.recoveredAmount, 0),
  }))
}

type Question = {
  readonly asOf: BusinessDate
  readonly rule: RuleId | undefined
  readonly state: MarkState | undefined
}

/** How many discrepancies each rule has on a day, and the money at stake in them: from what is kept. */
export function sumKeptDiscrepancies(
  ledger: Db,
  storeIds: readonly StoreId[],
  { asOf, rule, state }: Question,
): Promise<RuleSum[]> {
  const month = monthOf(asOf)
  const part = (grain: 'month' | 'day', periods: SQL) => sql`SELECT t.*
    FROM json_each(${JSON.stringify(storeIds)}) AS i
    CROSS JOIN discrepancy_total AS t ON t.store_id = i.value AND t.grain = ${grain} AND ${periods}`
  const only = rule === undefined ? sql`1` : sql`rule = ${rule}`
  const decided =
    state === undefined
      ? sql`1`
      : sql`decided || is_recovered IN (SELECT value FROM json_each(${JSON.stringify(pairsOf(state))}))`
  return ledger.all<RuleSum>(sql`SELECT rule, sum(count) AS count, sum(at_stake_paise) AS atStake,
      sum(recovered_paise) AS recoveredAmount
    FROM (${part('month', sql`t.period < ${month}`)}
      UNION ALL ${part('day', sql`t.period BETWEEN ${`${month}-01`} AND ${asOf}`)})
    WHERE ${only} AND ${decided}
    GROUP BY rule HAVING sum(count) <> 0`)
}

/** What the money says and a person decided, together, that core calls by this state. */
function pairsOf(state: MarkState): string[] {
  return [undefined, ...MARK_STATES].flatMap((decided) =>
    [0, 1]
      .filter((isRecovered) => stateOf(isRecovered === 1, decided) === state)
      .map((isRecovered) => `${decided ?? ''}${isRecovered}`),
  )
}
