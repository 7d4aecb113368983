import { dayInIndia } from '#core/dates'
import { parseSubOrderNo, storeId as toStoreId } from '#core/ids'
import { RULES } from '#core/reconciliation/discrepancy'
import { MARK_STATES } from '#core/reconciliation/marks'
import { NEXT_STEPS } from '#core/reconciliation/next-step'
import { type DiscrepancyId, sumDiscrepancies } from '#db/ledger/queries/discrepancies'
import { type DiscrepancyItem, listDiscrepancyItems } from '#engine/list-discrepancies'
import { Hono } from 'hono'
import * as z from 'zod'
import { fromCursor, toCursor } from '../cursor'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { decideOnDiscrepancy } from '../operations/decide-on-discrepancy'
import { storesInQuestion } from '../operations/stores-in-question'
import { dayText } from '../period'
import { notFound } from '../problem'
import { validate } from '../validate'
import { source } from './settlement-item'

const rule = z.enum(RULES)
const state = z.enum(MARK_STATES)

const query = z.object({
  rule: rule.optional(),
  state: state.optional(),
  asOf: dayText.optional(),
  store: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2_000).optional(),
})

const item = z.strictObject({
  id: z.string(),
  rule,
  subOrderNo: z.string(),
  atStake: z.int(),
  recovered: z.int(),
  state,
  note: z.string(),
  ticketId: z.string(),
  nextStep: z.enum(NEXT_STEPS),
  since: z.string(),
  evidence: z.array(
    z.strictObject({
      source: source.nullable(),
      column: z.string(),
      value: z.union([z.string(), z.number()]),
    }),
  ),
})
const answer = z.strictObject({
  asOf: z.string(),
  items: z.array(item),
  nextCursor: z.string().nullable(),
  /** By rule, of everything the filter leaves; on the first page only. */
  totals: z
    .array(z.strictObject({ rule, count: z.int(), atStake: z.int(), recovered: z.int() }))
    .nullable(),
})

const place = z.tuple([z.int(), z.string(), z.string(), z.string(), z.string()])
const identity = z.tuple([z.string(), z.string(), rule, z.string()])

const decision = z.object({
  /** Asked for only once the discrepancy is found: what is not there has no state. */
  state: state.optional(),
  note: z.string().trim().max(1_000).default(''),
  ticketId: z.string().trim().max(100).default(''),
})

export const discrepancyRoutes = new Hono<AppEnv>()
  .get(
    '/',
    describe({ summary: 'What is wrong on a day, the largest loss first', response: answer }),
    validate('query', query),
    async (c) => {
      const { rule: one, state: only, store, limit, cursor, ...asked } = c.req.valid('query')
      const { caller } = c.var
      const asOf = asked.asOf ?? dayInIndia(caller.now)
      const storeIds = (await storesInQuestion(caller, store)).map(({ id }) => id)
      const filter = { asOf, rule: one, state: only }
      const after = fromCursor(cursor, place)
      const [found, sums] = await Promise.all([
        listDiscrepancyItems(caller.ledger, storeIds, filter, { after, limit: limit + 1 }),
        after === undefined ? sumDiscrepancies(caller.ledger, storeIds, filter) : null,
      ])
      const items = found.slice(0, limit)
      const end = items.at(-1)
      return c.json({
        asOf,
        items: items.map(toItem),
        nextCursor: found.length > limit && end ? toCursor(placeOf(end)) : null,
        totals:
          sums && sums.map(({ recoveredAmount: recovered, ...each }) => ({ ...each, recovered })),
      })
    },
  )
  .patch(
    '/:id',
    describe({ summary: 'Decide what becomes of a discrepancy' }),
    validate('param', z.object({ id: z.string().max(2_000) })),
    validate('json', decision),
    async (c) => {
      const id = parseId(c.req.valid('param').id)
      if (id === undefined) throw notFound()
      await decideOnDiscrepancy(c.var.caller, id, c.req.valid('json'))
      return c.body(null, 204)
    },
  )

function placeOf({ atStake, storeId, subOrderNo, rule: of, about }: DiscrepancyItem) {
  return [atStake, storeId, subOrderNo, of, about] satisfies z.infer<typeof place>
}

function toItem(found: DiscrepancyItem): z.infer<typeof item> {
  const { storeId, subOrderNo, rule: of, about, recoveredAmount, evidence, ...rest } = found
  return {
    ...rest,
    // The id is what the discrepancy is about, so it is the same after every rebuild.
    id: toCursor([storeId, subOrderNo, of, about]),
    rule: of,
    subOrderNo,
    recovered: recoveredAmount,
    evidence: evidence.map(({ source: from, column, value }) => ({
      source: from && { ...from, path: [...from.path] },
      column,
      value,
    })),
  }
}

function parseId(text: string): DiscrepancyId | undefined {
  try {
    const [store, subOrder, of, about] = fromCursor(text, identity) ?? []
    const subOrderNo = parseSubOrderNo(subOrder ?? '')
    if (store === undefined || subOrderNo === undefined || of === undefined) return undefined
    return { storeId: toStoreId(store), subOrderNo, rule: of, about: about ?? '' }
  } catch {
    // An id that we did not make names nothing.
    return undefined
  }
}
