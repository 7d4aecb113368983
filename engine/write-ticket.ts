import { ticketText } from '#core/claims/ticket-text'
import type { BusinessDate } from '#core/dates'
import { paise } from '#core/money/paise'
import type { Db } from '#db/client'
import type { DiscrepancyId } from '#db/ledger/queries/discrepancies'
import { type DiscrepancyItem, listDiscrepancyItems } from './list-discrepancies'

export type Ticket = {
  readonly subject: string
  readonly text: string
  readonly evidence: DiscrepancyItem['evidence']
}

// Of one rule a sub-order has as many as it has lines, parcels or tickets.
const MAX_OF_A_RULE = 200

/** A ticket ready to be sent about what is wrong on a day; nothing where it is not wrong then. */
export async function writeTicket(
  ledger: Db,
  { storeId, subOrderNo, rule, about }: DiscrepancyId,
  asOf: BusinessDate,
): Promise<Ticket | undefined> {
  const filter = { asOf, rule, state: undefined, subOrderNo }
  const page = { after: undefined, limit: MAX_OF_A_RULE }
  const found = await listDiscrepancyItems(ledger, [storeId], filter, page)
  const item = found.find((each) => each.about === about)
  if (item === undefined) return undefined
  const { subject, body } = ticketText({
    rule,
    subOrderNo,
    atStake: paise(item.atStake),
    recoveredAmount: paise(item.recoveredAmount),
    evidence: item.evidence.map(({ column, value, source }) => ({
      column,
      value,
      place: source ?? undefined,
    })),
  })
  return { subject, text: body, evidence: item.evidence }
}
