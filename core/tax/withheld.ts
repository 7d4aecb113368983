import {
  type BusinessDate,
  type BusinessMonth,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsBetween,
} from '../dates'
import { type MicroRupees, toPaise } from '../money/micro-rupees'
import { type Paise, paise, share, ZERO } from '../money/paise'
import { type DatedRate, ratesWithin, rateOn } from '../money/rates'
import { exactTax } from './gst-line'

/** Settlement lines of one payment day and one GST rate, summed. `gross` is what the tax was reckoned from. */
export type WithheldSum = {
  /** The day that decides the month and the rate in force. */
  readonly day: BusinessDate
  /** Nothing where the product's GST rate is unknown; its taxable value is then unknown too. */
  readonly gstRateBps: number | undefined
  /** Lines that have a gross amount or a tax. */
  readonly lines: number
  /** Sale, sale return, return premium and return premium of return. */
  readonly gross: Paise
  /** As the report has it: negative where it was kept back. */
  readonly withheld: Paise
}

/** Net taxable value of a month's GST reports, sales less returns; returns alone make it negative. */
export type GstMonthSum = {
  readonly month: BusinessMonth
  readonly taxable: MicroRupees
  /** Rows whose value the file calls `null`: not in the taxable value. */
  readonly rowsWithoutValue: number
}

/** What the payments of a month say. Amounts of tax are positive when money was kept back. */
export type WithheldMoney = {
  readonly lines: number
  /** Without the product's GST. */
  readonly taxable: Paise
  /** What the rates of its days give of the taxable value, rounded once for each pair of rates. */
  readonly due: Paise
  readonly withheld: Paise
  /** `withheld − due`; nothing where the GST rate of some line is unknown, and what is due with it. */
  readonly difference: Paise | undefined
  /** Each line's tax was rounded to the paisa in the file: half a paisa a line is no one's mistake. */
  readonly isWithinRounding: boolean | undefined
  /** Gross of the lines whose GST rate is unknown: part of `withheld`, in no taxable value. */
  readonly grossWithoutRate: Paise
}

/** What the GST reports of a month say; `due` is nothing where the rate changed within the month. */
export type ReportedMonth = {
  readonly taxable: Paise
  readonly due: Paise | undefined
  readonly rowsWithoutValue: number
}

/** A month of a register, to be set against what the tax department's pages show. */
export type RegisterMonth = {
  readonly month: BusinessMonth
  readonly rates: readonly DatedRate[]
  /** Nothing without a payment in the month. */
  readonly payments: WithheldMoney | undefined
  /** The GST reports of the same month, which hold its supplies and not its payments; nothing without one. */
  readonly gstReport: ReportedMonth | undefined
}

export type Register = {
  readonly months: readonly RegisterMonth[]
  readonly total: WithheldMoney
}

const WHOLE_BPS = 100_00

/** One row a month from the first to the last that either source knows, oldest first. */
export function registerOf(
  sums: Iterable<WithheldSum>,
  reported: Iterable<GstMonthSum>,
  rates: readonly DatedRate[],
): Register {
  const byMonth = Map.groupBy(sums, ({ day }) => monthOf(day))
  const gst = new Map([...reported].map((sum) => [sum.month, sum]))
  const money = new Map([...byMonth].map(([month, of]) => [month, moneyOf(of, rates)]))
  const known = [...money.keys(), ...gst.keys()].toSorted()
  const [first, last] = [known[0], known.at(-1)]
  const months = first && last ? monthsBetween(first, last) : []
  return {
    months: months.map((month) => ({
      month,
      rates: ratesWithin(rates, firstDayOf(month), lastDayOf(month)),
      payments: money.get(month),
      gstReport: reportedMonth(month, gst.get(month), rates),
    })),
    total: totalOf([...money.values()]),
  }
}

function moneyOf(sums: readonly WithheldSum[], rates: readonly DatedRate[]): WithheldMoney {
  const groups = Map.groupBy(
    sums,
    ({ day, gstRateBps }) => `${gstRateBps ?? ''}|${rateOn(rates, day) ?? 0}`,
  )
  return totalOf([...groups.values()].map((group) => moneyOfRate(group, rates)))
}

/** Sums that share their product's GST rate and the rate in force, so that they are rounded as one. */
function moneyOfRate(sums: readonly WithheldSum[], rates: readonly DatedRate[]): WithheldMoney {
  const add = (column: 'gross' | 'withheld' | 'lines') =>
    sums.reduce((total, sum) => total + sum[column], 0)
  const gross = paise(add('gross'))
  const withheld = paise(-add('withheld'))
  const lines = add('lines')
  const [first] = sums
  if (first?.gstRateBps === undefined)
    return settle({ lines, taxable: ZERO, due: ZERO, withheld, grossWithoutRate: gross }, false)
  const whole = WHOLE_BPS + first.gstRateBps
  const taxable = share(gross, WHOLE_BPS, whole)
  const due = share(gross, rateOn(rates, first.day) ?? 0, whole)
  return settle({ lines, taxable, due, withheld, grossWithoutRate: ZERO }, true)
}

function totalOf(parts: readonly WithheldMoney[]): WithheldMoney {
  const add = (column: 'lines' | 'taxable' | 'due' | 'withheld' | 'grossWithoutRate') =>
    parts.reduce((total, part) => total + part[column], 0)
  return settle(
    {
      lines: add('lines'),
      taxable: paise(add('taxable')),
      due: paise(add('due')),
      withheld: paise(add('withheld')),
      grossWithoutRate: paise(add('grossWithoutRate')),
    },
    parts.every(({ difference }) => difference !== undefined),
  )
}

type Unsettled = Omit<WithheldMoney, 'difference' | 'isWithinRounding'>

function settle(money: Unsettled, isKnown: boolean): WithheldMoney {
  if (!isKnown) return { ...money, difference: undefined, isWithinRounding: undefined }
  const difference = paise(money.withheld - money.due)
  return { ...money, difference, isWithinRounding: Math.abs(difference) * 2 <= money.lines }
}

function reportedMonth(
  month: BusinessMonth,
  sum: GstMonthSum | undefined,
  rates: readonly DatedRate[],
): ReportedMonth | undefined {
  if (sum === undefined) return undefined
  const { taxable, rowsWithoutValue } = sum
  const inForce = ratesWithin(rates, firstDayOf(month), lastDayOf(month))
  const [only] = inForce
  // A month's supplies are reported as one, and do not say which of two rates each was taxed at.
  const due =
    only !== undefined && inForce.length === 1 && only.from <= firstDayOf(month)
      ? toPaise(exactTax(taxable, only.rateBps))
      : undefined
  return { taxable: toPaise(taxable), due, rowsWithoutValue }
}
