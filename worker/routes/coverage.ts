import { storeId } from '#core/ids'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { readCoverage } from '../operations/read-coverage'
import { checkPeriod, dayText, knownOnQuery } from '../period'
import { idOr404, validate } from '../validate'

const period = z.object({
  from: dayText,
  to: dayText,
  store: z.string().optional(),
  ...knownOnQuery,
})

const calendar = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  knownOn: z.iso.date().nullable(),
  items: z.array(
    z.strictObject({
      storeId: z.string(),
      kind: z.string(),
      month: z.string(),
      state: z.enum(['missing', 'provisional', 'complete', 'restated']),
    }),
  ),
})

export const coverageRoutes = new Hono<AppEnv>().get(
  '/',
  describe({ summary: 'Say which months each kind of report covers', response: calendar }),
  validate('query', period),
  async (c) => {
    const { from, to, store, knownOn } = c.req.valid('query')
    checkPeriod({ from, to })
    const id = store === undefined ? undefined : idOr404(storeId, store)
    const items = await readCoverage(c.var.caller, { from, to, knownOn }, id)
    return c.json({ from, to, knownOn: knownOn ?? null, items })
  },
)
