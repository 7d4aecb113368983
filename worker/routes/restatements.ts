import { RESTATED_KINDS } from '#db/ledger/queries/restatements'
import { listRestatements, type Restatement } from '#engine/list-restatements'
import { Hono } from 'hono'
import * as z from 'zod'
import { fromCursor, toCursor } from '../cursor'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { storesInQuestion } from '../operations/stores-in-question'
import { checkPeriod, dayText } from '../period'
import { validate } from '../validate'
import { source } from './settlement-item'

const query = z.object({
  /** Days on which the change became known. */
  from: dayText,
  to: dayText,
  store: z.string().optional(),
  kind: z.enum(RESTATED_KINDS).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2_000).optional(),
})

const value = z.union([z.string(), z.int()]).nullable()
const restatement = z.strictObject({
  kind: z.enum(RESTATED_KINDS),
  storeId: z.string(),
  subOrderNo: z.string(),
  restatedAt: z.iso.datetime(),
  cause: z.enum(['file', 'undo']),
  changes: z.array(z.strictObject({ column: z.string(), from: value, to: value })),
  before: source,
  /** Nothing where its file was undone and no other speaks of it. */
  after: source.nullable(),
})
const answer = z.strictObject({
  from: z.string(),
  to: z.string(),
  items: z.array(restatement),
  nextCursor: z.string().nullable(),
})

const scalar = z.union([z.string(), z.int()])
const key = z
  .string()
  .refine((text) => z.array(scalar).min(3).max(6).safeParse(JSON.parse(text)).success)
const place = z.object({ section: z.int().min(0).max(1_000), after: key.optional() })

export const restatementRoutes = new Hono<AppEnv>().get(
  '/',
  describe({
    summary: 'Rows that a later file or an undo changed: from what to what, the latest first',
    response: answer,
  }),
  validate('query', query),
  async (c) => {
    const { from, to, store, kind, limit, cursor } = c.req.valid('query')
    checkPeriod({ from, to })
    const { caller } = c.var
    const storeIds = (await storesInQuestion(caller, store)).map(({ id }) => id)
    const at = fromCursor(cursor, place)
    const page = { from: { section: at?.section ?? 0, after: at?.after }, limit }
    const { items, next } = await listRestatements(
      caller.ledger,
      storeIds,
      { from, to, kind },
      page,
    )
    return c.json({ from, to, items: items.map(toItem), nextCursor: next ? toCursor(next) : null })
  },
)

function toItem(each: Restatement): z.infer<typeof restatement> {
  const { kind, storeId, subOrderNo, restatedAt, cause, changes, before, after } = each
  return {
    kind,
    storeId,
    subOrderNo,
    restatedAt: restatedAt.toISOString(),
    cause,
    changes: changes.map((change) => ({ ...change })),
    before: { ...before, path: [...before.path] },
    after: after && { ...after, path: [...after.path] },
  }
}
