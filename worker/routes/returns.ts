import { RETURN_OUTCOMES, RETURN_TYPES } from '#core/returns/return-parcel'
import { type ListedReturn, listReturns } from '#db/ledger/queries/returns'
import { Hono } from 'hono'
import * as z from 'zod'
import { fromCursor, toCursor } from '../cursor'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { storesInQuestion } from '../operations/stores-in-question'
import { dayText } from '../period'
import { validate } from '../validate'
import { source, toSource } from './settlement-item'

const outcome = z.enum(RETURN_OUTCOMES)
const type = z.enum(RETURN_TYPES)
const day = z.iso.date().nullable()

const query = z.object({
  store: z.string().optional(),
  outcome: outcome.optional(),
  type: type.optional(),
  from: dayText.optional(),
  to: dayText.optional(),
  q: z.string().trim().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2_000).optional(),
})

const parcel = z.strictObject({
  subOrderNo: z.string(),
  storeId: z.string(),
  outcome,
  type,
  subType: z.string(),
  quantity: z.int(),
  createdOn: day,
  orderedOn: day,
  dispatchedOn: day,
  /** The day it is expected, came back, or was given up, as the outcome says. */
  outcomeOn: day,
  sku: z.string(),
  productName: z.string(),
  variation: z.string(),
  courier: z.string(),
  awb: z.string(),
  awbLost: z.boolean(),
  attempt: z.int(),
  reason: z.string(),
  detailedReason: z.string(),
  source,
})
const answer = z.strictObject({ items: z.array(parcel), nextCursor: z.string().nullable() })

const place = z.object({
  createdOn: z.string(),
  storeId: z.string(),
  subOrderNo: z.string(),
  quantity: z.int(),
})

export const returnRoutes = new Hono<AppEnv>().get(
  '/',
  describe({ summary: 'List the parcels on their way back, the newest first', response: answer }),
  validate('query', query),
  async (c) => {
    const { store, outcome, type, from, to, q, limit, cursor } = c.req.valid('query')
    const { caller } = c.var
    const storeIds = (await storesInQuestion(caller, store)).map(({ id }) => id)
    const filter = { outcome, type, from, to, search: q === '' ? undefined : q }
    const page = { after: fromCursor(cursor, place), limit: limit + 1 }
    const rows = await listReturns(caller.ledger, storeIds, filter, page)
    const items = rows.slice(0, limit)
    const end = items.at(-1)
    const nextCursor = rows.length > limit && end ? toCursor(placeOf(end)) : null
    return c.json({ items: items.map(toParcel), nextCursor })
  },
)

function placeOf({ createdOn, storeId, subOrderNo, quantity }: ListedReturn) {
  return { createdOn, storeId, subOrderNo, quantity } satisfies z.infer<typeof place>
}

function toParcel(each: ListedReturn): z.infer<typeof parcel> {
  const { subOrderNo, storeId, outcome, type, subType, quantity, sku, productName } = each
  const { variation, courier, awb, attempt, reason, detailedReason } = each
  return {
    subOrderNo,
    storeId,
    outcome,
    type,
    subType,
    quantity,
    createdOn: each.createdOn || null,
    orderedOn: each.orderedOn || null,
    dispatchedOn: each.dispatchedOn || null,
    outcomeOn: each.outcomeOn || null,
    sku,
    productName,
    variation,
    courier,
    awb,
    awbLost: each.isAwbLost === 1,
    attempt,
    reason,
    detailedReason,
    source: toSource(each),
  }
}
