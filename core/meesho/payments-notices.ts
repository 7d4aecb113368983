import type { BusinessDate } from '../dates'
import { rateOn, TCS_RATES } from '../money/rates'
import { isStaleTcsLegend } from '../reconciliation/rules/rates'
import type { DateOrders } from './cells'
import { parseReportDay } from './dates'
import type { Header } from './headers'
import type { LineColumns } from './payments-columns'
import type { ReportNotice } from './report'

/**
 * What the formula row below the names says, and the payments above do not: to this day it prints TCS of
 * 1 %. Judged by the last day of the first rows; nothing where no row has one.
 */
export function paymentsNotices(
  header: Header,
  { paidOn, terms }: Pick<LineColumns, 'paidOn' | 'terms'>,
  dateOrders: DateOrders,
): ReportNotice[] {
  const day = lastDay(header, paidOn, dateOrders)
  if (day === undefined) return []
  const stale = terms.tcs
    .map((column) => header.legend[column] ?? '')
    .find((legend) => isStaleTcsLegend(legend, day))
  return stale === undefined ? [] : [{ code: 'tcs-legend-stale', detail: sentenceOf(stale, day) }]
}

function lastDay(
  { data }: Header,
  column: number,
  dateOrders: DateOrders,
): BusinessDate | undefined {
  const days = data.flatMap(({ cells }) => {
    const day = parseReportDay(cells[column] ?? '', dateOrders.get(column))
    return day === undefined || day === 'ambiguous' ? [] : [day]
  })
  return days.toSorted().at(-1)
}

function sentenceOf(legend: string, day: BusinessDate): string {
  const printed = /(\d+(?:\.\d+)?)\s*%/.exec(legend)?.[1] ?? ''
  const rate = (rateOn(TCS_RATES, day) ?? 0) / 100
  return `The formula row of this sheet says that TCS is ${printed} %. That is an old text of the panel: the rate is ${rate} %, and its rows are checked against that.`
}
