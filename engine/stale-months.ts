import { monthOf, monthsBetween } from '#core/dates'
import type { Db } from '#db/client'
import { markCostsStale } from '#db/ledger/queries/cost-totals'
import type { Report } from '#db/ledger/queries/reports'
import { findLastPaidOn, markStale } from '#db/ledger/queries/totals'
import type { SQL } from 'drizzle-orm'

/** Marks the totals that a report's facts take part in: see db/ledger/schema/totals. */
export async function staleMarksOf(ledger: Db, report: Report): Promise<SQL[]> {
  const { storeId } = report
  if (report.periodFrom === null || report.periodTo === null) return []
  const from = monthOf(report.periodFrom)
  const to = monthOf(report.periodTo)
  switch (report.kind) {
    case 'payments.orders':
    case 'payments.ads':
    case 'payments.referral':
    case 'payments.adjustments':
      return [markStale(storeId, 'payments', monthsBetween(from, to))]
    case 'orders': {
      // A sub-order's day and SKU decide where its payments count on order basis.
      const lastPaidOn = await findLastPaidOn(ledger, storeId)
      const paid = lastPaidOn === undefined ? [] : monthsBetween(from, monthOf(lastPaidOn))
      return [
        markStale(storeId, 'orders', monthsBetween(from, to)),
        markStale(storeId, 'returns', monthsBetween(from, to)),
        markStale(storeId, 'payments', paid),
      ]
    }
    case 'costs':
      // A list read again, or undone, may change any day from its first one on.
      return [markCostsStale(storeId, from)]
    case 'gst.sales':
    case 'gst.returns':
      return [markStale(storeId, 'gst', monthsBetween(from, to))]
    default:
      // Promises and claims are no part of the totals: what needs them reads them. What parcels change is
      // marked when their sub-orders are judged.
      return []
  }
}
