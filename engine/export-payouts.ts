import { addDays } from '#core/dates'
import type { Days } from '#core/pnl/period'
import { listPayouts, type Payout } from '#db/ledger/queries/payouts'
import { type Column, money, pagesOf, plain } from './export-csv'
import type { ExportScope } from './export-facts'

export const PAYOUT_COLUMNS: readonly Column<Payout>[] = [
  plain('Paid On', ({ paidOn }) => paidOn),
  plain('Transaction IDs', ({ transactionIds }) => transactionIds.join(' ')),
  money('Orders', ({ orders }) => orders),
  money('Ads', ({ ads }) => ads),
  money('Referral', ({ referral }) => referral),
  money('Adjustments', ({ adjustments }) => adjustments),
  money('Net', ({ net }) => net),
  plain('Lines', ({ lines }) => lines),
]

// Five years and a bit in two statements.
const DAYS_A_PAGE = 1_000

/** Payouts of all the scope's stores together, the newest day first. */
export function payoutPages({ ledger, stores, knownAt, budget }: ExportScope, { from, to }: Days) {
  const storeIds = stores.map(({ id }) => id)
  return pagesOf<Payout>(
    {
      read: (after, limit) => {
        const last = after === undefined ? to : addDays(after.paidOn, -1)
        return listPayouts(ledger, storeIds, { from, to: last, knownAt }, limit)
      },
      limit: DAYS_A_PAGE,
      statements: 1,
    },
    budget,
  )
}
