import { unitMovementOf } from '#core/costs/cogs'
import type { SubOrderFacts } from '#core/reconciliation/facts'
import { parcelOf } from '#core/reconciliation/parcel'
import type { MovedSubOrder } from '#db/ledger/queries/unit-movements'
import type { Verdicts } from './judge-sub-order'

/** What the units of sub-orders cost when, and what is still to come for them; the verdicts in their order. */
export function movedSubOrders(
  facts: readonly SubOrderFacts[],
  verdicts: readonly Verdicts[],
): MovedSubOrder[] {
  return facts.map((each, at) => {
    const standing = verdicts[at]?.standing
    const stillExpected = standing?.promisedAmount ?? standing?.expectedAmount ?? 0
    return { ...unitMovementOf(each, parcelOf(each)), subOrderNo: each.subOrderNo, stillExpected }
  })
}
