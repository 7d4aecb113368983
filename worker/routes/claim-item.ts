import { CLAIM_STATES } from '#core/claims/claim'
import { CREDIT_STATES, creditStateOf } from '#core/claims/credit'
import type { BusinessDate } from '#core/dates'
import type { ListedClaim } from '#db/ledger/queries/claims'
import type { MatchedTicket } from '#engine/match-claims'
import * as z from 'zod'
import { source, type Source } from './settlement-item'

export const state = z.enum(CLAIM_STATES)
export const creditState = z.enum(CREDIT_STATES)

export const claimItem = z.strictObject({
  ticketId: z.string(),
  storeId: z.string(),
  subOrderNo: z.string(),
  state,
  status: z.string(),
  issue: z.string(),
  createdOn: z.iso.date(),
  /** Empty for a packer, as it names amounts. */
  lastUpdate: z.string(),
  /** What the last update says was paid; the money itself is in the payments report. */
  amount: z.int().nullable(),
  paidOn: z.iso.date().nullable(),
  transactionId: z.string(),
  reopenUntil: z.string(),
  sku: z.string(),
  /** Nothing where no payment is named, or it was refused. */
  creditState: creditState.nullable(),
  /** The payment that reconciliation matches with the ticket. */
  credit: z
    .strictObject({ paidOn: z.iso.date(), amount: z.int(), transactionId: z.string() })
    .nullable(),
  source,
})
export type ClaimItem = z.infer<typeof claimItem>

type Row = Omit<ListedClaim, 'uploadId' | 'filename' | 'path' | 'sheet' | 'columns'>

/** A ticket, with the money that answers it judged by a day. */
export function toClaimItem(
  each: Row,
  matched: MatchedTicket | undefined,
  asOf: BusinessDate,
  from: Source,
): ClaimItem {
  const { ticketId, storeId, subOrderNo, status, issue, createdOn, lastUpdate } = each
  const { amount, paidOn, transactionId, reopenUntil, sku } = each
  return {
    ticketId,
    storeId,
    subOrderNo,
    state: each.state,
    status,
    issue,
    createdOn,
    lastUpdate,
    amount,
    paidOn,
    transactionId,
    reopenUntil,
    sku,
    creditState: (matched && creditStateOf(matched.claim, matched.credit, asOf)) ?? null,
    credit: matched?.credit ? { ...matched.credit } : null,
    source: from,
  }
}
