import { downloadDayOf } from '#core/meesho/file-names'
import { isSettledReturn } from '#core/returns/return-parcel'
import type { Source, SubOrderView } from '../../api-shapes'

export type TimelineEvent = {
  readonly on: string | null
  readonly kind: 'ordered' | 'seen' | 'paid' | 'promised' | 'sentBack' | 'cameBack' | 'claimed'
  readonly status: string
  readonly amount?: number
  readonly source?: Source
}

/** By day, from the order on; what has no day comes where it must be: replaced statuses first, promises last. */
export function timelineEvents(view: SubOrderView): readonly TimelineEvent[] {
  const { subOrder, lines } = view
  const ordered = subOrder?.orderedOn ?? lines.find(({ orderedOn }) => orderedOn)?.orderedOn
  const replaced = replacedStatuses(view)
  const current = currentStatus(view)
  const paid = paidEvents(view)
  const promised = promisedEvents(view)
  const returned = returnEvents(view)
  const claimed = claimEvents(view)
  // Equal days keep this order: a status is seen before the payment that it brings.
  const dated = [...replaced, ...current, ...returned, ...claimed, ...paid, ...promised]
    .filter(({ on }) => on)
    .sort((a, b) => (a.on ?? '').localeCompare(b.on ?? ''))
  const first: TimelineEvent[] = ordered ? [{ on: ordered, kind: 'ordered', status: '' }] : []
  return [
    ...first,
    ...replaced.filter(isUndated),
    ...dated,
    ...current.filter(isUndated),
    ...returned.filter(isUndated),
    ...promised.filter(isUndated),
  ]
}

function isUndated({ on }: TimelineEvent): boolean {
  return !on
}

function replacedStatuses({ history }: SubOrderView): TimelineEvent[] {
  return history.map(({ status, seenOn, source }) => ({ on: seenOn, kind: 'seen', status, source }))
}

/** The history holds replaced statuses only; the day of the one in force is in its file's name, if anywhere. */
function currentStatus({ subOrder }: SubOrderView): TimelineEvent[] {
  if (!subOrder) return []
  const { status, source } = subOrder
  const on = downloadDayOf([source.filename, ...source.path]) ?? null
  return [{ on, kind: 'seen', status, source }]
}

function paidEvents({ lines }: SubOrderView): TimelineEvent[] {
  return lines.map(({ paidOn, status, settlement, source }) => ({
    on: paidOn,
    kind: 'paid',
    status,
    amount: settlement,
    source,
  }))
}

function promisedEvents({ promised }: SubOrderView): TimelineEvent[] {
  return promised.map(({ promisedOn, settlement, source }) => ({
    on: promisedOn,
    kind: 'promised',
    status: '',
    amount: settlement,
    source,
  }))
}

/** A parcel sets out and, once it moves no more, comes to an end; an expected day is no event. */
function returnEvents({ returns }: SubOrderView): TimelineEvent[] {
  return returns.flatMap(({ createdOn, outcome, outcomeOn, type, source }): TimelineEvent[] => {
    const setOut: TimelineEvent = { on: createdOn, kind: 'sentBack', status: type, source }
    if (!isSettledReturn(outcome)) return [setOut]
    return [setOut, { on: outcomeOn, kind: 'cameBack', status: outcome, source }]
  })
}

function claimEvents({ claims }: SubOrderView): TimelineEvent[] {
  return claims.map(({ createdOn, ticketId, source }) => ({
    on: createdOn,
    kind: 'claimed',
    status: ticketId,
    source,
  }))
}
