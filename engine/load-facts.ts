import { type BusinessDate, parseBusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import { microRupees, sumMicroRupees, toPaise } from '#core/money/micro-rupees'
import { type Paise, paise } from '#core/money/paise'
import type {
  ClaimFacts,
  GstFacts,
  LineFacts,
  PromiseFacts,
  ReturnFacts,
  SubOrderFacts,
} from '#core/reconciliation/facts'
import { BESIDE, TERMS } from '#core/settlements/terms'
import type { Db } from '#db/client'
import type { KnownAt } from '#db/ledger/knowledge'
import type { Listed } from '#db/ledger/queries/standings'
import {
  listClaimsOf,
  listDeliveredLines,
  listGstOf,
  listLinesOf,
  listOrdersOf,
  listPromisesOf,
  listReturnsOf,
} from '#db/ledger/queries/sub-order-facts'
import { numberTwins } from './number-twins'

type LineRow = Awaited<ReturnType<typeof listDeliveredLines>>[number]
type PromiseRow = Awaited<ReturnType<typeof listPromisesOf>>[number]
type ReturnRow = Awaited<ReturnType<typeof listReturnsOf>>[number]
type ClaimRow = Awaited<ReturnType<typeof listClaimsOf>>[number]
type GstRow = Awaited<ReturnType<typeof listGstOf>>[number]

/** Everything known of the listed sub-orders, at a moment, in the form the rules take. */
export async function loadFacts(
  ledger: Db,
  storeId: StoreId,
  listed: readonly Listed[],
  knownAt?: KnownAt,
): Promise<SubOrderFacts[]> {
  const ids = listed.map(({ subOrderNo }) => subOrderNo)
  const places = listed.flatMap(({ subOrderNo, paidDays }) =>
    // Safe because the listing made the array of payment days.
    (JSON.parse(paidDays) as BusinessDate[]).map((day): [SubOrderNo, BusinessDate] => [
      subOrderNo,
      day,
    ]),
  )
  const [orders, lines, promises, returns, claims, gst] = await Promise.all([
    listOrdersOf(ledger, storeId, ids, knownAt),
    listLinesOf(ledger, storeId, places, knownAt),
    listPromisesOf(ledger, storeId, ids, knownAt),
    listReturnsOf(ledger, storeId, ids, knownAt),
    listClaimsOf(ledger, storeId, ids, knownAt),
    listGstOf(ledger, storeId, ids, knownAt),
  ])
  const orderOf = new Map(orders.map((order) => [order.subOrderNo, order]))
  const [linesOf, promisesOf] = [bySubOrder(numberTwins(lines)), bySubOrder(promises)]
  const [returnsOf, claimsOf, gstOf] = [bySubOrder(returns), bySubOrder(claims), bySubOrder(gst)]
  return ids.map((subOrderNo) => {
    const order = orderOf.get(subOrderNo)
    return {
      subOrderNo,
      order: order && { ...order, discountedPrice: amountOf(order.discountedPrice) },
      lines: (linesOf.get(subOrderNo) ?? []).map(toLineFacts),
      promises: (promisesOf.get(subOrderNo) ?? []).map(toPromiseFacts).sort(byWhatTheySay),
      returns: (returnsOf.get(subOrderNo) ?? []).map(toReturnFacts),
      claims: (claimsOf.get(subOrderNo) ?? []).map(toClaimFacts),
      gst: toGstFacts(gstOf.get(subOrderNo) ?? []),
    }
  })
}

/** The order of rows in a file says nothing. */
function byWhatTheySay(a: PromiseFacts, b: PromiseFacts): number {
  const [first, second] = [a, b].map(({ key, ...said }) => JSON.stringify([key, said]))
  if (first === undefined || second === undefined || first === second) return 0
  return first < second ? -1 : 1
}

function toPromiseFacts(promise: PromiseRow): PromiseFacts {
  return {
    status: promise.status,
    promisedOn: promise.promisedOn ?? undefined,
    settlement: paise(promise.settlement),
    orderedOn: promise.orderedOn ?? undefined,
    sku: promise.sku,
    quantity: promise.quantity ?? undefined,
    key: promiseKeyOf(promise),
  }
}

function toReturnFacts(parcel: ReturnRow): ReturnFacts {
  const { outcome, type, quantity, createdOn, outcomeOn } = parcel
  return {
    outcome,
    type,
    quantity,
    createdOn: createdOn || undefined,
    outcomeOn: outcomeOn || undefined,
    key: `${createdOn}|${quantity}`,
  }
}

export function toClaimFacts(claim: ClaimRow): ClaimFacts {
  const { ticketId, state, createdOn, transactionId } = claim
  const [amount, paidOn] = [amountOf(claim.amount), claim.paidOn ?? undefined]
  return { ticketId, state, createdOn, amount, paidOn, transactionId }
}

function bySubOrder<Row extends { subOrderNo: SubOrderNo }>(
  rows: readonly Row[],
): Map<SubOrderNo, Row[]> {
  return Map.groupBy(rows, ({ subOrderNo }) => subOrderNo)
}

function amountOf(value: number | null): Paise | undefined {
  return value === null ? undefined : paise(value)
}

/**
 * The line's identity within its sub-order, not its row: marks hang on it, and a re-import moves rows. Of
 * lines as numberTwins() numbers them.
 */
export function lineKeyOf(
  line: Pick<LineRow, 'paidOn' | 'transactionId' | 'status' | 'settlement' | 'sale' | 'occurrence'>,
): string {
  const { paidOn, transactionId, status, settlement, sale, occurrence } = line
  return [paidOn, transactionId, status, settlement, sale, occurrence].join('|')
}

/** The payment day that the key of a line begins with. */
export function paidOnOf(lineKey: string): BusinessDate | undefined {
  return parseBusinessDate(lineKey.slice(0, '2025-12-31'.length))
}

export function promiseKeyOf(
  promise: Pick<PromiseRow, 'status' | 'promisedOn' | 'settlement'>,
): string {
  return `${promise.status}|${promise.promisedOn ?? ''}|${promise.settlement}`
}

export function toLineFacts(line: LineRow): LineFacts {
  const { paidOn, transactionId, status, settlement } = line
  const amounts = [...TERMS, ...BESIDE].map((term) => [term, paise(line[term])])
  return {
    // Safe because every term is given its amount.
    ...(Object.fromEntries(amounts) as Pick<
      LineFacts,
      (typeof TERMS)[number] | (typeof BESIDE)[number]
    >),
    orderedOn: line.orderedOn ?? undefined,
    sku: line.sku,
    status,
    gstRateBps: line.gstRateBps ?? undefined,
    listingPrice: amountOf(line.listingPrice),
    quantity: line.quantity ?? undefined,
    transactionId,
    paidOn,
    settlement: paise(settlement),
    commissionRateBps: line.commissionRateBps ?? undefined,
    recoveryReason: line.recoveryReason,
    key: lineKeyOf(line),
  }
}

function toGstFacts(rows: readonly GstRow[]): GstFacts {
  const sales = rows.filter(({ direction }) => direction === 'sales')
  const values = sales.flatMap(({ invoice }) => (invoice === null ? [] : [microRupees(invoice)]))
  // A value that is unknown for one row is unknown for the sub-order.
  const isKnown = values.length > 0 && values.length === sales.length
  return {
    invoiceValue: isKnown ? toPaise(sumMicroRupees(values)) : undefined,
    wasReturned: rows.some(({ direction }) => direction === 'returns'),
  }
}
