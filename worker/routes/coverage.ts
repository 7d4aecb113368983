import { daysBetween, parseBusinessDate } from '#core/dates'
import { storeId } from '#core/ids'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { readCoverage } from '../operations/read-coverage'
import { AppError } from '../problem'
import { idOr404, validate } from '../validate'

const MAX_DAYS = 1_900

const day = z.string().transform((text, context) => {
  const parsed = parseBusinessDate(text)
  if (parsed !== undefined) return parsed
  context.addIssue({ code: 'custom', message: 'A day is written YYYY-MM-DD.' })
  return z.NEVER
})
const period = z.object({ from: day, to: day, store: z.string().optional() })

const calendar = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
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
    const { from, to, store } = c.req.valid('query')
    if (from > to || daysBetween(from, to) > MAX_DAYS) {
      const sentence = 'A period begins before it ends, and is not longer than five years.'
      throw new AppError(400, 'invalid-period', sentence)
    }
    const id = store === undefined ? undefined : idOr404(storeId, store)
    return c.json({ from, to, items: await readCoverage(c.var.caller, { from, to }, id) })
  },
)
