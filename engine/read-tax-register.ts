import {
  businessDate,
  type BusinessMonth,
  financialYearOf,
  firstDayOf,
  monthOf,
  monthsBetween,
} from '#core/dates'
import type { StoreId } from '#core/ids'
import { microRupees } from '#core/money/micro-rupees'
import { paise } from '#core/money/paise'
import type { Days } from '#core/pnl/period'
import { tcsRegister } from '#core/tax/tcs'
import { tdsRegister } from '#core/tax/tds'
import type { GstMonthSum, Register, WithheldSum } from '#core/tax/withheld'
import type { Db } from '#db/client'
import type { KnownAt } from '#db/ledger/knowledge'
import { type GstMonth, listGstMonths, sumGstMonths } from '#db/ledger/queries/gst-sums'
import { findPaidSpan, sumWithheld, type WithheldDay } from '#db/ledger/queries/withheld'

export type WithheldTax = 'tcs' | 'tds'

export type RegisterReading = {
  readonly register: Register
  /** The financial years that any payment or GST report speaks of, the newest first. */
  readonly years: readonly number[]
}

const REGISTERS = { tcs: tcsRegister, tds: tdsRegister }

/** A financial year, by the year it starts in, of what was kept back from some stores. */
export async function readTaxRegister(
  ledger: Db,
  storeIds: readonly StoreId[],
  tax: WithheldTax,
  year: number,
  knownAt: KnownAt,
): Promise<RegisterReading> {
  const days = { from: businessDate(`${year}-04-01`), to: businessDate(`${year + 1}-03-31`) }
  const months = monthsBetween(monthOf(days.from), monthOf(days.to))
  const [withheld, reported, span, gstMonths] = await Promise.all([
    sumWithheld(ledger, storeIds, days, knownAt),
    sumGstMonths(ledger, storeIds, months, knownAt),
    findPaidSpan(ledger, storeIds, knownAt),
    listGstMonths(ledger, storeIds, knownAt),
  ])
  const sums = withheld.map((day) => toSum(day, tax))
  const gst: GstMonthSum[] = reported.map((each) => ({
    ...each,
    taxable: microRupees(each.taxable),
  }))
  return { register: REGISTERS[tax](sums, gst), years: yearsOf(span, gstMonths) }
}

function toSum({ day, gstRateBps, lines, gross, ...taxes }: WithheldDay, tax: WithheldTax) {
  return {
    day,
    gstRateBps: gstRateBps ?? undefined,
    lines,
    gross: paise(gross),
    withheld: paise(taxes[tax]),
  } satisfies WithheldSum
}

const yearOf = (month: BusinessMonth) => financialYearOf(firstDayOf(month))

function yearsOf(span: Days | undefined, gstMonths: readonly GstMonth[]): number[] {
  const paid = span ? monthsBetween(monthOf(span.from), monthOf(span.to)).map(yearOf) : []
  const years = new Set([...paid, ...gstMonths.map(({ month }) => yearOf(month))])
  return [...years].toSorted((a, b) => b - a)
}
