import type { StoreId } from '#core/ids'
import type { Db } from '#db/client'
import type { Claimable, ClaimablePlace } from '#db/ledger/queries/claimable'
import type { ListedDiscrepancy } from '#db/ledger/queries/discrepancies'
import { listReturnsOf } from '#db/ledger/queries/sub-order-facts'
import { compare, listDiscrepanciesThen } from './list-as-known'
import type { JudgedThen } from './reconcile-as-known'

const WINDOW = { rule: 'claim_window_closing', state: 'open' } as const

/**
 * The parcels that could still be claimed by what was known, in the order of listClaimable(). A decision
 * counts as it stands now, as everywhere.
 */
export async function listClaimableThen(
  ledger: Db,
  judged: readonly JudgedThen[],
  knownAt: number,
): Promise<Claimable[]> {
  const open = await listDiscrepanciesThen(ledger, judged, WINDOW)
  const found: Claimable[] = []
  for (const [storeId, windows] of Map.groupBy(open, (each) => each.storeId))
    found.push(...(await parcelsOf(ledger, storeId, windows, knownAt)))
  return found.sort((a, b) => compare(placeOf(a), placeOf(b)))
}

async function parcelsOf(
  ledger: Db,
  storeId: StoreId,
  windows: readonly ListedDiscrepancy[],
  knownAt: number,
): Promise<Claimable[]> {
  const ids = [...new Set(windows.map(({ subOrderNo }) => subOrderNo))]
  const parcels = await listReturnsOf(ledger, storeId, ids, knownAt)
  const parcelOf = new Map(
    parcels.map((each) => [`${each.subOrderNo}|${each.createdOn}|${each.quantity}`, each]),
  )
  return windows.flatMap(({ subOrderNo, about, atStake }) => {
    const parcel = parcelOf.get(`${subOrderNo}|${about}`)
    if (parcel === undefined || parcel.outcomeOn === '') return []
    const { outcomeOn: receivedOn, quantity, sku, productName, courier, awb, reason } = parcel
    const { reportId, rowNo } = parcel
    const goods = { quantity, sku, productName, courier, awb, reason }
    return [{ storeId, subOrderNo, about, atStake, receivedOn, ...goods, reportId, rowNo }]
  })
}

const placeOf = ({ receivedOn, storeId, subOrderNo, about }: Claimable): ClaimablePlace => [
  receivedOn,
  storeId,
  subOrderNo,
  about,
]

/** A page of them, and on the first page what they come to. */
export function pageOfClaimable(
  all: readonly Claimable[],
  { after, limit }: { readonly after: ClaimablePlace | undefined; readonly limit: number },
) {
  const rest = after === undefined ? all : all.filter((each) => compare(placeOf(each), after) > 0)
  const atStake = all.reduce((sum, each) => sum + each.atStake, 0)
  return {
    rows: rest.slice(0, limit),
    total: after === undefined ? { count: all.length, atStake } : null,
  }
}
