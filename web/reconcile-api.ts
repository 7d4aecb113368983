import { query, revalidate } from '@solidjs/router'
import type { InferResponseType } from 'hono/client'
import { api, type Range, unwrap } from './api'
import { figureQuery } from './figure-query'

export type Reconciliation = InferResponseType<typeof api.reconciliation.$get, 200>
export type Bucket = Reconciliation['buckets'][number]['bucket']
export type Discrepancies = InferResponseType<typeof api.discrepancies.$get, 200>
export type Discrepancy = Discrepancies['items'][number]
export type Rule = Discrepancy['rule']
export type MarkState = Discrepancy['state']
export type Ticket = InferResponseType<(typeof api.discrepancies)[':id']['ticket']['$get'], 200>
export type Orders = InferResponseType<typeof api.orders.$get, 200>
export type Order = Orders['items'][number]
export type Parcels = InferResponseType<typeof api.returns.$get, 200>
export type Parcel = Parcels['items'][number]
export type ReturnSummary = InferResponseType<typeof api.returns.summary.$get, 200>
export type ReturnGroup = ReturnSummary['total']
export type ReturnBy = ReturnSummary['by']
export type Claims = InferResponseType<typeof api.claims.$get, 200>
export type Claim = Claims['items'][number]
export type ClaimState = Claim['state']
export type ClaimSummary = InferResponseType<typeof api.claims.summary.$get, 200>
export type Acceptance = ClaimSummary['byIssue'][number]
type ClaimableParcels = InferResponseType<typeof api.claims.claimable.$get, 200>
export type Claimable = ClaimableParcels['items'][number]
export type ClaimableTotal = ClaimableParcels['total']

type Asked = { store?: string | undefined; asOf?: string | undefined; cursor?: string }

export const loadReconciliation = figureQuery(
  (asked: Asked) => unwrap(api.reconciliation.$get({ query: asked })),
  'reconciliation',
)

export const loadDiscrepancies = query(
  (
    asked: Asked & {
      rule?: Rule | undefined
      state?: MarkState | undefined
      q?: string | undefined
      limit?: string
    },
  ) => unwrap(api.discrepancies.$get({ query: asked })),
  'discrepancies',
)

/** Of each kind of trouble, how many and what they cost. */
export const loadWrongTotals = figureQuery(
  (asked: Asked & { state?: MarkState | undefined; q?: string | undefined }) =>
    unwrap(api.discrepancies.$get({ query: { ...asked, limit: '1' } })),
  'wrong-totals',
)

export const loadOrders = query(
  (asked: Asked & { bucket?: Bucket | undefined; q?: string | undefined; limit: string }) =>
    unwrap(api.orders.$get({ query: asked })),
  'orders',
)

export const loadTicket = query(
  (id: string, asOf: string | undefined) =>
    unwrap(
      api.discrepancies[':id'].ticket.$get({
        param: { id },
        query: asOf === undefined ? {} : { asOf },
      }),
    ),
  'ticket',
)

export const loadReturns = query(
  (
    asked: Range & {
      outcome?: Parcel['outcome'] | undefined
      q?: string | undefined
      limit: string
      cursor?: string
    },
  ) => unwrap(api.returns.$get({ query: asked })),
  'returns',
)

export const loadReturnSummary = figureQuery(
  (asked: Range & { by: ReturnBy }) => unwrap(api.returns.summary.$get({ query: asked })),
  'return-summary',
)

export const loadClaims = query(
  (asked: Asked & { state?: ClaimState | undefined; q?: string | undefined; limit: string }) =>
    unwrap(api.claims.$get({ query: asked })),
  'claims',
)

export const loadClaimSummary = figureQuery(
  (asked: Asked) => unwrap(api.claims.summary.$get({ query: asked })),
  'claim-summary',
)

export const loadClaimable = query(
  (asked: Asked & { limit: string }) => unwrap(api.claims.claimable.$get({ query: asked })),
  'claimable',
)

export type Mark = { id: string; state: MarkState; note: string; ticketId: string }

/** Keeps decisions, all or none; answers those before, with which the same call takes them back. */
export async function markDiscrepancies(marks: readonly Mark[]): Promise<readonly Mark[]> {
  const { previous } = await unwrap(api.discrepancies.$patch({ json: { marks: [...marks] } }))
  await revalidate([
    loadDiscrepancies.key,
    loadWrongTotals.key,
    loadReconciliation.key,
    loadClaimable.key,
    // Its discrepancies stand on the page of the sub-order too.
    'order',
  ])
  return previous
}
