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
  return facts.map((each, at) => movedSubOrder(each, verdicts[at]))
}

export function movedSubOrder(
  facts: SubOrderFacts,
  verdicts: Pick<Verdicts, 'standing'> | undefined,
): MovedSubOrder {
  const standing = verdicts?.standing
  const stillExpected = standing?.promisedAmount ?? standing?.expectedAmount ?? 0
  return { ...unitMovementOf(facts, parcelOf(facts)), subOrderNo: facts.subOrderNo, stillExpected }
}
