import { type BusinessMonth, financialYearOf, firstDayOf } from '../dates'
import type { TaxInvoiceType } from './tax-invoice'

/** Table 13 of GSTR-1: documents issued, one row for each nature and series of numbers. */
export type Table13Row = {
  readonly nature: 'Invoices for outward supply' | 'Credit Note'
  readonly from: string
  readonly to: string
  readonly total: number
  readonly cancelled: number
  readonly net: number
}

/** Documents of one type whose numbers are alike in form; text order is number order within them. */
export type DocumentRun = {
  readonly type: TaxInvoiceType
  /** What stands before the digits that a number ends with. */
  readonly head: string
  /** The first two of those digits. */
  readonly lead: string
  readonly first: string
  readonly last: string
  /** Different numbers, each of which is one document. */
  readonly count: number
}

/**
 * An invoice's number is the seller's identifier, two digits of the year that the financial year ends in,
 * and a serial; a note's has letters before its serial. The index names no cancelled document, so there
 * is none. An identifier is taken to end in a letter, as every one does that we have seen.
 */
export function table13(runs: Iterable<DocumentRun>, month: BusinessMonth): Table13Row[] {
  const natured = [...runs].flatMap((run) => {
    const nature = natureOf(run.type)
    return nature ? [{ ...run, nature, series: seriesOf(run, month) }] : []
  })
  const groups = Map.groupBy(natured, ({ nature, series }) => JSON.stringify([nature, series]))
  return [...groups.values()]
    .flatMap((group): Table13Row[] => {
      const shortestFirst = group.toSorted((a, b) => a.first.length - b.first.length)
      const [lowest, highest] = [shortestFirst[0], shortestFirst.at(-1)]
      if (!lowest || !highest) return []
      const from = least(shortestFirst, lowest)
      const to = greatest(shortestFirst, highest)
      const total = group.reduce((sum, { count }) => sum + count, 0)
      return [{ nature: lowest.nature, from, to, total, cancelled: 0, net: total }]
    })
    .sort((a, b) => -compare(a.nature, b.nature) || compare(a.from, b.from))
}

/** Runs are by their first digits too, so several of one length may begin or end a series. */
function least(runs: readonly DocumentRun[], { first }: DocumentRun): string {
  const firsts = runs.map((run) => run.first).filter((each) => each.length === first.length)
  return firsts.toSorted(compare)[0] ?? first
}

function greatest(runs: readonly DocumentRun[], { last }: DocumentRun): string {
  const lasts = runs.map((run) => run.last).filter((each) => each.length === last.length)
  return lasts.toSorted(compare).at(-1) ?? last
}

function seriesOf({ type, head, lead }: DocumentRun, month: BusinessMonth): string {
  // A note's letters stand behind the year, which its head holds already.
  if (type !== 'invoice') return head
  const ends = financialYearOf(firstDayOf(month)) + 1
  // The panel turns to the next year's digits a little before and after the year does.
  const years = [ends - 1, ends, ends + 1].map((year) => String(year % 100).padStart(2, '0'))
  return years.includes(lead) ? `${head}${lead}` : head
}

function natureOf(type: TaxInvoiceType): Table13Row['nature'] | undefined {
  if (type === 'invoice') return 'Invoices for outward supply'
  return type === 'unknown' ? undefined : 'Credit Note'
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
