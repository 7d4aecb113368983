import { dayInIndia } from '#core/dates'
import { parseSubOrderNo } from '#core/ids'
import { BUCKETS } from '#core/reconciliation/standing'
import type { FoundSubOrder } from '#db/ledger/queries/orders'
import { type ListedStanding, listStandings } from '#db/ledger/queries/standings'
import { Hono } from 'hono'
import * as z from 'zod'
import { fromCursor, toCursor } from '../cursor'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { findOrder } from '../operations/find-order'
import { storesInQuestion } from '../operations/stores-in-question'
import { dayText } from '../period'
import { notFound } from '../problem'
import { validate } from '../validate'
import {
  promise,
  settlementItem,
  source,
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
const answer = z.strictObject({
  subOrder: subOrder.nullable(),
  history: z.array(observation),
  lines: z.array(settlementItem),
  promised: z.array(promise),
})

const listQuery = z.object({
  bucket: z.enum(BUCKETS).optional(),
  q: z.string().trim().max(100).optional(),
  asOf: dayText.optional(),
  store: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
})
const listed = z.strictObject({
  subOrderNo: z.string(),
  bucket: z.enum(BUCKETS),
  orderedOn: z.string().nullable(),
  sku: z.string(),
  settled: z.int(),
  promised: z.int().nullable(),
  expected: z.int().nullable(),
  dueOn: z.string().nullable(),
})
const orderList = z.strictObject({
  asOf: z.string(),
  items: z.array(listed),
  nextCursor: z.string().nullable(),
})
const place = z.tuple([z.string(), z.string(), z.string()])

export const orderRoutes = new Hono<AppEnv>()
  .get(
    '/',
    describe({ summary: 'Sub-orders by where they stand on a day', response: orderList }),
    validate('query', listQuery),
    async (c) => {
      const { bucket, q, asOf: asked, store, limit, cursor } = c.req.valid('query')
      const { caller } = c.var
      const asOf = asked ?? dayInIndia(caller.now)
      const storeIds = (await storesInQuestion(caller, store)).map(({ id }) => id)
      const filter = { asOf, bucket, search: q === '' ? undefined : q }
      const page = { after: fromCursor(cursor, place), limit: limit + 1 }
      const found = await listStandings(caller.ledger, storeIds, filter, page)
      const items = found.slice(0, limit)
      const end = items.at(-1)
      const next = end && [end.orderedOn, end.storeId, end.subOrderNo]
      return c.json({
        asOf,
        items: items.map(toListed),
        nextCursor: found.length > limit && next ? toCursor(next) : null,
      })
    },
  )
  .get(
    '/:subOrderNo',
    describe({
      summary: 'One sub-order: what became of it and every line of its money',
      response: answer,
    }),
    validate('param', z.object({ subOrderNo: z.string().max(40) })),
    validate('query', z.object({ store: z.string().optional() })),
    async (c) => {
      const subOrderNo = parseSubOrderNo(c.req.valid('param').subOrderNo)
      if (subOrderNo === undefined) throw notFound()
      const { caller } = c.var
      const stores = await storesInQuestion(caller, c.req.valid('query').store)
      const found = await findOrder(
        caller.ledger,
        stores.map(({ id }) => id),
        subOrderNo,
      )
      if (found === undefined) throw notFound()
      const { order, history, lines, promised } = found
      return c.json({
        subOrder: order ? toSubOrder(order) : null,
        history: history.map((each) => ({
          status: each.status,
          seenOn: each.seenOn || null,
          source: toSource(each),
        })),
        lines: lines.map(toSettlementItem),
        promised: promised.map(toPromise),
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

function toListed(standing: ListedStanding): z.infer<typeof listed> {
  const { subOrderNo, bucket, sku, settledAmount, promisedAmount, expectedAmount } = standing
  return {
    subOrderNo,
    bucket,
    orderedOn: standing.orderedOn || null,
    sku,
    settled: settledAmount,
    promised: promisedAmount,
    expected: expectedAmount,
    dueOn: standing.dueOn || null,
  }
}
