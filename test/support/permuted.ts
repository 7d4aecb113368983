import type { SellerRows } from './random-seller'

/** The items in another order; each seed has its own. */
export function permuted<Item>(items: readonly Item[], seed: number): Item[] {
  const next = [...items]
  let state = seed
  for (let last = next.length - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const at = Math.floor((state / 2 ** 32) * (last + 1))
    const [item, other] = [next[last], next[at]]
    if (item !== undefined && other !== undefined) [next[last], next[at]] = [other, item]
  }
  return next
}

/** The same downloads, with the rows of each in another order. */
export function withRowsPermuted(rows: SellerRows, seed: number): SellerRows {
  const mixed = <Row>(some: readonly Row[]) => permuted(some, seed)
  return {
    ...rows,
    orders: mixed(rows.orders),
    earlierOrders: mixed(rows.earlierOrders),
    payments: mixed(rows.payments),
    ads: mixed(rows.ads),
    referral: mixed(rows.referral),
    adjustments: mixed(rows.adjustments),
    promises: mixed(rows.promises),
    returns: {
      intransit: mixed(rows.returns.intransit),
      completed_delivered: mixed(rows.returns.completed_delivered),
      completed_lost: mixed(rows.returns.completed_lost),
    },
    claims: mixed(rows.claims),
    costs: mixed(rows.costs),
  }
}
