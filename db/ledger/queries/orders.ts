import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import type { SubOrder } from '#core/orders/sub-order'
import { and, asc, eq, getTableColumns, gte, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, type KnownAt } from '../knowledge'
import { subOrderHistory, subOrders } from '../schema/orders'
import { reports } from '../schema/reports'
import { isPastStep, type Step } from './report-steps'
import { sourceColumns } from './settlement-lists'

const COLUMNS = `status, lifecycle_rank, ordered_on, sku, product_name, size, quantity, customer_state,
  listed_price_paise, discounted_price_paise, packet_id, catalog_id, order_source, seen_on, row_no`
const NAMES = COLUMNS.split(',').map((name) => name.trim())

/** One sub-order as a JSON array for the statements below; `seenOn` is '' where no file name tells. */
export function subOrderRow(
  order: SubOrder,
  rank: number,
  seenOn: BusinessDate | '',
  rowNo: number,
): string {
  return JSON.stringify([
    order.subOrderNo,
    order.status,
    rank,
    order.orderedOn,
    order.sku,
    order.productName,
    order.size,
    order.quantity,
    order.customerState,
    order.listedPrice ?? null,
    order.discountedPrice ?? null,
    order.packetId,
    order.catalogId,
    order.orderSource,
    seenOn,
    rowNo,
  ])
}

/** What an observation says, as one text: two with the same say the same thing. */
function content(prefix: string): string {
  const said = NAMES.slice(0, -2).map((name) => prefix + name)
  return `json_array(${said.join(', ')})`
}

/** True where the incoming observation (i) is later than the current one (o), whichever came in first. */
const OUTRANKS = `(i.lifecycle_rank, i.seen_on, ${content('i.')}) > (o.lifecycle_rank, o.seen_on, ${content('o.')})`
const DIFFERS = `(${content('i.')} <> ${content('o.')})`

/** The chunk's rows under their column names. */
function rowsOf(chunk: string): SQL {
  const cells = NAMES.map((name, index) => `value->>${index + 1} AS ${name}`).join(', ')
  return sql`(SELECT value->>0 AS sub_order_no, ${sql.raw(cells)} FROM json_each(${chunk}))`
}

/**
 * The chunk's rows (i), each beside what the store already knows of it (o). LEFT and CROSS both keep
 * SQLite from turning the join round, which would read the whole chunk for every sub-order of the store.
 */
function incoming(join: 'LEFT' | 'CROSS', storeId: StoreId, chunk: string): SQL {
  return sql`${rowsOf(chunk)} AS i
    ${sql.raw(join)} JOIN sub_order AS o ON o.store_id = ${storeId} AND o.sub_order_no = i.sub_order_no`
}

/** How many sub-orders of the chunk are new to the store, and of how many it says something else. */
export function countIncoming(storeId: StoreId, chunk: string): SQL {
  return sql`SELECT coalesce(sum(o.sub_order_no IS NULL), 0) AS added,
      coalesce(sum(o.sub_order_no IS NOT NULL AND ${sql.raw(DIFFERS)}), 0) AS changed
    FROM ${incoming('LEFT', storeId, chunk)}`
}

/**
 * Adds a chunk in which each sub-order stands once. Of two observations the later one by itself
 * (status further on, then the file written later) is the current one, and the other is history.
 * The statements follow advance() in their batch.
 */
export function addSubOrders(storeId: StoreId, step: Step, chunk: string, now: Date): SQL[] {
  const names = (prefix: string) => sql.raw(NAMES.map((name) => prefix + name).join(', '))
  const known = incoming('CROSS', storeId, chunk)
  // What follows another observation counts from the moment that one ceased to.
  const changedAt = sql`max(${now.getTime()}, o.added_at)`
  const addedAt = sql`max(${now.getTime()}, coalesce(o.added_at, (SELECT max(h.closed_at)
    FROM sub_order_history AS h WHERE h.store_id = ${storeId} AND h.sub_order_no = i.sub_order_no), 0))`
  const history = sql`INSERT INTO sub_order_history (store_id, sub_order_no, report_id, added_at, closed_at,
    closed_by_report_id, ${names('')})`
  return [
    sql`${history}
      SELECT ${storeId}, o.sub_order_no, o.report_id, o.added_at, ${changedAt}, ${step.reportId}, ${names('o.')}
      FROM ${known} WHERE ${isPastStep(step)} AND ${sql.raw(DIFFERS)} AND ${sql.raw(OUTRANKS)}
      ${KEEP_HISTORY}`,
    // Outranked when it came: it never counted, and is kept once however often its file is read.
    sql`${history}
      SELECT ${storeId}, i.sub_order_no, ${step.reportId}, ${changedAt}, ${changedAt}, o.report_id, ${names('i.')}
      FROM ${known} WHERE ${isPastStep(step)} AND ${sql.raw(DIFFERS)} AND NOT ${sql.raw(OUTRANKS)}
        AND NOT EXISTS (SELECT 1 FROM sub_order_history AS h WHERE h.store_id = ${storeId}
          AND h.sub_order_no = i.sub_order_no AND h.report_id = ${step.reportId} AND h.row_no = i.row_no)`,
    sql`INSERT INTO sub_order (store_id, sub_order_no, report_id, added_at, ${names('')})
      SELECT ${storeId}, i.sub_order_no, ${step.reportId}, ${addedAt}, ${names('i.')}
      FROM ${incoming('LEFT', storeId, chunk)}
      WHERE ${isPastStep(step)} AND (o.sub_order_no IS NULL OR ${sql.raw(DIFFERS)} AND ${sql.raw(OUTRANKS)})
      ON CONFLICT (store_id, sub_order_no) DO UPDATE SET report_id = excluded.report_id, added_at = excluded.added_at,
        ${sql.raw(NAMES.map((name) => `${name} = excluded.${name}`).join(', '))}`,
    // The same words in a later file: who said it first stays, how late it was still true moves on.
    sql`INSERT INTO sub_order (store_id, sub_order_no, report_id, added_at, ${names('')})
      SELECT ${storeId}, i.sub_order_no, o.report_id, o.added_at, ${names('i.')}
      FROM ${known} WHERE ${isPastStep(step)} AND NOT ${sql.raw(DIFFERS)} AND o.seen_on < i.seen_on
      ON CONFLICT (store_id, sub_order_no) DO UPDATE SET seen_on = excluded.seen_on`,
  ]
}

// Closed twice within a millisecond: what it was known for until then stays.
const KEEP_HISTORY = sql`ON CONFLICT (store_id, sub_order_no, closed_at, report_id, row_no) DO UPDATE SET
  closed_by_report_id = excluded.closed_by_report_id`

/** Moves the report's current observations of some order days to history: the upload was undone. */
export function closeSubOrders(
  storeId: StoreId,
  reportId: number,
  days: { from: BusinessDate; to: BusinessDate },
  closedAt: Date,
): SQL[] {
  const names = sql.raw(NAMES.join(', '))
  const mine = sql`store_id = ${storeId} AND ordered_on BETWEEN ${days.from} AND ${days.to} AND report_id = ${reportId}`
  return [
    sql`INSERT INTO sub_order_history (store_id, sub_order_no, report_id, added_at, closed_at,
        closed_by_report_id, ${names})
      SELECT store_id, sub_order_no, report_id, added_at, max(${closedAt.getTime()}, added_at), ${reportId}, ${names}
      FROM sub_order WHERE ${mine}
      ${KEEP_HISTORY}`,
    sql`DELETE FROM sub_order WHERE ${mine}`,
  ]
}

/** The sub-order as it stands, with the file that says so; nothing where no orders report has it. */
export async function findSubOrder(
  ledger: Db,
  storeId: StoreId,
  subOrderNo: SubOrderNo,
  knownAt: KnownAt = undefined,
) {
  const [order] = await ledger
    .select({ ...getTableColumns(subOrders), ...sourceColumns })
    .from(subOrders)
    .innerJoin(reports, eq(reports.id, subOrders.reportId))
    .where(
      and(
        eq(subOrders.storeId, storeId),
        eq(subOrders.subOrderNo, subOrderNo),
        knownAt === undefined ? undefined : lt(subOrders.addedAt, knownAt),
      ),
    )
  if (order !== undefined || knownAt === undefined) return order
  return findClosedSubOrder(ledger, storeId, subOrderNo, knownAt)
}

/** What counted at that moment and does no more. */
async function findClosedSubOrder(
  ledger: Db,
  storeId: StoreId,
  subOrderNo: SubOrderNo,
  knownAt: number,
) {
  const [order] = await ledger
    .select({ ...getTableColumns(subOrderHistory), ...sourceColumns })
    .from(subOrderHistory)
    .innerJoin(reports, eq(reports.id, subOrderHistory.reportId))
    .where(
      and(
        eq(subOrderHistory.storeId, storeId),
        eq(subOrderHistory.subOrderNo, subOrderNo),
        isKnown('sub_order_history', knownAt),
      ),
    )
    .limit(1)
  return order
}

export type FoundSubOrder = NonNullable<Awaited<ReturnType<typeof findSubOrder>>>

// A sub-order passes through a dozen states; a seller who downloads daily repeats none of them.
const MAX_HISTORY = 200

/** What other files said of it, the earliest state first; each row of a file once. */
export function listSubOrderHistory(
  ledger: Db,
  storeId: StoreId,
  subOrderNo: SubOrderNo,
  knownAt: KnownAt = undefined,
) {
  const wasThere = or(isNull(reports.removedAt), gte(reports.removedAt, knownAt ?? 0))
  return ledger
    .select({ ...getTableColumns(subOrderHistory), ...sourceColumns })
    .from(subOrderHistory)
    .innerJoin(reports, eq(reports.id, subOrderHistory.reportId))
    .where(
      and(
        eq(subOrderHistory.storeId, storeId),
        eq(subOrderHistory.subOrderNo, subOrderNo),
        // A row that an undo brought back is no history of itself.
        sql`NOT EXISTS (SELECT 1 FROM sub_order AS c WHERE c.store_id = ${storeId}
          AND c.sub_order_no = ${subOrderNo} AND c.report_id = ${subOrderHistory.reportId}
          AND c.row_no = ${subOrderHistory.rowNo} AND ${knownAt === undefined ? sql`1` : sql`c.added_at < ${knownAt}`})`,
        knownAt === undefined
          ? ne(reports.state, 'removed')
          : and(lt(subOrderHistory.closedAt, knownAt), wasThere),
      ),
    )
    .groupBy(subOrderHistory.reportId, subOrderHistory.rowNo)
    .orderBy(asc(subOrderHistory.rank), asc(subOrderHistory.seenOn))
    .limit(MAX_HISTORY)
}
