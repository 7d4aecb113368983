import { type BusinessDate, dayInIndia } from '#core/dates'
import { parseSubOrderNo } from '#core/ids'
import { BUCKETS } from '#core/reconciliation/standing'
import type { ListedGstLine } from '#db/ledger/queries/gst'
import type { FoundSubOrder } from '#db/ledger/queries/orders'
import type { ListedStanding } from '#db/ledger/queries/standings'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { findOrder, type FoundOrder } from '../operations/find-order'
import { storesInQuestion } from '../operations/stores-in-question'
import { dayText, knownAtOf, knownOnQuery } from '../period'
import { notFound } from '../problem'
import { validate } from '../validate'
import { claimItem, toClaimItem } from './claim-item'
import { discrepancyItem, toDiscrepancyItem } from './discrepancy-item'
import { returnItem, toReturnItem } from './return-item'
import {
  promise,
  settlementItem,
  source,
  sourceOf,
  toPromise,
  toSettlementItem,
  toSource,
} from './settlement-item'

const subOrder = z.strictObject({
  subOrderNo: z.string(),
  status: z.string(),
  orderedOn: z.string(),
  sku: z.string(),
  productName: z.string(),
  size: z.string(),
  quantity: z.int(),
  customerState: z.string(),
  listedPrice: z.int().nullable(),
  discountedPrice: z.int().nullable(),
  packetId: z.string(),
  catalogId: z.string(),
  orderSource: z.string(),
  source,
})
const observation = z.strictObject({
  status: z.string(),
  /** The day the file was downloaded; nothing where its name does not say. */
  seenOn: z.string().nullable(),
  source,
})

export const standing = z.strictObject({
  subOrderNo: z.string(),
  bucket: z.enum(BUCKETS),
  orderedOn: z.string().nullable(),
  sku: z.string(),
  /** Null while no payments file speaks of its store. */
  settled: z.int().nullable(),
  promised: z.int().nullable(),
  expected: z.int().nullable(),
  dueOn: z.string().nullable(),
})

/** Integer millionths of a rupee, as GST reports print them. */
const micro = z.int().nullable()
const gstLine = z.strictObject({
  direction: z.enum(['sales', 'returns']),
  month: z.string(),
  orderedOn: z.string().nullable(),
  returnedOn: z.string().nullable(),
  quantity: z.int().nullable(),
  gstRateBps: z.int().nullable(),
  taxableMicro: micro,
  taxMicro: micro,
  invoiceMicro: micro,
  taxableShippingMicro: micro,
  hsn: z.string(),
  state: z.string(),
  status: z.string(),
  source,
})
const invoice = z.strictObject({
  type: z.enum(['invoice', 'credit_note', 'discount_note', 'unknown']),
  invoiceNo: z.string(),
  orderedOn: z.string(),
  hsn: z.string(),
  description: z.string(),
  source,
})

const answer = z.strictObject({
  asOf: z.string(),
  knownOn: z.string().nullable(),
  subOrder: subOrder.nullable(),
  history: z.array(observation),
  lines: z.array(settlementItem),
  promised: z.array(promise),
  returns: z.array(returnItem),
  claims: z.array(claimItem),
  gst: z.array(gstLine),
  invoices: z.array(invoice),
  /** Nothing while it has not been judged, or of an earlier day with too many sub-orders to judge. */
  standing: standing.nullable(),
  /** Nothing of an earlier day with too many sub-orders to judge. */
  discrepancies: z.array(discrepancyItem).nullable(),
})

const query = z.object({
  store: z.string().optional(),
  /** The day to judge by; it filters no facts. */
  asOf: dayText.optional(),
  ...knownOnQuery,
})

export const subOrderRoutes = new Hono<AppEnv>().get(
  '/:subOrderNo',
  describe({
    summary: 'One sub-order: what became of it and every line of its money',
    response: answer,
  }),
  validate('param', z.object({ subOrderNo: z.string().max(40) })),
  validate('query', query),
  async (c) => {
    const subOrderNo = parseSubOrderNo(c.req.valid('param').subOrderNo)
    if (subOrderNo === undefined) throw notFound()
    const { store, knownOn, ...asked } = c.req.valid('query')
    const { caller } = c.var
    const stores = await storesInQuestion(caller, store)
    const asOf = asked.asOf ?? dayInIndia(caller.now)
    const found = await findOrder(
      caller.ledger,
      stores.map(({ id }) => id),
      { subOrderNo, asOf, knownAt: knownAtOf({ knownOn }, caller.now) },
    )
    if (found === undefined) throw notFound()
    const { order, history, lines, promised, gst, invoices, standing: stands } = found
    return c.json({
      asOf,
      knownOn: knownOn ?? null,
      subOrder: order ? toSubOrder(order) : null,
      history: history.map((each) => ({
        status: each.status,
        seenOn: each.seenOn || null,
        source: toSource(each),
      })),
      lines: lines.map(toSettlementItem),
      promised: promised.map(toPromise),
      ...toParcelsAndTickets(found, asOf),
      gst: gst.map(toGstLine),
      invoices: invoices.map(toInvoice),
      standing: stands ? toStanding(stands) : null,
      discrepancies: found.discrepancies?.map(toDiscrepancyItem) ?? null,
    })
  },
)

function toSubOrder(order: FoundSubOrder): z.infer<typeof subOrder> {
  const { subOrderNo, status, orderedOn, sku, productName, size, quantity, customerState } = order
  const { listedPrice, discountedPrice, packetId, catalogId, orderSource } = order
  return {
    subOrderNo,
    status,
    orderedOn,
    sku,
    productName,
    size,
    quantity,
    customerState,
    listedPrice,
    discountedPrice,
    packetId,
    catalogId,
    orderSource,
    source: toSource(order),
  }
}

/** The earliest first. */
function toParcelsAndTickets(
  { returns, claims, tickets, reports }: FoundOrder,
  asOf: BusinessDate,
) {
  const matchOf = new Map(tickets.map((ticket) => [ticket.claim.ticketId, ticket]))
  return {
    returns: returns
      .toSorted((a, b) => (a.createdOn < b.createdOn ? -1 : 1))
      .map((each) => toReturnItem(each, sourceOf(each, reports))),
    claims: claims
      .toSorted((a, b) => (a.createdOn < b.createdOn ? -1 : 1))
      .map((each) => toClaimItem(each, matchOf.get(each.ticketId), asOf, sourceOf(each, reports))),
  }
}

export function toStanding(found: ListedStanding): z.infer<typeof standing> {
  const { subOrderNo, bucket, sku, settledAmount, promisedAmount, expectedAmount } = found
  return {
    subOrderNo,
    bucket,
    orderedOn: found.orderedOn || null,
    sku,
    settled: settledAmount,
    promised: promisedAmount,
    expected: expectedAmount,
    dueOn: found.dueOn || null,
  }
}

function toGstLine(line: ListedGstLine): z.infer<typeof gstLine> {
  const { direction, month, returnedOn, quantity, gstRateBps, hsn, state, status } = line
  return {
    direction,
    month,
    orderedOn: line.orderedOn || null,
    returnedOn,
    quantity,
    gstRateBps,
    taxableMicro: line.taxable,
    taxMicro: line.tax,
    invoiceMicro: line.invoice,
    taxableShippingMicro: line.taxableShipping,
    hsn,
    state,
    status,
    source: toSource(line),
  }
}

function toInvoice(found: FoundOrder['invoices'][number]): z.infer<typeof invoice> {
  const { type, invoiceNo, orderedOn, hsn, description } = found
  return { type, invoiceNo, orderedOn, hsn, description, source: toSource(found) }
}
