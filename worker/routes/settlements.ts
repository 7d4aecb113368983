import {
  keyOf,
  type ListedLine,
  listSettlements,
  SETTLEMENT_SORTS,
  type SettlementSort,
  sumSettlements,
} from '#db/ledger/queries/settlement-lists'
import { Hono } from 'hono'
import * as z from 'zod'
import { fromCursor, toCursor } from '../cursor'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { storesInQuestion } from '../operations/stores-in-question'
import { checkPeriod, dayText, knownAtOf, knownOnQuery } from '../period'
import { validate } from '../validate'
import { settlementItem, toSettlementItem } from './settlement-item'

const SORTS = SETTLEMENT_SORTS.flatMap((by) => [by, `-${by}`] as const)

const query = z.object({
  from: dayText,
  to: dayText,
  store: z.string().optional(),
  status: z.string().max(50).optional(),
  sku: z.string().max(200).optional(),
  q: z.string().trim().max(100).optional(),
  sort: z.enum(SORTS).default('-paidOn'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2_000).optional(),
  ...knownOnQuery,
})

const answer = z.strictObject({
  knownOn: z.string().nullable(),
  items: z.array(settlementItem),
  nextCursor: z.string().nullable(),
  /** Of everything the filter leaves; on the first page only. */
  totals: z.strictObject({ count: z.int(), settlement: z.int(), sale: z.int() }).nullable(),
})

const scalar = z.union([z.string(), z.int()])
const place = z.object({ value: scalar, key: z.array(scalar).length(8) })

export const settlementRoutes = new Hono<AppEnv>().get(
  '/',
  describe({ summary: 'Settlement lines paid in a period, with every term', response: answer }),
  validate('query', query),
  async (c) => {
    const { from, to, store, status, sku, q, sort, limit, cursor, knownOn } = c.req.valid('query')
    checkPeriod({ from, to })
    const { caller } = c.var
    const storeIds = (await storesInQuestion(caller, store)).map(({ id }) => id)
    const knownAt = knownAtOf({ knownOn }, caller.now)
    const filter = { from, to, status, sku, search: q === '' ? undefined : q, knownAt }
    const after = fromCursor(cursor, place)
    const order = toSort(sort)
    const [rows, totals] = await Promise.all([
      listSettlements(caller.ledger, storeIds, filter, order, { after, limit: limit + 1 }),
      after === undefined ? sumSettlements(caller.ledger, storeIds, filter) : null,
    ])
    const items = rows.slice(0, limit)
    const end = items.at(-1)
    const nextCursor = rows.length > limit && end ? toCursor(placeOf(end, order)) : null
    return c.json({
      knownOn: knownOn ?? null,
      items: items.map(toSettlementItem),
      nextCursor,
      totals,
    })
  },
)

function toSort(text: (typeof SORTS)[number]): SettlementSort {
  const descending = text.startsWith('-')
  const name = descending ? text.slice(1) : text
  return { by: SETTLEMENT_SORTS.find((sort) => sort === name) ?? 'paidOn', descending }
}

function placeOf(line: ListedLine, { by }: SettlementSort): z.infer<typeof place> {
  return { value: line[by], key: keyOf(line) }
}
