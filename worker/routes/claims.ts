import { CLAIM_STATES } from '#core/claims/claim'
import { listClaims, type ListedClaim, sumClaims } from '#db/ledger/queries/claims'
import { Hono } from 'hono'
import * as z from 'zod'
import { fromCursor, toCursor } from '../cursor'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { storesInQuestion } from '../operations/stores-in-question'
import { validate } from '../validate'
import { source, toSource } from './settlement-item'

const state = z.enum(CLAIM_STATES)

const query = z.object({
  store: z.string().optional(),
  state: state.optional(),
  q: z.string().trim().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2_000).optional(),
})

const claim = z.strictObject({
  ticketId: z.string(),
  storeId: z.string(),
  subOrderNo: z.string(),
  state,
  status: z.string(),
  issue: z.string(),
  createdOn: z.iso.date(),
  lastUpdate: z.string(),
  /** What the last update says was paid; the money itself is in the payments report. */
  amount: z.int().nullable(),
  paidOn: z.iso.date().nullable(),
  transactionId: z.string(),
  reopenUntil: z.string(),
  sku: z.string(),
  source,
})
const answer = z.strictObject({
  items: z.array(claim),
  nextCursor: z.string().nullable(),
  /** Of every ticket of these stores; on the first page only. */
  totals: z.array(z.strictObject({ state, count: z.int(), amount: z.int() })).nullable(),
})

const place = z.object({ createdOn: z.string(), storeId: z.string(), ticketId: z.string() })

export const claimRoutes = new Hono<AppEnv>().get(
  '/',
  describe({ summary: 'List the claim tickets, the newest first', response: answer }),
  validate('query', query),
  async (c) => {
    const { store, state, q, limit, cursor } = c.req.valid('query')
    const { caller } = c.var
    const storeIds = (await storesInQuestion(caller, store)).map(({ id }) => id)
    const filter = { state, search: q === '' ? undefined : q }
    const after = fromCursor(cursor, place)
    const [rows, totals] = await Promise.all([
      listClaims(caller.ledger, storeIds, filter, { after, limit: limit + 1 }),
      after === undefined ? sumClaims(caller.ledger, storeIds) : null,
    ])
    const items = rows.slice(0, limit)
    const end = items.at(-1)
    const nextCursor = rows.length > limit && end ? toCursor(placeOf(end)) : null
    return c.json({ items: items.map(toClaim), nextCursor, totals })
  },
)

function placeOf({ createdOn, storeId, ticketId }: ListedClaim): z.infer<typeof place> {
  return { createdOn, storeId, ticketId }
}

function toClaim(each: ListedClaim): z.infer<typeof claim> {
  const { ticketId, storeId, subOrderNo, state, status, issue, createdOn, lastUpdate } = each
  const { amount, paidOn, transactionId, reopenUntil, sku } = each
  return {
    ticketId,
    storeId,
    subOrderNo,
    state,
    status,
    issue,
    createdOn,
    lastUpdate,
    amount,
    paidOn,
    transactionId,
    reopenUntil,
    sku,
    source: toSource(each),
  }
}
