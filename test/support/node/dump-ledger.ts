import type { Seller } from './ledger'

/** Facts and totals without what differs from one import to the next: ids of reports and rows, instants. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  // Which of two lines alike came first in its file is nothing that they say.
  settlement_line: ['store_id', 'report_id', 'row_no', 'occurrence'],
  sub_order: ['store_id', 'report_id', 'row_no'],
  ad_spend: ['store_id', 'report_id', 'row_no'],
  referral_payment: ['store_id', 'report_id', 'row_no'],
  platform_adjustment: ['store_id', 'report_id', 'row_no'],
  return_parcel: ['store_id', 'report_id', 'row_no', 'closed_by_report_id'],
  claim: ['store_id', 'report_id', 'row_no', 'closed_by_report_id'],
  gst_line: ['store_id', 'report_id', 'row_no'],
  tax_invoice: ['store_id', 'report_id', 'row_no'],
  unit_cost: ['store_id', 'report_id', 'row_no', 'said_at', 'closed_by_report_id'],
  total: ['store_id'],
  order_total: ['store_id'],
  payout_transaction: ['store_id'],
  settlement_arrival: ['store_id'],
  order_mark_total: ['store_id'],
  order_mark_count: ['store_id'],
  withheld_day: ['store_id'],
  gst_month: ['store_id'],
  stale_month: ['store_id'],
}

export type LedgerDump = Readonly<Record<string, readonly string[]>>

/** Everything that counts for a store, as sorted text: two ledgers that say the same are equal. */
export async function dumpLedger({ database, storeId }: Seller): Promise<LedgerDump> {
  const dump: Record<string, string[]> = {}
  for (const [table, left] of Object.entries(TABLES)) {
    const { results } = await database
      .prepare(`SELECT * FROM ${table} WHERE store_id = ?`)
      .bind(storeId)
      .all<Record<string, unknown>>()
    dump[table] = results
      .filter((row) => (row['closed_at'] ?? 0) === 0)
      .map((row) =>
        JSON.stringify(
          Object.entries(row).filter(([column]) => column !== 'added_at' && !left.includes(column)),
        ),
      )
      .sort()
  }
  return dump
}

/** What reconciliation derives, without what tells only how often it was derived. */
const DERIVED = [
  'standing',
  'discrepancy',
  'standing_total',
  'norm_count',
  'norm_value',
  'norm',
  'unjudged',
  'unit_movement',
  'return_account',
] as const

/** All that reconciliation derives for a store, as sorted text; two ledgers that judge alike are equal. */
export async function dumpVerdicts(seller: Seller): Promise<string[]> {
  return [...(await dumpDerived(seller, DERIVED)), ...(await dumpRuleSums(seller))]
}

/** Sums of discrepancies, whatever was decided: a decision is no verdict. */
async function dumpRuleSums({ database, storeId }: Seller): Promise<string[]> {
  const { results } = await database
    .prepare(
      `SELECT grain, period, rule, is_recovered, sum(count) AS count, sum(at_stake_paise) AS stake,
         sum(recovered_paise) AS recovered
       FROM discrepancy_total WHERE store_id = ? GROUP BY 1, 2, 3, 4
       HAVING sum(count) <> 0 OR stake <> 0 OR recovered <> 0 ORDER BY 1, 2, 3, 4`,
    )
    .bind(storeId)
    .all<Record<string, unknown>>()
  return results.map((row) => `discrepancy_total ${JSON.stringify(row)}`)
}

/** What the units of a store cost; equal where the totals are rebuilt since. */
export function dumpCosts(seller: Seller): Promise<string[]> {
  return dumpDerived(seller, ['unit_movement', 'cost_total'])
}

async function dumpDerived(
  { database, storeId }: Seller,
  tables: readonly string[],
): Promise<string[]> {
  const dump: string[] = []
  for (const table of tables) {
    const { results } = await database
      .prepare(`SELECT * FROM ${table} WHERE store_id = ?`)
      .bind(storeId)
      .all<Record<string, unknown>>()
    for (const { store_id: _store, ...row } of results) {
      dump.push(`${table} ${JSON.stringify(row)}`)
    }
  }
  return dump.sort()
}
