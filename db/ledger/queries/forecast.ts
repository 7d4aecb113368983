import type { BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, isReportKnown, type KnownAt } from '../knowledge'

/** Promises of a store's newest outstanding report for one day; `promisedOn` is null without a day. */
export type StorePromises = {
  readonly storeId: StoreId
  readonly promisedOn: BusinessDate | null
  readonly amount: number
  readonly subOrders: number
}

/** A promise is no longer one once a line of its sub-order is paid, on the snapshot's day or later. */
export function listPromises(
  ledger: Db,
  storeIds: readonly StoreId[],
  knownAt: KnownAt,
): Promise<StorePromises[]> {
  return ledger.all<StorePromises>(sql`WITH newest AS MATERIALIZED (${newestSnapshots(storeIds, knownAt)}),
      paid AS MATERIALIZED (${knownAt === undefined ? PAID_BY_STANDING : paidByThen(knownAt)})
    SELECT n.storeId, p.promised_on AS promisedOn, sum(p.settlement_paise) AS amount,
      count(DISTINCT p.sub_order_no) AS subOrders
    FROM newest AS n CROSS JOIN outstanding_payment AS p ON p.report_id = n.reportId
    LEFT JOIN paid ON paid.store_id = n.storeId AND paid.sub_order_no = p.sub_order_no
    WHERE paid.sub_order_no IS NULL
    GROUP BY 1, 2 ORDER BY 1, 2`)
}

/** What is paid stands in the judged standings; lines since the snapshot need not be searched. */
const PAID_BY_STANDING = sql`SELECT DISTINCT s.store_id, s.sub_order_no FROM newest AS n
  CROSS JOIN outstanding_payment AS p ON p.report_id = n.reportId
  CROSS JOIN standing AS s ON s.store_id = n.storeId AND s.sub_order_no = p.sub_order_no
  WHERE EXISTS (SELECT 1 FROM json_each(s.paid_days) AS d WHERE d.value >= n.snapshotOn)`

function paidByThen(knownAt: number): SQL {
  return sql`SELECT DISTINCT l.store_id, l.sub_order_no FROM newest AS n
    CROSS JOIN settlement_line AS l ON l.store_id = n.storeId AND l.paid_on >= n.snapshotOn
      AND ${isKnown('l', knownAt)}`
}

export type StoreSnapshot = { readonly storeId: StoreId; readonly snapshotOn: BusinessDate | '' }

/** The day each store's promises were made on; '' where its newest outstanding report does not say. */
export function listSnapshots(
  ledger: Db,
  storeIds: readonly StoreId[],
  knownAt: KnownAt,
): Promise<StoreSnapshot[]> {
  return ledger.all<StoreSnapshot>(newestSnapshots(storeIds, knownAt))
}

/** Rows of storeId, reportId, snapshotOn: a newer snapshot replaces the one before it whole. */
function newestSnapshots(storeIds: readonly StoreId[], knownAt: KnownAt): SQL {
  return sql`SELECT s.value AS storeId, r.id AS reportId, coalesce(r.snapshot_on, '') AS snapshotOn
    FROM json_each(${JSON.stringify(storeIds)}) AS s
    CROSS JOIN report AS r ON r.id = (SELECT id FROM report AS o
      WHERE store_id = s.value AND kind = 'outstanding' AND ${isReportKnown('o', knownAt)}
      ORDER BY snapshot_on DESC, id DESC LIMIT 1)`
}

/** Deliveries of an order day that are neither paid nor promised; `orderedOn` is '' where none is told. */
export type StoreExpectations = {
  readonly storeId: StoreId
  readonly orderedOn: BusinessDate | ''
  readonly amount: number
  readonly subOrders: number
  /** Sub-orders without a price to estimate by: they are in no amount. */
  readonly withoutEstimate: number
}

export function listExpectations(
  ledger: Db,
  storeIds: readonly StoreId[],
): Promise<StoreExpectations[]> {
  return ledger.all<StoreExpectations>(sql`SELECT s.store_id AS storeId, s.ordered_on AS orderedOn,
      coalesce(sum(s.expected_paise), 0) AS amount, count(*) AS subOrders,
      sum(s.expected_paise IS NULL) AS withoutEstimate
    FROM json_each(${JSON.stringify(storeIds)}) AS i
    CROSS JOIN standing AS s INDEXED BY standing_bucket ON s.store_id = i.value AND s.bucket = 'unpaid'
    GROUP BY 1, 2 ORDER BY 1, 2`)
}

/** How long first payments took when the store was last judged, as JSON: what its due days rest on. */
export function listStoreLags(
  ledger: Db,
  storeIds: readonly StoreId[],
): Promise<{ storeId: StoreId; lags: string }[]> {
  return ledger.all(sql`SELECT n.store_id AS storeId,
      json_group_array(json_object('days', n.value, 'count', n.count)) AS lags
    FROM json_each(${JSON.stringify(storeIds)}) AS s
    CROSS JOIN norm_count AS n ON n.store_id = s.value AND n.norm = 'firstPaymentLag'
    GROUP BY n.store_id`)
}
