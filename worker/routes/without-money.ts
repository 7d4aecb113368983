import type { SignedIn } from '../env'
import type { ClaimItem } from './claim-item'
import type { ClaimableParcel } from './claimable'

/** A packer sees parcels and tickets, and money nowhere. */
export function seesMoney({ role }: Pick<SignedIn, 'role'>): boolean {
  return role !== 'packer'
}

/** A ticket for the eyes of who asks. The last update is free text of Meesho’s, and names amounts. */
export function ticketFor(caller: Pick<SignedIn, 'role'>, item: ClaimItem): ClaimItem {
  if (seesMoney(caller)) return item
  return {
    ...item,
    lastUpdate: '',
    amount: null,
    paidOn: null,
    transactionId: '',
    creditState: null,
    credit: null,
  }
}

/** A parcel to claim for, for the eyes of who asks. */
export function parcelFor(
  caller: Pick<SignedIn, 'role'>,
  parcel: ClaimableParcel,
): ClaimableParcel {
  return seesMoney(caller) ? parcel : { ...parcel, atStake: null, fairValue: null }
}
