import { ticketText } from '#core/claims/ticket-text'
import type { BusinessDate } from '#core/dates'
import { paise } from '#core/money/paise'
import type { Db } from '#db/client'
import type { DiscrepancyId } from '#db/ledger/queries/discrepancies'
import { listDiscrepanciesThen, pageOfDiscrepancies } from './list-as-known'
import { type DiscrepancyItem, listDiscrepancyItems } from './list-discrepancies'
import type { JudgedThen } from './reconcile-as-known'

export type Ticket = {
  readonly subject: string
  readonly text: string
  readonly evidence: DiscrepancyItem['evidence']
}

// Of one rule a sub-order has as many as it has lines, parcels or tickets.
const PAGE = { after: undefined, limit: 200 }

/** A ticket ready to be sent about what is wrong on a day; nothing where it is not wrong then. */
export async function writeTicket(
  ledger: Db,
  { storeId, subOrderNo, rule, about }: DiscrepancyId,
  asOf: BusinessDate,
): Promise<Ticket | undefined> {
  const filter = { asOf, rule, state: undefined, subOrderNo }
  const found = await listDiscrepancyItems(ledger, [storeId], filter, PAGE)
  return toTicket(found.find((each) => each.about === about))
}

/** The ticket as it would have been written by what was known: from the verdict on its sub-order then. */
export async function writeTicketThen(
  ledger: Db,
  { rule, about }: DiscrepancyId,
  judged: readonly JudgedThen[],
  knownAt: number,
): Promise<Ticket | undefined> {
  const listed = await listDiscrepanciesThen(ledger, judged, { rule, state: undefined })
  const found = await pageOfDiscrepancies(ledger, { listed, knownAt }, PAGE)
  return toTicket(found.find((each) => each.about === about))
}

function toTicket(item: DiscrepancyItem | undefined): Ticket | undefined {
  if (item === undefined) return undefined
  const { subject, body } = ticketText({
    rule: item.rule,
    subOrderNo: item.subOrderNo,
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
