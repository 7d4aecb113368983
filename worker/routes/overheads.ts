import { type BusinessMonth, parseBusinessMonth } from '#core/dates'
import { paise } from '#core/money/paise'
import {
  addOverhead,
  closeOverhead,
  listOverheads,
  type OverheadRow,
} from '#db/ledger/queries/overheads'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { storeToChange } from '../operations/store-to-change'
import { storesInQuestion } from '../operations/stores-in-question'
import { knownAtOf, knownOnQuery } from '../period'
import { notFound } from '../problem'
import { randomId } from '../random'
import { idOr404, idParam, nameText, validate } from '../validate'

const monthText = z.string().transform((text, context): BusinessMonth => {
  const parsed = parseBusinessMonth(text)
  if (parsed !== undefined) return parsed
  context.addIssue({ code: 'custom', message: 'A month is written YYYY-MM.' })
  return z.NEVER
})

const overhead = z.strictObject({
  id: z.string(),
  storeId: z.string(),
  name: z.string(),
  /** Paise a month, positive. */
  amount: z.int(),
  fromMonth: z.string(),
  toMonth: z.string().nullable(),
})
const list = z.strictObject({
  knownOn: z.string().nullable(),
  items: z.array(overhead),
  nextCursor: z.null(),
})
const one = z.strictObject({ overhead })

const HUNDRED_CRORES = 1_00_00_00_000_00

const newOverhead = z
  .object({
    name: nameText,
    amount: z.int().min(1).max(HUNDRED_CRORES),
    fromMonth: monthText,
    toMonth: monthText.nullable().default(null),
    store: z.string().optional(),
  })
  .refine(({ fromMonth, toMonth }) => toMonth === null || fromMonth <= toMonth, {
    path: ['toMonth'],
    message: 'The last month is not before the first.',
  })

export const overheadRoutes = new Hono<AppEnv>()
  .get(
    '/',
    describe({ summary: 'List the monthly costs', response: list }),
    validate('query', z.object({ store: z.string().optional(), ...knownOnQuery })),
    async (c) => {
      const { caller } = c.var
      const asked = c.req.valid('query')
      const stores = await storesInQuestion(caller, asked.store)
      const rows = await listOverheads(
        caller.ledger,
        stores.map(({ id }) => id),
        knownAtOf(asked, caller.now),
      )
      return c.json({
        knownOn: asked.knownOn ?? null,
        items: rows.map(toOverhead),
        nextCursor: null,
      })
    },
  )
  .post(
    '/',
    describe({ summary: 'Add a monthly cost', response: one, status: 201 }),
    validate('json', newOverhead),
    async (c) => {
      const { store, name, amount, fromMonth, toMonth } = c.req.valid('json')
      const { caller } = c.var
      const storeId = await storeToChange(caller, store)
      const entered = { id: randomId(), name, amount: paise(amount), fromMonth }
      const added = await addOverhead(
        caller.ledger,
        storeId,
        { ...entered, toMonth: toMonth ?? undefined },
        caller.now,
      )
      return c.json({ overhead: toOverhead(added) }, 201)
    },
  )
  .delete(
    '/:id',
    describe({ summary: 'Take a monthly cost out of the figures' }),
    validate('param', idParam),
    async (c) => {
      const { caller } = c.var
      const id = idOr404((text) => text, c.req.valid('param').id)
      const storeIds = (await storesInQuestion(caller, undefined)).map((store) => store.id)
      if (!(await closeOverhead(caller.ledger, storeIds, id, caller.now))) throw notFound()
      return c.body(null, 204)
    },
  )

function toOverhead({ id, storeId, name, amount, fromMonth, toMonth }: OverheadRow) {
  return { id, storeId, name, amount, fromMonth, toMonth }
}
