import type { Claim, ClaimState } from '#core/claims/claim'
import type { StoreId } from '#core/ids'
import { and, desc, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, type KnownAt } from '../knowledge'
import { claims } from '../schema/claims'
import { reports } from '../schema/reports'
import type { Observed } from './observations'
import { sourceColumns } from './settlement-lists'

/** A decision outranks an open ticket; of two alike the one updated later. */
export const CLAIMS: Observed = {
  table: 'claim',
  identity: ['ticket_id'],
  content: [
    'sub_order_no',
    'state',
    'state_rank',
    'updated_on',
    'status',
    'issue',
    'created_on',
    'last_update',
    'amount_paise',
    'paid_on',
    'transaction_id',
    'reopen_until',
    'sku',
  ],
  beside: [],
  order: ['.state_rank', '.updated_on'],
}

/** One ticket as a JSON array; `rank` is what core says of its state. */
export function claimRow(claim: Claim, rank: number, rowNo: number): string {
  return JSON.stringify([
    claim.ticketId,
    claim.subOrderNo,
    claim.state,
    rank,
    claim.updatedOn ?? claim.paidOn ?? '',
    claim.status,
    claim.issue,
    claim.createdOn,
    claim.lastUpdate,
    claim.amount ?? null,
    claim.paidOn ?? null,
    claim.transactionId,
    claim.reopenUntil,
    claim.sku,
    rowNo,
  ])
}

export type ClaimFilter = {
  readonly state: ClaimState | undefined
  /** Part of a sub-order number, or a whole ticket number or transaction id. */
  readonly search: string | undefined
  readonly knownAt: KnownAt
}

/** The last ticket of the page before. */
export type ClaimPlace = {
  readonly createdOn: string
  readonly storeId: string
  readonly ticketId: string
}

const columns = { ...getTableColumns(claims), ...sourceColumns }

export type ListedClaim = Awaited<ReturnType<typeof listClaims>>[number]

/** Tickets by the day they were created, the newest first, a page at a time. */
export function listClaims(
  ledger: Db,
  storeIds: readonly StoreId[],
  filter: ClaimFilter,
  page: { readonly after: ClaimPlace | undefined; readonly limit: number },
) {
  const { createdOn, storeId, ticketId } = claims
  const { after } = page
  return ledger
    .select(columns)
    .from(claims)
    .innerJoin(reports, eq(reports.id, claims.reportId))
    .where(
      and(
        ...conditionsOf(storeIds, filter),
        after &&
          sql`(${createdOn}, ${storeId}, ${ticketId}) < (${after.createdOn}, ${after.storeId}, ${after.ticketId})`,
      ),
    )
    .orderBy(desc(createdOn), desc(storeId), desc(ticketId))
    .limit(page.limit)
}

/** How many tickets stand in each state, and what their updates say was paid. */
export function sumClaims(ledger: Db, storeIds: readonly StoreId[], knownAt: KnownAt) {
  return ledger
    .select({
      state: claims.state,
      count: sql<number>`count(*)`,
      amount: sql<number>`coalesce(sum(${claims.amount}), 0)`,
    })
    .from(claims)
    .where(and(inArray(claims.storeId, [...storeIds]), isKnown('claim', knownAt)))
    .groupBy(claims.state)
}

function conditionsOf(
  storeIds: readonly StoreId[],
  { state, search, knownAt }: ClaimFilter,
): (SQL | undefined)[] {
  const { subOrderNo, ticketId, transactionId } = claims
  return [
    inArray(claims.storeId, [...storeIds]),
    isKnown('claim', knownAt),
    state && eq(claims.state, state),
    search === undefined
      ? undefined
      : sql`(instr(${subOrderNo}, ${search}) OR ${ticketId} = ${search} OR ${transactionId} = ${search})`,
  ]
}

/** How many tickets the filter leaves, and what those that name an amount name. */
export async function sumListedClaims(
  ledger: Db,
  storeIds: readonly StoreId[],
  filter: ClaimFilter,
) {
  const [sums] = await ledger
    .select({
      count: sql<number>`count(*)`,
      amount: sql<number>`coalesce(sum(${claims.amount}), 0)`,
    })
    .from(claims)
    .where(and(...conditionsOf(storeIds, filter)))
  return sums ?? { count: 0, amount: 0 }
}
