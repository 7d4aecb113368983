import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import type { Days } from '#core/pnl/period'
import { and, asc, desc, eq, getTableColumns, gte, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, isReportKnown, type KnownAt } from '../knowledge'
import { reports } from '../schema/reports'
import { outstandingPayments, settlementLines } from '../schema/settlements'
import { listPnlSums } from './pnl'

/** Where a fact stands: file, sheet and row, whatever the sheet it came from. */
export const sourceColumns = {
  uploadId: reports.uploadId,
  filename: reports.filename,
  path: reports.path,
  sheet: reports.sheet,
  columns: reports.columns,
}

const lineColumns = { ...getTableColumns(settlementLines), ...sourceColumns }

export type ListedLine = Awaited<ReturnType<typeof listSettlements>>[number]

export const SETTLEMENT_SORTS = ['paidOn', 'settlement', 'sale'] as const

export type SettlementFilter = Days & {
  readonly status: string | undefined
  readonly sku: string | undefined
  /** Part of a sub-order number, a SKU or a transaction id. */
  readonly search: string | undefined
  readonly knownAt?: KnownAt
}

export type SettlementSort = {
  readonly by: (typeof SETTLEMENT_SORTS)[number]
  readonly descending: boolean
}

/** The last row of the page before: its place in the sorting. */
export type SettlementPlace = {
  readonly value: string | number
  readonly key: readonly (string | number)[]
}

/** The identity of a line within its store, which tells apart two that sort alike. */
export const LINE_KEY = [
  settlementLines.paidOn,
  settlementLines.subOrderNo,
  settlementLines.transactionId,
  settlementLines.status,
  settlementLines.settlement,
  settlementLines.sale,
  settlementLines.occurrence,
] as const

const KEY_COLUMNS = [settlementLines.storeId, ...LINE_KEY]

const SORT_COLUMNS = {
  paidOn: settlementLines.paidOn,
  settlement: settlementLines.settlement,
  sale: settlementLines.sale,
}

export function keyOf(line: ListedLine): (string | number)[] {
  const { storeId, paidOn, subOrderNo, transactionId, status, settlement, sale, occurrence } = line
  return [storeId, paidOn, subOrderNo, transactionId, status, settlement, sale, occurrence]
}

/** Settlement lines of a period of payment days, a page at a time. */
export function listSettlements(
  ledger: Db,
  storeIds: readonly StoreId[],
  filter: SettlementFilter,
  sort: SettlementSort,
  page: { readonly after: SettlementPlace | undefined; readonly limit: number },
) {
  const column = SORT_COLUMNS[sort.by]
  const direction = sort.descending ? desc : asc
  const place = page.after
  const columns = sql.join([column, ...KEY_COLUMNS], sql`, `)
  const values =
    place &&
    sql.join(
      [place.value, ...place.key].map((value) => sql`${value}`),
      sql`, `,
    )
  const after = values && sql`(${columns}) ${sql.raw(sort.descending ? '<' : '>')} (${values})`
  return ledger
    .select(lineColumns)
    .from(settlementLines)
    .innerJoin(reports, eq(reports.id, settlementLines.reportId))
    .where(and(...conditionsOf(storeIds, filter), after))
    .orderBy(direction(column), ...KEY_COLUMNS.map((each) => direction(each)))
    .limit(page.limit)
}

function conditionsOf(
  storeIds: readonly StoreId[],
  { from, to, status, sku, search, knownAt }: SettlementFilter,
): (SQL | undefined)[] {
  const { subOrderNo, sku: skuColumn, transactionId } = settlementLines
  return [
    inArray(settlementLines.storeId, [...storeIds]),
    gte(settlementLines.paidOn, from),
    lte(settlementLines.paidOn, to),
    isKnown('settlement_line', knownAt),
    status === undefined ? undefined : eq(settlementLines.status, status),
    sku === undefined ? undefined : eq(skuColumn, sku),
    search === undefined
      ? undefined
      : sql`(instr(${subOrderNo}, ${search}) OR instr(lower(${skuColumn}), lower(${search})) OR ${transactionId} = ${search})`,
  ]
}

export type SettlementSums = {
  readonly count: number
  readonly settlement: number
  readonly sale: number
}

/** How many lines the filter leaves, and their money: of whole days as kept, where they are counted. */
export async function sumSettlements(
  ledger: Db,
  storeIds: readonly StoreId[],
  filter: SettlementFilter,
): Promise<SettlementSums> {
  const { status, sku, search, knownAt } = filter
  const isWhole = [status, sku, search, knownAt].every((each) => each === undefined)
  if (isWhole && (await arePaymentsCounted(ledger, storeIds)))
    return keptSettlements(ledger, storeIds, filter)
  const [sums] = await ledger
    .select({
      count: sql<number>`count(*)`,
      settlement: sql<number>`coalesce(sum(${settlementLines.settlement}), 0)`,
      sale: sql<number>`coalesce(sum(${settlementLines.sale}), 0)`,
    })
    .from(settlementLines)
    .where(and(...conditionsOf(storeIds, filter)))
  return sums ?? { count: 0, settlement: 0, sale: 0 }
}

async function keptSettlements(
  ledger: Db,
  storeIds: readonly StoreId[],
  { from, to }: Days,
): Promise<SettlementSums> {
  const query = { from, to, basis: 'payment', group: 'total', sku: undefined } as const
  const sums = await listPnlSums(ledger, storeIds, query, storeIds.length)
  const total = (name: 'lines' | 'settlement' | 'sale') =>
    sums.reduce((all, store) => all + store[name], 0)
  return { count: total('lines'), settlement: total('settlement'), sale: total('sale') }
}

/** Whether no report is being read, and no month waits to be added up: lists show each line at once. */
async function arePaymentsCounted(ledger: Db, storeIds: readonly StoreId[]): Promise<boolean> {
  const [row] = await ledger.all<{ isWaiting: number }>(sql`SELECT EXISTS (
    SELECT 1 FROM json_each(${JSON.stringify(storeIds)}) AS s
    WHERE EXISTS (SELECT 1 FROM stale_month AS m WHERE m.store_id = s.value AND m.subject = 'payments')
      OR EXISTS (SELECT 1 FROM report AS r WHERE r.store_id = s.value AND r.state = 'reading')) AS isWaiting`)
  return row?.isWaiting === 0
}

// A sub-order has a handful of lines; a thousand would be a damaged file's.
const MAX_LINES = 1_000

/** Every line of one sub-order, oldest first: a seek into each payout day since it was ordered. */
export function listLinesOfSubOrder(
  ledger: Db,
  storeId: StoreId,
  subOrderNo: SubOrderNo,
  since: BusinessDate | undefined,
  knownAt: KnownAt = undefined,
) {
  return ledger
    .select(lineColumns)
    .from(settlementLines)
    .innerJoin(reports, eq(reports.id, settlementLines.reportId))
    .where(
      and(
        eq(settlementLines.storeId, storeId),
        sql`${settlementLines.paidOn} IN (${paidDays(storeId, since ?? '', knownAt)})`,
        eq(settlementLines.subOrderNo, subOrderNo),
        isKnown('settlement_line', knownAt),
      ),
    )
    .orderBy(asc(settlementLines.paidOn), asc(settlementLines.rowNo))
    .limit(MAX_LINES)
}

/** The days on which the store was paid; of a past moment, all on which it ever was: one seek a day. */
function paidDays(storeId: StoreId, since: string, knownAt: KnownAt): SQL {
  if (knownAt === undefined)
    return sql`SELECT paid_on FROM payout_transaction WHERE store_id = ${storeId} AND paid_on >= ${since}`
  const next = (isLater: SQL) =>
    sql`SELECT min(l.paid_on) FROM settlement_line AS l WHERE l.store_id = ${storeId} AND ${isLater}`
  return sql`WITH RECURSIVE d(day) AS (
      ${next(sql`l.paid_on >= ${since}`)}
      UNION ALL SELECT (${next(sql`l.paid_on > d.day`)}) FROM d WHERE d.day IS NOT NULL
    ) SELECT day FROM d WHERE day IS NOT NULL`
}

/** The promises of the store's newest outstanding report for one sub-order. */
export async function listPromisesOfSubOrder(
  ledger: Db,
  storeId: StoreId,
  subOrderNo: SubOrderNo,
  knownAt: KnownAt = undefined,
) {
  const [newest] = await ledger
    .select({ id: reports.id })
    .from(reports)
    .where(
      and(
        eq(reports.storeId, storeId),
        eq(reports.kind, 'outstanding'),
        isReportKnown('report', knownAt),
      ),
    )
    .orderBy(desc(reports.snapshotOn), desc(reports.id))
    .limit(1)
  if (newest === undefined) return []
  return ledger
    .select({ ...getTableColumns(outstandingPayments), ...sourceColumns })
    .from(outstandingPayments)
    .innerJoin(reports, eq(reports.id, outstandingPayments.reportId))
    .where(
      and(
        eq(outstandingPayments.reportId, newest.id),
        eq(outstandingPayments.storeId, storeId),
        eq(outstandingPayments.subOrderNo, subOrderNo),
      ),
    )
    .limit(MAX_LINES)
}

export type ListedPromise = Awaited<ReturnType<typeof listPromisesOfSubOrder>>[number]
