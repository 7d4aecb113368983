import { addDays, businessDate, parseBusinessDate } from '#core/dates'
import { listPayouts, sumPayouts } from '#db/ledger/queries/payouts'
import { Hono } from 'hono'
import * as z from 'zod'
import { fromCursor, toCursor } from '../cursor'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { storesInQuestion } from '../operations/stores-in-question'
import { checkPeriod, dayText, knownAtOf, knownOnQuery } from '../period'
import { validate } from '../validate'

const query = z.object({
  from: dayText,
  to: dayText,
  store: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.string().max(500).optional(),
  ...knownOnQuery,
})

const payout = z.strictObject({
  paidOn: z.string(),
  transactionIds: z.array(z.string()),
  orders: z.int(),
  ads: z.int(),
  referral: z.int(),
  adjustments: z.int(),
  net: z.int(),
  lines: z.int(),
})
const answer = z.strictObject({
  knownOn: z.string().nullable(),
  items: z.array(payout),
  nextCursor: z.string().nullable(),
  /** Of every payment day of the period; on the first page only. */
  totals: z
    .strictObject({
      count: z.int(),
      orders: z.int(),
      ads: z.int(),
      referral: z.int(),
      adjustments: z.int(),
      net: z.int(),
    })
    .nullable(),
})

/** The last payment day of the page before. */
const place = z.string().refine((text) => parseBusinessDate(text) !== undefined)

export const payoutRoutes = new Hono<AppEnv>().get(
  '/',
  describe({
    summary: 'Money that reached the bank, by payment day, newest first',
    response: answer,
  }),
  validate('query', query),
  async (c) => {
    const { from, to, store, limit, cursor, knownOn } = c.req.valid('query')
    checkPeriod({ from, to })
    const { caller } = c.var
    const stores = await storesInQuestion(caller, store)
    const before = fromCursor(cursor, place)
    const last = before === undefined ? to : addDays(businessDate(before), -1)
    const storeIds = stores.map(({ id }) => id)
    const knownAt = knownAtOf({ knownOn }, caller.now)
    const { ledger } = caller
    const [rows, totals] = await Promise.all([
      listPayouts(ledger, storeIds, { from, to: last, knownAt }, limit + 1),
      before === undefined ? sumPayouts(ledger, storeIds, { from, to, knownAt }) : null,
    ])
    const items = rows.slice(0, limit)
    const end = items.at(-1)
    const nextCursor = rows.length > limit && end ? toCursor(end.paidOn) : null
    return c.json({
      knownOn: knownOn ?? null,
      items: items.map((each) => ({ ...each, transactionIds: [...each.transactionIds] })),
      nextCursor,
      totals,
    })
  },
)
