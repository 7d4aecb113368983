import { negate, type Paise, paise, sum, ZERO } from '../money/paise'

/** Where a day stands to the period: `never` has not come yet, `undated` is told by no report. */
export type Side = 'before' | 'in' | 'after' | 'never' | 'undated'

/**
 * Money that counts on one day by order basis and on another by payment basis, summed over all rows of
 * the same kind and the same two sides. What has one day on both bases need not be given.
 */
export type BridgeCell = {
  readonly kind: 'settlement' | 'ads' | 'cost'
  readonly orderSide: Side
  readonly paymentSide: Side
  readonly amount: Paise
}

export const BRIDGE_ITEMS = [
  'settled_for_earlier_orders',
  'settled_for_later_orders',
  'settled_for_undated_orders',
  'settled_later',
  'settled_earlier',
  'ordered_not_settled',
  'ads_run_earlier',
  'ads_deducted_later',
  'ads_deducted_earlier',
  'cost_of_earlier_orders',
  'cost_counted_later',
  'cost_counted_earlier',
] as const

export type BridgeItem = (typeof BRIDGE_ITEMS)[number]

export type Bridge = {
  readonly orderBasis: Paise
  readonly items: readonly { readonly key: BridgeItem; readonly amount: Paise }[]
  readonly paymentBasis: Paise
}

/**
 * From the profit by order date to the profit by payment date. `sameOnBoth` is what counts alike on
 * both: overheads, referral, platform adjustments, and credits on them.
 */
export function bridgeOf(cells: Iterable<BridgeCell>, sameOnBoth: Paise = ZERO): Bridge {
  const amounts = new Map<BridgeItem, Paise>(BRIDGE_ITEMS.map((key) => [key, ZERO]))
  let [orderBasis, paymentBasis] = [sameOnBoth, sameOnBoth]
  for (const cell of cells) {
    const isOrdered = cell.orderSide === 'in'
    const isPaid = cell.paymentSide === 'in'
    if (isOrdered) orderBasis = paise(orderBasis + cell.amount)
    if (isPaid) paymentBasis = paise(paymentBasis + cell.amount)
    if (isOrdered === isPaid) continue
    const key = isPaid ? arrivalOf(cell) : departureOf(cell)
    amounts.set(
      key,
      paise((amounts.get(key) ?? ZERO) + (isPaid ? cell.amount : negate(cell.amount))),
    )
  }
  const items = BRIDGE_ITEMS.map((key) => ({ key, amount: amounts.get(key) ?? ZERO }))
  // Each cell moves one basis and one item by the same amount; a difference here would be a fault of ours.
  if (orderBasis + sum(items.map(({ amount }) => amount)) !== paymentBasis)
    throw new Error('The bridge does not meet the payment basis')
  return { orderBasis, items, paymentBasis }
}

/** On payment basis in the period, on order basis not. */
function arrivalOf({ kind, orderSide }: BridgeCell): BridgeItem {
  switch (kind) {
    case 'settlement':
      if (orderSide === 'before') return 'settled_for_earlier_orders'
      return orderSide === 'after' ? 'settled_for_later_orders' : 'settled_for_undated_orders'
    case 'ads':
      return 'ads_run_earlier'
    case 'cost':
      return 'cost_of_earlier_orders'
    default:
      return kind satisfies never
  }
}

/** On order basis in the period, on payment basis not. */
function departureOf({ kind, paymentSide }: BridgeCell): BridgeItem {
  if (paymentSide === 'never') return 'ordered_not_settled'
  const isEarlier = paymentSide === 'before'
  switch (kind) {
    case 'settlement':
      return isEarlier ? 'settled_earlier' : 'settled_later'
    case 'ads':
      return isEarlier ? 'ads_deducted_earlier' : 'ads_deducted_later'
    case 'cost':
      return isEarlier ? 'cost_counted_earlier' : 'cost_counted_later'
    default:
      return kind satisfies never
  }
}
