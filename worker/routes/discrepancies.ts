import { type BusinessDate, dayInIndia } from '#core/dates'
import { knownStake } from '#core/reconciliation/discrepancy'
import type { KnownAt } from '#db/ledger/knowledge'
import { type DiscrepancyId, sumDiscrepancies } from '#db/ledger/queries/discrepancies'
import { type DiscrepancyItem, listDiscrepancyItems } from '#engine/list-discrepancies'
import { writeTicket, writeTicketThen } from '#engine/write-ticket'
import { Hono } from 'hono'
import * as z from 'zod'
import { fromCursor, toCursor } from '../cursor'
import type { AppEnv, Caller } from '../env'
import { describe } from '../openapi'
import { decideOnDiscrepancies } from '../operations/decide-on-discrepancy'
import { judgeOneAsKnown } from '../operations/judge-as-known'
import { listDiscrepanciesAsKnown } from '../operations/list-discrepancies-as-known'
import { storesInQuestion } from '../operations/stores-in-question'
import { dayText, knownAtOf, knownOnQuery, openPeriod } from '../period'
import { notFound } from '../problem'
import { validate } from '../validate'
import { doubt } from './doubt'
import {
  discrepancyIdOf,
  discrepancyItem,
  evidence,
  parseDiscrepancyId,
  rule,
  state,
  toDiscrepancyItem,
  toEvidence,
} from './discrepancy-item'

const query = z.object({
  /** Of the sub-orders ordered on these days. */
  from: dayText.optional(),
  to: dayText.optional(),
  rule: rule.optional(),
  state: state.optional(),
  /** Part of a sub-order number or of a SKU, or a whole waybill number. */
  q: z.string().trim().max(100).optional(),
  asOf: dayText.optional(),
  store: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2_000).optional(),
  ...knownOnQuery,
})

const answer = z.strictObject({
  asOf: z.string(),
  knownOn: z.string().nullable(),
  items: z.array(discrepancyItem),
  nextCursor: z.string().nullable(),
  /** By rule, of everything the filter leaves; on the first page only. */
  totals: z
    .array(
      z.strictObject({ rule, count: z.int(), atStake: z.int().nullable(), recovered: z.int() }),
    )
    .nullable(),
})

const place = z.tuple([z.int(), z.string(), z.string(), z.string(), z.string()])
const idText = z.string().max(2_000)

const decision = z.object({
  /** Asked for only once the discrepancy is found: what is not there has no state. */
  state: state.optional(),
  note: z.string().trim().max(1_000).default(''),
  ticketId: z.string().trim().max(100).default(''),
})
const mark = decision.extend({ id: idText, state })
const marks = z.object({ marks: z.array(mark).min(1).max(200) })
const previous = z.strictObject({
  /** What was decided before, in the same order: sent back, it undoes these decisions. */
  previous: z.array(
    z.strictObject({ id: z.string(), state, note: z.string(), ticketId: z.string() }),
  ),
})

const ticket = z.strictObject({
  knownOn: z.string().nullable(),
  subject: z.string(),
  text: z.string(),
  evidence: z.array(evidence),
  /** Of an unpaid delivery that may have been paid without any file saying so. Else null. */
  unproven: z.strictObject({ dueOn: z.string(), ...doubt }).nullable(),
})

export const discrepancyRoutes = new Hono<AppEnv>()
  .get(
    '/',
    describe({ summary: 'What is wrong on a day, the largest loss first', response: answer }),
    validate('query', query),
    async (c) => {
      const {
        rule: one,
        state: only,
        q,
        store,
        limit,
        cursor,
        knownOn,
        ...asked
      } = c.req.valid('query')
      const { caller } = c.var
      const asOf = asked.asOf ?? dayInIndia(caller.now)
      const storeIds = (await storesInQuestion(caller, store)).map(({ id }) => id)
      const search = q === '' ? undefined : q
      const filter = { asOf, rule: one, state: only, ordered: openPeriod(asked), search }
      const after = fromCursor(cursor, place)
      const page = { after, limit: limit + 1 }
      const knownAt = knownAtOf({ knownOn }, caller.now)
      const [found, sums] =
        knownAt === undefined
          ? await Promise.all([
              listDiscrepancyItems(caller.ledger, storeIds, filter, page),
              after === undefined ? sumDiscrepancies(caller.ledger, storeIds, filter) : null,
            ])
          : await listDiscrepanciesAsKnown(caller, storeIds, { ...filter, knownAt }, page)
      const items = found.slice(0, limit)
      const end = items.at(-1)
      return c.json({
        asOf,
        knownOn: knownOn ?? null,
        items: items.map(toDiscrepancyItem),
        nextCursor: found.length > limit && end ? toCursor(placeOf(end)) : null,
        totals:
          sums &&
          sums.map(({ rule: of, count, atStake, recoveredAmount: recovered }) => ({
            rule: of,
            count,
            atStake: knownStake(atStake),
            recovered,
          })),
      })
    },
  )
  .patch(
    '/',
    describe({ summary: 'Decide what becomes of many discrepancies at once', response: previous }),
    validate('json', marks),
    async (c) => {
      const asked = c.req.valid('json').marks.map(({ id, ...each }) => ({
        ...idOr404(id),
        ...each,
      }))
      const before = await decideOnDiscrepancies(c.var.caller, asked)
      return c.json({
        previous: before.map(({ state: was, note, ticketId, ...id }) => ({
          id: discrepancyIdOf(id),
          state: was,
          note,
          ticketId,
        })),
      })
    },
  )
  .patch(
    '/:id',
    describe({ summary: 'Decide what becomes of a discrepancy' }),
    validate('param', z.object({ id: idText })),
    validate('json', decision),
    async (c) => {
      const id = idOr404(c.req.valid('param').id)
      await decideOnDiscrepancies(c.var.caller, [{ ...id, ...c.req.valid('json') }])
      return c.body(null, 204)
    },
  )
  .get(
    '/:id/ticket',
    describe({ summary: 'Write a ticket about a discrepancy, ready to send', response: ticket }),
    validate('param', z.object({ id: idText })),
    validate('query', z.object({ asOf: dayText.optional(), ...knownOnQuery })),
    async (c) => {
      const id = idOr404(c.req.valid('param').id)
      const { caller } = c.var
      await storesInQuestion(caller, id.storeId)
      const { knownOn, asOf = dayInIndia(caller.now) } = c.req.valid('query')
      const found = await ticketOf(caller, id, asOf, knownAtOf({ knownOn }, caller.now))
      if (found === undefined) throw notFound()
      const { subject, text, evidence: rows, unproven = null } = found
      return c.json({
        knownOn: knownOn ?? null,
        subject,
        text,
        evidence: rows.map(toEvidence),
        unproven,
      })
    },
  )

async function ticketOf(caller: Caller, id: DiscrepancyId, asOf: BusinessDate, knownAt: KnownAt) {
  if (knownAt === undefined) return writeTicket(caller.ledger, id, asOf)
  const judged = await judgeOneAsKnown(caller, id, { knownAt, asOf })
  return writeTicketThen(caller.ledger, id, judged, knownAt)
}

function idOr404(text: string) {
  const id = parseDiscrepancyId(text)
  if (id === undefined) throw notFound()
  return id
}

function placeOf({ atStake, storeId, subOrderNo, rule: of, about }: DiscrepancyItem) {
  return [atStake, storeId, subOrderNo, of, about] satisfies z.infer<typeof place>
}
