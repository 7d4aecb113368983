import { type BusinessMonth, monthOf, nextMonth } from '#core/dates'
import type { Db } from '#db/client'
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
      return [markStale(storeId, 'payments', monthsFrom(from, to))]
    case 'orders': {
      // A sub-order's day and SKU decide where its payments count on order basis.
      const lastPaidOn = await findLastPaidOn(ledger, storeId)
      const paid = lastPaidOn === undefined ? [] : monthsFrom(from, monthOf(lastPaidOn))
      return [
        markStale(storeId, 'orders', monthsFrom(from, to)),
        markStale(storeId, 'payments', paid),
      ]
    }
    default:
      return []
  }
}

// Twenty years: a report that claims a longer period has a wrong day in it, which the reader refuses.
const MAX_MONTHS = 240

function monthsFrom(from: BusinessMonth, to: BusinessMonth): BusinessMonth[] {
  const months: BusinessMonth[] = []
  for (let month = from; month <= to && months.length < MAX_MONTHS; month = nextMonth(month)) {
    months.push(month)
  }
  return months
}
