import type { BusinessDate } from '#core/dates'
import { paise } from '#core/money/paise'
import { parseBusinessMonth } from '#core/dates'
import { addOverhead } from '#db/ledger/queries/overheads'
import { rebuildTotals } from '#engine/rebuild-totals'
import { reconcileStore } from '#engine/reconcile'
import { type Fixture, newSeller, NOW, type Seller, TODAY, upload } from './ledger'

/** One run imports files into a ledger of its own, so shrinking a failure would take minutes. */
export const RUNS = { endOnFailure: true } as const

/** Judges and adds up all that is waiting. */
export async function settle(
  { ledger, storeId }: Seller,
  today: BusinessDate = TODAY,
): Promise<void> {
  while (!(await reconcileStore(ledger, storeId, today)));
  await rebuildTotals(ledger, storeId)
}

export async function sellerOf(files: readonly Fixture[], seller = newSeller()): Promise<Seller> {
  for (const file of files) await upload(seller, file)
  await settle(seller)
  return seller
}

/** A rent that does not divide by the days of any month. */
export async function payRent({ ledger, storeId }: Seller): Promise<void> {
  const rent = { id: 'rent', name: 'Rent', amount: paise(10_001_03), toMonth: undefined }
  const fromMonth = parseBusinessMonth('2026-06')
  if (fromMonth) await addOverhead(ledger, storeId, { ...rent, fromMonth }, NOW)
}
