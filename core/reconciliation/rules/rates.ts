import type { BusinessDate } from '../../dates'
import { type Paise, paise, share, ZERO } from '../../money/paise'
import { rateOn, TCS_RATES, TDS_RATES } from '../../money/rates'
import type { Case, Finding, RuleId } from '../discrepancy'
import { inDayOrder, type LineFacts } from '../facts'

// Meesho rounds each row to the paisa; of 41 rows measured none is further off than one, and two are allowed.
const TAX_TOLERANCE = 2
// The product is rounded once, and the file's own percentage has two decimals.
const COMMISSION_TOLERANCE = 1
const WHOLE_BPS = 100_00

/** `tcs_rate`, `tds_rate`, `commission_rate`: what was kept back against the rate that was in force. */
export function findWrongRates(subject: Case): Finding[] {
  return [
    ...findExcess(subject, 'tcs', (line) => taxExcess(line, line.tcs, TCS_RATES)),
    ...findExcess(subject, 'tds', (line) => taxExcess(line, line.tds, TDS_RATES)),
    ...findExcess(subject, 'commission', commissionExcess),
  ]
}

type Column = 'tcs' | 'tds' | 'commission'

const RULE_OF: Readonly<Record<Column, RuleId>> = {
  tcs: 'tcs_rate',
  tds: 'tds_rate',
  commission: 'commission_rate',
}

/** What a row kept back too much; negative is too little, nothing is right or cannot be told. */
type ExcessOf = (line: LineFacts) => number | undefined

/**
 * A reversal gives back what the first row took, right or wrong: what it gives back too much is the
 * first row's excess come home, and no second discrepancy.
 */
function findExcess({ facts }: Case, column: Column, excessOf: ExcessOf): Finding[] {
  const lines = inDayOrder(facts.lines).flatMap((line) => {
    const excess = excessOf(line)
    return excess === undefined ? [] : [{ line, excess }]
  })
  const over = lines.filter(({ excess }) => excess > 0)
  let comeBack = lines.reduce((total, { excess }) => total - Math.min(excess, 0), 0)
  const told = over.length > 0 ? over : lines
  return told.map(({ line, excess }) => {
    const atStake = paise(Math.max(excess, 0))
    const returned = paise(Math.min(atStake, comeBack))
    comeBack -= returned
    return {
      rule: RULE_OF[column],
      about: line.key,
      atStake,
      returned,
      evidence: [
        { from: 'line', key: line.key, column, value: line[column] },
        { from: 'line', key: line.key, column: 'sale', value: line.sale },
        { from: 'line', key: line.key, column: 'saleReturn', value: line.saleReturn },
      ],
    }
  })
}

/**
 * In the weeks around a change either rate may be right: the law counts by supply, credit or payment,
 * whichever was first. The reading that is kindest to the row is taken.
 */
function taxExcess(line: LineFacts, kept: Paise, rates: typeof TCS_RATES): number | undefined {
  const { gstRateBps, sale, saleReturn, returnPremium, returnPremiumReturn } = line
  const gross = paise(sale + saleReturn + returnPremium + returnPremiumReturn)
  if (gstRateBps === undefined) return undefined
  const days: (BusinessDate | undefined)[] = [line.orderedOn, line.paidOn]
  let least: number | undefined
  for (const day of days) {
    const rateBps = day && rateOn(rates, day)
    if (rateBps === undefined) continue
    const excess = -kept - share(gross, rateBps, WHOLE_BPS + gstRateBps)
    if (least === undefined || Math.abs(excess) < Math.abs(least)) least = excess
  }
  return least !== undefined && Math.abs(least) > TAX_TOLERANCE ? least : undefined
}

function commissionExcess(line: LineFacts): number | undefined {
  if (line.commissionRateBps === undefined) return undefined
  const due = share(paise(line.sale + line.saleReturn), line.commissionRateBps, WHOLE_BPS)
  const excess = -line.commission - due
  return Math.abs(excess) > COMMISSION_TOLERANCE ? excess : undefined
}

/** True where a file's own formula row still prints a TCS rate that was not in force on the day. */
export function isStaleTcsLegend(legend: string, day: BusinessDate): boolean {
  const printed = /(\d+(?:\.\d+)?)\s*%\s*of/i.exec(legend)?.[1]
  const rateBps = rateOn(TCS_RATES, day)
  if (printed === undefined || rateBps === undefined) return false
  return Math.round(Number(printed) * 100) !== (rateBps ?? ZERO)
}
