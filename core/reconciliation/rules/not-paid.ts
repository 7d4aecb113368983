import { paise, sum, ZERO } from '../../money/paise'
import { outcomeOf } from '../../settlements/outcome'
import type { Case, Evidence, Finding } from '../discrepancy'
import { inDayOrder, type SubOrderFacts } from '../facts'
import { expectedSettlement } from '../seller-norms'

/** `delivered_not_paid`: nothing paid and nothing promised after the due day; recovered when it comes late. */
export function findUnpaidDelivery({ facts, standing, norms }: Case): Finding[] {
  if (standing.bucket === 'overdue') {
    const expected = expectedSettlement(facts, norms) ?? ZERO
    return [
      {
        rule: 'delivered_not_paid',
        about: '',
        // A SKU whose sales usually settle at a loss leaves nothing to be had, not less than nothing.
        atStake: paise(Math.max(expected, 0)),
        evidence: orderEvidence(facts, ['status', 'orderedOn', 'discountedPrice', 'quantity']),
      },
    ]
  }
  if (standing.bucket !== 'paid' || standing.dueOn === undefined) return []
  const deliveries = inDayOrder(facts.lines).filter(
    (line) => outcomeOf(line.status) === 'delivered',
  )
  const [first] = deliveries
  if (!first || first.paidOn <= standing.dueOn) return []
  const atStake = sum(deliveries.map((line) => line.settlement))
  if (atStake <= 0) return []
  return [
    {
      rule: 'delivered_not_paid',
      about: '',
      atStake,
      returned: atStake,
      evidence: [
        ...orderEvidence(facts, ['orderedOn']),
        { from: 'line', key: first.key, column: 'paidOn', value: first.paidOn },
        { from: 'line', key: first.key, column: 'settlement', value: first.settlement },
      ],
    },
  ]
}

type OrderColumn = 'status' | 'orderedOn' | 'discountedPrice' | 'quantity'

export function orderEvidence(
  { order, subOrderNo }: SubOrderFacts,
  columns: readonly OrderColumn[],
): Evidence[] {
  if (!order) return []
  return columns.flatMap((column) => {
    const value = order[column]
    return value === undefined ? [] : [{ from: 'order', key: subOrderNo, column, value } as const]
  })
}
