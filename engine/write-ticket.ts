import { ticketText } from '#core/claims/ticket-text'
import type { BusinessDate } from '#core/dates'
import { paise } from '#core/money/paise'
import { type Doubt, doubtOf, type PaymentsReach } from '#core/reconciliation/unproven'
import type { Db } from '#db/client'
import type { DiscrepancyId } from '#db/ledger/queries/discrepancies'
import { findStanding, type ListedStanding } from '#db/ledger/queries/standings'
import { listPaymentsReach } from '#db/ledger/queries/unproven'
import { listDiscrepanciesThen, pageOfDiscrepancies } from './list-as-known'
import { type DiscrepancyItem, listDiscrepancyItems } from './list-discrepancies'
import type { JudgedThen } from './reconcile-as-known'

export type Ticket = {
  readonly subject: string
  readonly text: string
  readonly evidence: DiscrepancyItem['evidence']
  /** Of an unpaid delivery that may have been paid without any file saying so. */
  readonly unproven?: Doubt & { readonly dueOn: BusinessDate }
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
  const [found, standing, reach] = await Promise.all([
    listDiscrepancyItems(ledger, [storeId], filter, PAGE),
    findStanding(ledger, storeId, subOrderNo, asOf),
    listPaymentsReach(ledger, [storeId], undefined),
  ])
  return toTicket(
    found.find((each) => each.about === about),
    standing,
    reach,
  )
}

/** The ticket as it would have been written by what was known: from the verdict on its sub-order then. */
export async function writeTicketThen(
  ledger: Db,
  { storeId, rule, about }: DiscrepancyId,
  judged: readonly JudgedThen[],
  knownAt: number,
): Promise<Ticket | undefined> {
  const listed = await listDiscrepanciesThen(ledger, judged, { rule, state: undefined })
  const [found, reach] = await Promise.all([
    pageOfDiscrepancies(ledger, { listed, knownAt }, PAGE),
    listPaymentsReach(ledger, [storeId], knownAt),
  ])
  return toTicket(
    found.find((each) => each.about === about),
    judged[0]?.standing,
    reach,
  )
}

function toTicket(
  item: DiscrepancyItem | undefined,
  standing: ListedStanding | undefined,
  reach: readonly PaymentsReach[],
): Ticket | undefined {
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
  const ticket = { subject, text: body, evidence: item.evidence }
  const { bucket, orderedOn = '', dueOn = '' } = standing ?? {}
  const known = reach[0]
  const isOverdue = item.rule === 'delivered_not_paid' && bucket === 'overdue'
  if (!isOverdue || orderedOn === '' || dueOn === '' || known === undefined) return ticket
  const doubt = doubtOf({ orderedOn, dueOn }, known)
  return doubt ? { ...ticket, unproven: { ...doubt, dueOn } } : ticket
}
