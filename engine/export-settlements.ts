import { countFacts, type FactTable, lineFilter } from '#db/ledger/queries/export-rows'
import { spend } from './export-csv'
import { type ExportScope, factPages, readerOf, type StoredRow } from './export-facts'
import { SETTLEMENTS } from './export-tables'

export type SettlementChoice = {
  readonly status?: string | undefined
  readonly sku?: string | undefined
  readonly q?: string | undefined
  readonly sort: string
}

// Sorted by an amount every page sorts all lines anew, so only so many can be.
const MAX_SORTED = 50_000

const AMOUNTS: Readonly<Record<string, string>> = {
  settlement: 'settlement_paise',
  sale: 'sale_paise',
}

/** Settlement lines as their screen filters and sorts them; nothing where they are too many to sort. */
export async function settlementPages(
  scope: ExportScope,
  { status, sku, q, sort }: SettlementChoice,
): Promise<AsyncGenerator<readonly StoredRow[]> | undefined> {
  const filter = lineFilter({ status, sku, search: q === '' ? undefined : q })
  const descending = sort.startsWith('-')
  const amount = AMOUNTS[descending ? sort.slice(1) : sort]
  if (amount === undefined) {
    return factPages(scope, readerOf(SETTLEMENTS.facts), { filter, descending })
  }
  if (await isTooMany(scope, filter)) return undefined
  const facts: FactTable = { ...SETTLEMENTS.facts, key: [amount, ...SETTLEMENTS.facts.key] }
  return factPages(scope, readerOf(facts), { filter, descending })
}

async function isTooMany(
  { ledger, stores, days, knownAt, budget }: ExportScope,
  filter: ReturnType<typeof lineFilter>,
): Promise<boolean> {
  let lines = 0
  for (const { id: storeId } of stores) {
    spend(budget, 1)
    const query = { storeId, days, knownAt, filter }
    lines += await countFacts(ledger, SETTLEMENTS.facts, query, MAX_SORTED + 1)
  }
  return lines > MAX_SORTED
}
