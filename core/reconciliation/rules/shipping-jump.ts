import { type Paise, paise, share } from '../../money/paise'
import { rateOn, SERVICE_GST_RATES } from '../../money/rates'
import { outcomeOf } from '../../settlements/outcome'
import type { Case, Finding } from '../discrepancy'
import type { LineFacts } from '../facts'
import type { Median } from '../seller-norms'

// Of the rule's own definition: a jump is half as much again as usual, and five rows make a usual.
const JUMP = { numerator: 3, denominator: 2 }
const LEAST_ROWS = 5
// Two roundings stand between the buyer's shipping and the charge: 29 of 29 rows measured are within 0.02.
const PASSED_ON_TOLERANCE = 2
const WHOLE_BPS = 100_00

/** `shipping_charge_jump`: a delivery charged far above what its SKU usually costs to ship. */
export function findShippingJumps({ facts, norms }: Case): Finding[] {
  return facts.lines.flatMap((line): Finding[] => {
    const usual = norms.bySku.get(line.sku)?.shippingPerUnit
    const outcome = outcomeOf(line.status)
    if (!usual || !isUsual(usual)) return []
    if (outcome !== 'delivered' && outcome !== 'exchanged') return []
    const units = line.quantity ?? 0
    const charged = -line.shipping
    if (units <= 0 || charged <= 0) return []
    if (charged * JUMP.denominator < usual.value * units * JUMP.numerator) return []
    const passedOn = passedOnShipping(line)
    // A buyer who paid more shipping is charged more, and the seller loses nothing by it.
    if (passedOn !== undefined && charged - passedOn <= PASSED_ON_TOLERANCE) return []
    const atStake = paise(charged - usualCharge(usual.value * units, units, passedOn))
    const givenBack = facts.lines.reduce((total, each) => total + Math.max(each.shipping, 0), 0)
    return [
      {
        rule: 'shipping_charge_jump',
        about: line.key,
        atStake,
        returned: paise(Math.min(atStake, Math.max(0, givenBack - (charged - atStake)))),
        evidence: [
          { from: 'line', key: line.key, column: 'shipping', value: line.shipping },
          { from: 'line', key: line.key, column: 'quantity', value: units },
        ],
      },
    ]
  })
}

function isUsual({ rows }: Median): boolean {
  return rows >= LEAST_ROWS
}

/**
 * The least charge for one unit, rounded as norms are, whose verdict may change when the median of its SKU
 * moves from one to the other; nothing where none does.
 */
export function leastMovedCharge(before: Median, after: Median): number | undefined {
  const usual = [before, after].filter(isUsual).map(({ value }) => value)
  if (usual.length === 0 || (usual.length === 2 && before.value === after.value)) return undefined
  // Rounding for one unit takes half a paisa at most.
  return Math.ceil((Math.min(...usual) * JUMP.numerator - 1) / JUMP.denominator)
}

/**
 * The median is of charges rounded for one unit, so times the quantity it may be a few paise off; where
 * the row's own sale gives the same charge, it gives it exactly.
 */
function usualCharge(byMedian: number, units: number, passedOn: Paise | undefined): number {
  const isSame =
    passedOn !== undefined && Math.abs(passedOn - byMedian) <= PASSED_ON_TOLERANCE * units
  return isSame ? passedOn : byMedian
}

/**
 * The buyer's shipping without the product's GST and with that of services: what Meesho takes back of
 * a sale that includes it.
 */
function passedOnShipping(line: LineFacts): Paise | undefined {
  const { sale, listingPrice, quantity, gstRateBps, paidOn } = line
  if (listingPrice === undefined || quantity === undefined || gstRateBps === undefined)
    return undefined
  const serviceBps = rateOn(SERVICE_GST_RATES, paidOn) ?? 0
  const bought = paise(sale - listingPrice * quantity)
  if (bought <= 0) return undefined
  return share(bought, WHOLE_BPS + serviceBps, WHOLE_BPS + gstRateBps)
}
