import { parseSubOrderNo } from '#core/ids'
import type { FoundSubOrder } from '#db/ledger/queries/orders'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { findOrder } from '../operations/find-order'
import { storesInQuestion } from '../operations/stores-in-question'
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

export const orderRoutes = new Hono<AppEnv>().get(
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
