import { type BusinessDate, type BusinessMonth, financialYearOf, monthOf } from '../dates'
import { type Paise, paise, share, ZERO } from '../money/paise'
import { rateOn, TCS_RATES } from '../money/rates'

/** Settlement lines of one day and one GST rate, summed. `gross` is what the tax was reckoned from. */
export type WithheldSum = {
  /** The day that decides the month: of the payment, as the marketplace files by it. */
  readonly day: BusinessDate
  /** Nothing where the product's GST rate is unknown; its taxable value is then unknown too. */
  readonly gstRateBps: number | undefined
  /** Sale, sale return, return premium and return premium of return. */
  readonly gross: Paise
  /** As the report has it: negative where it was kept back. */
  readonly withheld: Paise
}

/** A month of a register: what was kept back, to be set against what the tax department's pages show. */
export type RegisterMonth = {
  readonly month: BusinessMonth
  readonly financialYear: number
  /** Without the product's GST. */
  readonly taxable: Paise
  readonly withheld: Paise
  /** What the rates of its days give; a line rounds to the paisa, so a month may be a few apart. */
  readonly due: Paise
  /** Gross of the rows whose GST rate is unknown: part of `withheld`, in no taxable value. */
  readonly grossWithoutRate: Paise
}

const WHOLE_BPS = 100_00

/** One row a month, oldest first; amounts of `withheld` and `due` are positive when money was kept back. */
export function registerOf(sums: Iterable<WithheldSum>, rates: typeof TCS_RATES): RegisterMonth[] {
  const months = new Map<BusinessMonth, RegisterMonth>()
  for (const { day, gstRateBps, gross, withheld } of sums) {
    const month = monthOf(day)
    const known = months.get(month) ?? emptyMonth(month, day)
    const taxable =
      gstRateBps === undefined ? ZERO : share(gross, WHOLE_BPS, WHOLE_BPS + gstRateBps)
    const due =
      gstRateBps === undefined
        ? ZERO
        : share(gross, rateOn(rates, day) ?? 0, WHOLE_BPS + gstRateBps)
    months.set(month, {
      ...known,
      taxable: paise(known.taxable + taxable),
      withheld: paise(known.withheld - withheld),
      due: paise(known.due + due),
      grossWithoutRate: paise(known.grossWithoutRate + (gstRateBps === undefined ? gross : 0)),
    })
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1))
}

function emptyMonth(month: BusinessMonth, day: BusinessDate): RegisterMonth {
  return {
    month,
    financialYear: financialYearOf(day),
    taxable: ZERO,
    withheld: ZERO,
    due: ZERO,
    grossWithoutRate: ZERO,
  }
}
