import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import { sql } from 'drizzle-orm'
import type { Db } from '../../client'
import type { ListedStanding } from './standings'

/** Where one sub-order stands on a day; nothing while it has not been judged. An older verdict counts until the next. */
export async function findStanding(
  ledger: Db,
  storeId: StoreId,
  subOrderNo: SubOrderNo,
  asOf: BusinessDate,
): Promise<ListedStanding | undefined> {
  const [found] = await ledger.all<ListedStanding>(sql`SELECT s.store_id AS storeId,
      s.sub_order_no AS subOrderNo,
      CASE WHEN s.bucket <> 'unpaid' THEN s.bucket
        WHEN s.due_on <> '' AND s.due_on < ${asOf} THEN 'overdue' ELSE 'awaiting' END AS bucket,
      s.ordered_on AS orderedOn, s.sku, s.settled_paise AS settledAmount,
      s.promised_paise AS promisedAmount, s.expected_paise AS expectedAmount, s.due_on AS dueOn
    FROM standing AS s JOIN reconciliation AS r ON r.store_id = s.store_id
    WHERE s.store_id = ${storeId} AND s.sub_order_no = ${subOrderNo} 
      AND (r.done >= s.run OR s.bucket <> 'unknown')`)
  return found
}
