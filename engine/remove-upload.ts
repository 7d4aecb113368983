import { type BusinessDate, firstDayOf, lastDayOf, monthOf, monthsBetween } from '#core/dates'
import type { UploadId, WorkspaceId } from '#core/ids'
import { type Db, runBatch } from '#db/client'
import { reviveCostsByHand } from '#db/ledger/queries/costs'
import { closeObservations } from '#db/ledger/queries/observations'
import { closeSubOrders } from '#db/ledger/queries/orders'
import { closePayoutExtras } from '#db/ledger/queries/payout-extras'
import {
  listReportsEver,
  markReportsRemoved,
  reopenOverlappingReports,
  type Report,
} from '#db/ledger/queries/reports'
import { closeSettlementLines } from '#db/ledger/queries/settlements'
import { newestOutstanding } from '#db/ledger/queries/standings'
import {
  markClosing,
  markClosingLines,
  markClosingOrders,
  markPromisesGone,
} from '#db/ledger/queries/unjudged'
import type { SQL } from 'drizzle-orm'
import { rebuildTotals } from './rebuild-totals'
import { staleMarksOf } from './stale-months'

/**
 * Undoes an upload: its facts are closed, and answered are the other uploads that must be imported again
 * because they too hold rows that were counted under this one. Safe to run twice: the answer may then
 * name uploads whose second import changes nothing.
 */
export async function removeUpload(
  ledger: Db,
  upload: { readonly id: UploadId; readonly workspaceId: WorkspaceId },
  now: Date,
): Promise<UploadId[]> {
  const { id, workspaceId } = upload
  await markReportsRemoved(ledger, workspaceId, id, now)
  const removed = await listReportsEver(ledger, workspaceId, id)
  for (const report of removed) await closeFacts(ledger, report, now)
  // Only after the facts are closed: a reading that passed them by as known starts over.
  const uploadIds = await reopenOverlappingReports(ledger, workspaceId, removed)
  const storeIds = new Set(removed.map((report) => report.storeId))
  for (const storeId of storeIds) await rebuildTotals(ledger, storeId)
  return uploadIds
}

async function closeFacts(ledger: Db, report: Report, now: Date): Promise<void> {
  const marks = await staleMarksOf(ledger, report)
  for (const statements of closingsOf(report, now)) await runBatch(ledger, statements)
  // After the facts: a rebuild in between must not take the marks with it.
  await runBatch(ledger, marks)
}

/**
 * One transaction a month, so that no single statement has a year of rows to move. Each says first whose
 * facts it takes away: they are to be judged again.
 */
function closingsOf(report: Report, now: Date): SQL[][] {
  const { storeId, id } = report
  switch (report.kind) {
    case 'payments.orders':
      return monthsOf(report).map((days) => [
        markClosingLines(storeId, id, days),
        closeSettlementLines(storeId, id, days, now),
      ])
    case 'orders':
      return monthsOf(report).map((days) => [
        markClosingOrders(storeId, id, days),
        ...closeSubOrders(storeId, id, days, now),
      ])
    case 'payments.ads':
      return [[closePayoutExtras('ad_spend', storeId, id, now)]]
    case 'payments.referral':
      return [[closePayoutExtras('referral_payment', storeId, id, now)]]
    case 'payments.adjustments':
      return [[closePayoutExtras('platform_adjustment', storeId, id, now)]]
    case 'returns':
      return [closing('return_parcel', report, now)]
    case 'claims':
      return [closing('claim', report, now)]
    case 'gst.sales':
    case 'gst.returns':
      return [closing('gst_line', report, now)]
    case 'tax_invoices':
      return [[closeObservations('tax_invoice', storeId, id, now)]]
    case 'costs':
      return [[closeObservations('unit_cost', storeId, id, now), reviveCostsByHand(storeId, now)]]
    case 'outstanding':
      // Promises are read through the newest report that stands; a removed one is not.
      return [[markPromisesGone(storeId, id, newestOutstanding(storeId))]]
    default:
      return []
  }
}

function closing(
  table: 'return_parcel' | 'claim' | 'gst_line',
  { storeId, id }: Report,
  now: Date,
): SQL[] {
  return [markClosing(table, storeId, id), closeObservations(table, storeId, id, now)]
}

function monthsOf({ periodFrom, periodTo }: Report): { from: BusinessDate; to: BusinessDate }[] {
  if (periodFrom === null || periodTo === null) return []
  return monthsBetween(monthOf(periodFrom), monthOf(periodTo)).map((month) => ({
    from: firstDayOf(month),
    to: lastDayOf(month),
  }))
}
