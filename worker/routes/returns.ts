import { dayInIndia } from '#core/dates'
import { RETURN_GROUPINGS, type ReturnGroup } from '#core/returns/return-summary'
import { percent } from '#core/percent'
import { type ListedReturn, listReturns, sumReturns } from '#db/ledger/queries/returns'
import { MAX_RETURN_GROUPS, readReturnSummary } from '#engine/read-return-summary'
import { Hono } from 'hono'
import * as z from 'zod'
import { fromCursor, toCursor } from '../cursor'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { storesInQuestion } from '../operations/stores-in-question'
import { checkPeriod, dayText, knownAtOf, knownOnQuery } from '../period'
import { AppError } from '../problem'
import { validate } from '../validate'
import { outcome, returnItem, toReturnItem, type } from './return-item'
import { toSource } from './settlement-item'

const query = z.object({
  store: z.string().optional(),
  outcome: outcome.optional(),
  type: type.optional(),
  from: dayText.optional(),
  to: dayText.optional(),
  q: z.string().trim().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2_000).optional(),
  ...knownOnQuery,
})
const answer = z.strictObject({
  knownOn: z.string().nullable(),
  items: z.array(returnItem),
  nextCursor: z.string().nullable(),
  /** Of everything the filter leaves; on the first page only. */
  totals: z.strictObject({ parcels: z.int(), units: z.int() }).nullable(),
})

const place = z.object({
  createdOn: z.string(),
  storeId: z.string(),
  subOrderNo: z.string(),
  quantity: z.int(),
})

const summaryQuery = z.object({
  from: dayText,
  to: dayText,
  by: z.enum(RETURN_GROUPINGS),
  store: z.string().optional(),
  /** The day to judge by what is overdue. */
  asOf: dayText.optional(),
  ...knownOnQuery,
})

const count = z.strictObject({ parcels: z.int(), units: z.int() })
const group = z.strictObject({
  key: z.string(),
  all: count,
  inTransit: count,
  received: count,
  lost: count,
  disposed: count,
  /** Of those in transit. */
  overdue: count,
  customer: count,
  rto: count,
  unknownType: count,
  /** Of the sub-orders ordered in the period; nothing where orders reports have no such key. */
  orders: z
    .strictObject({
      dispatched: z.int(),
      delivered: z.int(),
      returned: z.int(),
      rto: z.int(),
      returnedPct: z.number().nullable(),
      rtoPct: z.number().nullable(),
    })
    .nullable(),
  subOrders: z.int(),
  settledSubOrders: z.int(),
  /** Of the settled sub-orders; nothing while there are none. */
  money: z
    .strictObject({
      settlement: z.int(),
      salesReturned: z.int(),
      returnShipping: z.int(),
      otherFees: z.int(),
      recovery: z.int(),
      compensation: z.int(),
      claims: z.int(),
    })
    .nullable(),
})
const summary = z.strictObject({
  from: z.string(),
  to: z.string(),
  by: z.enum(RETURN_GROUPINGS),
  asOf: z.string(),
  knownOn: z.string().nullable(),
  total: group,
  groups: z.array(group),
  /** Parcels of which no file says when their return was created. */
  undated: count,
})

export const returnRoutes = new Hono<AppEnv>()
  .get(
    '/',
    describe({ summary: 'List the parcels on their way back, the newest first', response: answer }),
    validate('query', query),
    async (c) => {
      const {
        store,
        outcome: one,
        type: of,
        from,
        to,
        q,
        limit,
        cursor,
        knownOn,
      } = c.req.valid('query')
      const { caller } = c.var
      const storeIds = (await storesInQuestion(caller, store)).map(({ id }) => id)
      const knownAt = knownAtOf({ knownOn }, caller.now)
      const filter = { outcome: one, type: of, from, to, search: q === '' ? undefined : q, knownAt }
      const page = { after: fromCursor(cursor, place), limit: limit + 1 }
      const [rows, totals] = await Promise.all([
        listReturns(caller.ledger, storeIds, filter, page),
        page.after === undefined ? sumReturns(caller.ledger, storeIds, filter) : null,
      ])
      const items = rows.slice(0, limit)
      const end = items.at(-1)
      const nextCursor = rows.length > limit && end ? toCursor(placeOf(end)) : null
      return c.json({
        knownOn: knownOn ?? null,
        items: items.map((each) => toReturnItem(each, toSource(each))),
        nextCursor,
        totals,
      })
    },
  )
  .get(
    '/summary',
    describe({ summary: 'What came back in a period, and what it cost', response: summary }),
    validate('query', summaryQuery),
    async (c) => {
      const { from, to, by, store, knownOn, ...asked } = c.req.valid('query')
      checkPeriod({ from, to })
      const { caller } = c.var
      const asOf = asked.asOf ?? dayInIndia(caller.now)
      const storeIds = (await storesInQuestion(caller, store)).map(({ id }) => id)
      const period = { storeIds, from, to, by, knownAt: knownAtOf({ knownOn }, caller.now) }
      const found = await readReturnSummary(caller.ledger, period, asOf)
      if (found === undefined) {
        const sentence = `This would be more than ${MAX_RETURN_GROUPS} groups. Ask for a shorter period.`
        throw new AppError(400, 'too-many-groups', sentence)
      }
      const { total, groups, undated } = found
      return c.json({
        from,
        to,
        by,
        asOf,
        knownOn: knownOn ?? null,
        total: toGroup(total),
        groups: groups.map(toGroup),
        undated: { ...undated },
      })
    },
  )

function placeOf({ createdOn, storeId, subOrderNo, quantity }: ListedReturn) {
  return { createdOn, storeId, subOrderNo, quantity } satisfies z.infer<typeof place>
}

function toGroup({ key, counts, orders, money }: ReturnGroup): z.infer<typeof group> {
  const { subOrders, settledSubOrders, ...amounts } = money
  return {
    key,
    ...counts,
    orders: orders && {
      ...orders,
      returnedPct: percent(orders.returned, orders.delivered),
      rtoPct: percent(orders.rto, orders.dispatched),
    },
    subOrders,
    settledSubOrders,
    money: settledSubOrders === 0 ? null : { ...amounts },
  }
}
