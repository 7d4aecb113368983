import { listOrderRows, listPromiseRows } from '#db/ledger/queries/export-rows'
import {
  ADS,
  ADJUSTMENTS,
  GST_LINES,
  PROMISE_COLUMNS,
  REFERRAL,
  TAX_INVOICES,
} from './export-archive-tables'
import { csvOf, type Tally } from './export-csv'
import { DISCREPANCY_COLUMNS, discrepancyPages } from './export-discrepancies'
import { type ExportScope, factPages, type FactExport, readerOf } from './export-facts'
import { CLAIMS, COSTS, ordersExport, RETURNS, SETTLEMENTS } from './export-tables'

/** A table of an archive; its tally is whole once every text has been taken. */
export type ArchivedTable = {
  readonly name: string
  readonly texts: (tally: Tally) => AsyncGenerator<string>
}

const FACTS: Readonly<Record<string, FactExport>> = {
  settlements: SETTLEMENTS,
  returns: RETURNS,
  claims: CLAIMS,
  costs: COSTS,
  gst: GST_LINES,
  'tax-invoices': TAX_INVOICES,
  ads: ADS,
  referral: REFERRAL,
  adjustments: ADJUSTMENTS,
}

/** Every row that counts, as CSV: to be read by people and by other programs, and never read back here. */
export function archivedTables(scope: ExportScope): ArchivedTable[] {
  const orders = ordersExport(scope.asOf, true)
  return [
    {
      name: 'orders',
      texts: (tally) => csvOf(orders.columns, factPages(scope, listOrderRows), tally),
    },
    ...Object.entries(FACTS).map(([name, { facts, columns }]) => ({
      name,
      texts: (tally: Tally) => csvOf(columns, factPages(scope, readerOf(facts)), tally),
    })),
    {
      name: 'promises',
      texts: (tally) => {
        const pages = factPages(scope, (ledger, { storeId }, page) =>
          listPromiseRows(ledger, storeId, page),
        )
        return csvOf(PROMISE_COLUMNS, pages, tally)
      },
    },
    {
      name: 'discrepancies',
      texts: (tally) => {
        const pages = discrepancyPages(scope, { rule: undefined, state: undefined })
        return csvOf(DISCREPANCY_COLUMNS, pages, tally)
      },
    },
  ]
}
