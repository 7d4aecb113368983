import type { BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { DocumentRun } from '#core/tax/documents'
import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, type KnownAt } from '../knowledge'
import { reports } from '../schema/reports'

/** A list of tax invoices, with the order days of its rows. */
export type DocumentList = {
  readonly id: number
  readonly storeId: StoreId
  readonly filename: string
  readonly path: string
  readonly from: BusinessDate | null
  readonly to: BusinessDate | null
}

// A list a month for forty years.
const MAX_LISTS = 500

/** Removed ones too, where the question is of a day on which they were there. */
export function listDocumentLists(
  ledger: Db,
  storeIds: readonly StoreId[],
  knownAt: KnownAt,
): Promise<DocumentList[]> {
  return ledger
    .select({
      id: reports.id,
      storeId: reports.storeId,
      filename: reports.filename,
      path: reports.path,
      from: reports.periodFrom,
      to: reports.periodTo,
    })
    .from(reports)
    .where(
      and(
        inArray(reports.storeId, sql`(SELECT value FROM json_each(${JSON.stringify(storeIds)}))`),
        eq(reports.kind, 'tax_invoices'),
        ne(reports.state, 'quarantined'),
        knownAt === undefined ? ne(reports.state, 'removed') : undefined,
      ),
    )
    .orderBy(asc(reports.id))
    .limit(MAX_LISTS)
}

/** Sellers have a handful of series; the caller refuses numbers without any form. */
export const MAX_DOCUMENT_RUNS = 2_000

/** The documents of some lists, in runs of numbers of one form. A list's days are one range of the key. */
export function sumDocumentRuns(
  ledger: Db,
  lists: readonly DocumentList[],
  knownAt: KnownAt,
): Promise<DocumentRun[]> {
  const ranges = JSON.stringify(lists.map(({ id, storeId, from, to }) => [id, storeId, from, to]))
  return ledger.all<DocumentRun>(sql`
    SELECT type, head, substr(no, length(head) + 1, 2) AS lead, min(no) AS first, max(no) AS last,
      count(DISTINCT no) AS count
    FROM (
      SELECT t.invoice_type AS type, t.invoice_no AS no, rtrim(t.invoice_no, '0123456789') AS head
      FROM json_each(${ranges}) AS r
      CROSS JOIN tax_invoice AS t ON t.store_id = r.value->>1 AND t.ordered_on BETWEEN r.value->>2 AND r.value->>3
        AND t.report_id = r.value->>0 AND ${isKnown('t', knownAt)})
    GROUP BY type, head, lead, length(no) LIMIT ${MAX_DOCUMENT_RUNS + 1}`)
}
