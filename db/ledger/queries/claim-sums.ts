import type { ClaimState } from '#core/claims/claim'
import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import { sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, type KnownAt } from '../knowledge'
import { countUnjudged } from './standings'

/** Tickets by the day they were created; of every day where no day is named. */
export type ClaimPeriod = {
  readonly from: BusinessDate | undefined
  readonly to: BusinessDate | undefined
  readonly knownAt: KnownAt
}

const isIn = ({ from, to, knownAt }: ClaimPeriod) =>
  sql`c.created_on BETWEEN ${from ?? ''} AND ${to ?? '9'} AND ${isKnown('c', knownAt)}`

export type ClaimSums = {
  readonly issue: string
  readonly courier: string
  readonly state: ClaimState
  readonly tickets: number
  /** Tickets whose words name no amount: theirs is unknown, not nothing. */
  readonly withoutAmount: number
  readonly amount: number
}

/** Tickets by what they are about, who carried the last parcel of the sub-order ('' without one), and state. */
export function sumTickets(
  ledger: Db,
  storeIds: readonly StoreId[],
  period: ClaimPeriod,
): Promise<ClaimSums[]> {
  return ledger.all<ClaimSums>(sql`SELECT issue, courier, state, count(*) AS tickets,
      sum(amount_paise IS NULL) AS withoutAmount, coalesce(sum(amount_paise), 0) AS amount
    FROM (
      SELECT c.issue, c.state, c.amount_paise, coalesce((
        SELECT p.courier FROM return_parcel AS p
        WHERE p.store_id = c.store_id AND p.sub_order_no = c.sub_order_no AND ${isKnown('p', period.knownAt)}
        ORDER BY p.created_on DESC, p.quantity DESC LIMIT 1), '') AS courier
      FROM claim AS c
      WHERE c.store_id IN (SELECT value FROM json_each(${JSON.stringify(storeIds)})) AND ${isIn(period)})
    GROUP BY issue, courier, state ORDER BY issue, courier, state`)
}

/** Sub-orders behind `after` with a ticket of the period that names a payment, in the order of their numbers. */
export async function listSubOrdersToCredit(
  ledger: Db,
  storeId: StoreId,
  period: ClaimPeriod,
  page: { readonly after: string; readonly limit: number },
): Promise<SubOrderNo[]> {
  const rows = await ledger.all<{ subOrderNo: SubOrderNo }>(sql`
    SELECT DISTINCT c.sub_order_no AS subOrderNo FROM claim AS c
    WHERE c.store_id = ${storeId} AND c.sub_order_no > ${page.after} AND c.amount_paise > 0 AND ${isIn(period)}
    ORDER BY 1 LIMIT ${page.limit}`)
  return rows.map(({ subOrderNo }) => subOrderNo)
}

/** A line that brings claim money or a compensation, with what tells it from its likes. */
export type CreditRow = {
  readonly subOrderNo: SubOrderNo
  readonly paidOn: BusinessDate
  readonly transactionId: string
  readonly status: string
  readonly settlement: number
  readonly sale: number
  readonly occurrence: number
  readonly claims: number
  readonly compensation: number
}

const CREDIT = sql`l.sub_order_no AS subOrderNo, l.paid_on AS paidOn,
  l.transaction_id AS transactionId, l.status, l.settlement_paise AS settlement, l.sale_paise AS sale,
  l.occurrence, l.claims_paise AS claims, l.compensation_paise AS compensation`

/**
 * The credits of some sub-orders from a day on. Where all is judged each standing knows the days of its
 * lines; else, and of a past day, every line since that day is read, because lines lie by payment day.
 */
export async function listCreditsOf(
  ledger: Db,
  storeId: StoreId,
  { ids, since }: { readonly ids: readonly SubOrderNo[]; readonly since: BusinessDate },
  knownAt: KnownAt,
): Promise<CreditRow[]> {
  const list = JSON.stringify(ids)
  const isCredit = sql`l.paid_on >= ${since} AND ${isKnown('l', knownAt)}
    AND (l.claims_paise > 0 OR l.compensation_paise > 0)`
  if (knownAt === undefined && (await countUnjudged(ledger, [storeId])) === 0) {
    return ledger.all<CreditRow>(sql`SELECT ${CREDIT}
      FROM (SELECT DISTINCT value FROM json_each(${list})) AS i
      CROSS JOIN standing AS t ON t.store_id = ${storeId} AND t.sub_order_no = i.value
      CROSS JOIN json_each(t.paid_days) AS d
      CROSS JOIN settlement_line AS l ON l.store_id = t.store_id AND l.paid_on = d.value
        AND l.sub_order_no = t.sub_order_no
      WHERE ${isCredit}`)
  }
  return ledger.all<CreditRow>(sql`SELECT ${CREDIT}
    FROM settlement_line AS l
    WHERE l.store_id = ${storeId} AND ${isCredit} AND l.sub_order_no IN (SELECT value FROM json_each(${list}))`)
}
