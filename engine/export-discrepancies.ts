import { knownStake } from '#core/reconciliation/discrepancy'
import type { DiscrepancyFilter, DiscrepancyPlace } from '#db/ledger/queries/discrepancies'
import { type Column, money, pagesOf, plain } from './export-csv'
import type { ExportScope, ExportStore } from './export-facts'
import { type DiscrepanciesThen, pageOfDiscrepancies } from './list-as-known'
import { type DiscrepancyItem, listDiscrepancyItems } from './list-discrepancies'

// What was wrong from the start has no day.
const ALWAYS = '1900-01-01'

type Row = { readonly store: ExportStore; readonly item: DiscrepancyItem }

export const DISCREPANCY_COLUMNS: readonly Column<Row>[] = [
  plain('Store', ({ store }) => store.name),
  plain('Supplier ID', ({ store }) => store.supplierId),
  plain('Sub Order No', ({ item }) => item.subOrderNo),
  plain('Rule', ({ item }) => item.rule),
  plain('About', ({ item }) => item.about),
  plain('Since', ({ item }) => (item.since === ALWAYS ? null : item.since)),
  money('At Stake', ({ item }) => knownStake(item.atStake)),
  money('Recovered', ({ item }) => item.recoveredAmount),
  plain('State', ({ item }) => item.state),
  plain('Ticket ID', ({ item }) => item.ticketId),
  plain('Note', ({ item }) => item.note),
  plain('Next Step', ({ item }) => item.nextStep),
  plain('Evidence', ({ item }) => item.evidence.map(({ column }) => column).join('; ')),
  plain('File', ({ item }) => {
    const source = firstSource(item)
    return source ? [source.filename, ...source.path].join(' › ') : null
  }),
  plain('Sheet', ({ item }) => firstSource(item)?.sheet ?? null),
  plain('Row', ({ item }) => firstSource(item)?.row ?? null),
]

function firstSource({ evidence }: DiscrepancyItem) {
  return evidence.find(({ source }) => source !== null)?.source
}

// Its evidence is looked up in five tables, with the report of each.
const STATEMENTS_A_PAGE = 8
const ROWS_A_PAGE = 1_000

export type DiscrepancyChoice = Pick<DiscrepancyFilter, 'rule' | 'state' | 'ordered' | 'search'>

/**
 * What is wrong on the scope's day, whenever it began; of each store the largest loss first. `then` is
 * given for what was known on an earlier day: it has been judged already.
 */
export async function* discrepancyPages(
  scope: ExportScope,
  choice: DiscrepancyChoice,
  then?: DiscrepanciesThen,
): AsyncGenerator<readonly Row[]> {
  const { ledger, asOf } = scope
  for (const store of scope.stores) {
    const pages = pagesOf<DiscrepancyItem>(
      {
        read: (after, limit) => {
          const page = { after: after && placeOf(after), limit }
          if (then === undefined)
            return listDiscrepancyItems(ledger, [store.id], { asOf, ...choice }, page)
          const listed = then.listed.filter(({ storeId }) => storeId === store.id)
          return pageOfDiscrepancies(ledger, { ...then, listed }, page)
        },
        limit: ROWS_A_PAGE,
        statements: STATEMENTS_A_PAGE,
      },
      scope.budget,
    )
    for await (const items of pages) yield items.map((item) => ({ store, item }))
  }
}

function placeOf({ atStake, storeId, subOrderNo, rule, about }: DiscrepancyItem): DiscrepancyPlace {
  return [atStake, storeId, subOrderNo, rule, about]
}
