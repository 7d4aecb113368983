import { CLAIM_STATES } from '#core/claims/claim'
import { type BusinessDate, dayInIndia } from '#core/dates'
import type { KnownAt } from '#db/ledger/knowledge'
import { listClaims, type ListedClaim, sumClaims, sumListedClaims } from '#db/ledger/queries/claims'
import { matchClaims, type MatchedTicket, readClaimSummary } from '#engine/match-claims'
import { Hono } from 'hono'
import * as z from 'zod'
import { fromCursor, toCursor } from '../cursor'
import type { AppEnv, Caller } from '../env'
import { describe } from '../openapi'
import { storesInQuestion } from '../operations/stores-in-question'
import { checkPeriod, dayText, knownAtOf, knownOnQuery } from '../period'
import { validate } from '../validate'
import { claimableRoutes } from './claimable'
import { claimItem, creditState, state, toClaimItem } from './claim-item'
import { toSource } from './settlement-item'
import { seesMoney, ticketFor } from './without-money'

const query = z.object({
  store: z.string().optional(),
  state: state.optional(),
  q: z.string().trim().max(100).optional(),
  /** The day to judge by whether a payment is late. */
  asOf: dayText.optional(),
  ...knownOnQuery,
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2_000).optional(),
})

const answer = z.strictObject({
  asOf: z.string(),
  knownOn: z.string().nullable(),
  items: z.array(claimItem),
  nextCursor: z.string().nullable(),
  /** Of every ticket of these stores; on the first page only, and never for a packer. */
  totals: z.array(z.strictObject({ state, count: z.int(), amount: z.int() })).nullable(),
  /** Of what the filter leaves; on the first page only, and its money never for a packer. */
  listed: z.strictObject({ count: z.int(), amount: z.int().nullable() }).nullable(),
})

const place = z.object({ createdOn: z.string(), storeId: z.string(), ticketId: z.string() })

const summaryQuery = z.object({
  /** Tickets by the day they were created; without days, all of them. */
  from: dayText.optional(),
  to: dayText.optional(),
  store: z.string().optional(),
  asOf: dayText.optional(),
  ...knownOnQuery,
})

// Safe because every state is given its count.
const byState = Object.fromEntries(CLAIM_STATES.map((each) => [each, z.int()])) as Record<
  (typeof CLAIM_STATES)[number],
  z.ZodInt
>
const acceptance = z.strictObject({
  key: z.string(),
  tickets: z.int(),
  ...byState,
  amount: z.int(),
  /** Of those approved or refused; nothing while none is decided. */
  acceptancePct: z.number().nullable(),
})
const summary = z.strictObject({
  from: z.string().nullable(),
  to: z.string().nullable(),
  asOf: z.string(),
  knownOn: z.string().nullable(),
  states: z.array(
    z.strictObject({ state, tickets: z.int(), withoutAmount: z.int(), amount: z.int() }),
  ),
  /** Of the tickets that name a payment and were not refused: what they name, and what came. */
  credits: z.array(
    z.strictObject({
      state: creditState,
      tickets: z.int(),
      amount: z.int(),
      /** Null without a payments file. */
      creditedAmount: z.int().nullable(),
    }),
  ),
  byIssue: z.array(acceptance),
  byCourier: z.array(acceptance),
})

export const claimRoutes = new Hono<AppEnv>()
  .route('/claimable', claimableRoutes)
  .get(
    '/',
    describe({ summary: 'List the claim tickets, the newest first', response: answer }),
    validate('query', query),
    async (c) => {
      const { store, state: only, q, limit, cursor, knownOn, ...asked } = c.req.valid('query')
      const { caller } = c.var
      const asOf = asked.asOf ?? dayInIndia(caller.now)
      const storeIds = (await storesInQuestion(caller, store)).map(({ id }) => id)
      const knownAt = knownAtOf({ knownOn }, caller.now)
      const filter = { state: only, search: q === '' ? undefined : q, knownAt }
      const after = fromCursor(cursor, place)
      const [rows, totals, listed] = await Promise.all([
        listClaims(caller.ledger, storeIds, filter, { after, limit: limit + 1 }),
        after === undefined && seesMoney(caller)
          ? sumClaims(caller.ledger, storeIds, knownAt)
          : null,
        after === undefined ? sumListedClaims(caller.ledger, storeIds, filter) : null,
      ])
      const items = rows.slice(0, limit)
      const end = items.at(-1)
      const matched = await matchRows(caller, items, knownAt)
      return c.json({
        asOf,
        knownOn: knownOn ?? null,
        items: items.map((each) => ticketFor(caller, toItem(each, matched, asOf))),
        nextCursor: rows.length > limit && end ? toCursor(placeOf(end)) : null,
        totals,
        listed: listed && (seesMoney(caller) ? listed : { ...listed, amount: null }),
      })
    },
  )
  .get(
    '/summary',
    describe({ summary: 'How claims fared, and what of them was credited', response: summary }),
    validate('query', summaryQuery),
    async (c) => {
      const { from, to, store, knownOn, ...asked } = c.req.valid('query')
      if (from !== undefined && to !== undefined) checkPeriod({ from, to })
      const { caller } = c.var
      const asOf = asked.asOf ?? dayInIndia(caller.now)
      const storeIds = (await storesInQuestion(caller, store)).map(({ id }) => id)
      const period = { from, to, knownAt: knownAtOf({ knownOn }, caller.now) }
      const found = await readClaimSummary(caller.ledger, storeIds, period, asOf)
      return c.json({
        from: from ?? null,
        to: to ?? null,
        asOf,
        knownOn: knownOn ?? null,
        states: [...found.states],
        credits: found.credits.map((each) => ({
          ...each,
          creditedAmount: each.creditedAmount ?? null,
        })),
        byIssue: [...found.byIssue],
        byCourier: [...found.byCourier],
      })
    },
  )

type Matched = ReadonlyMap<string, ReadonlyMap<string, MatchedTicket>>

/** The credits of a page of tickets, by store and ticket. */
async function matchRows(
  { ledger }: Caller,
  rows: readonly ListedClaim[],
  knownAt: KnownAt,
): Promise<Matched> {
  const matched = new Map<string, ReadonlyMap<string, MatchedTicket>>()
  for (const [storeId, mine] of Map.groupBy(rows, (row) => row.storeId)) {
    const ids = [...new Set(mine.map(({ subOrderNo }) => subOrderNo))]
    matched.set(storeId, await matchClaims(ledger, storeId, ids, knownAt))
  }
  return matched
}

function toItem(each: ListedClaim, matched: Matched, asOf: BusinessDate) {
  return toClaimItem(each, matched.get(each.storeId)?.get(each.ticketId), asOf, toSource(each))
}

function placeOf({ createdOn, storeId, ticketId }: ListedClaim): z.infer<typeof place> {
  return { createdOn, storeId, ticketId }
}
