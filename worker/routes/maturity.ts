import { dayInIndia, parseBusinessMonth } from '#core/dates'
import { readMaturity } from '#engine/read-maturity'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { movedAsKnown } from '../operations/judge-as-known'
import { storesInQuestion } from '../operations/stores-in-question'
import { dayText, knownAtOf, knownOnQuery } from '../period'
import { validate } from '../validate'

const query = z.object({
  month: z.string().transform((text, context) => {
    const month = parseBusinessMonth(text)
    if (month !== undefined) return month
    context.addIssue({ code: 'custom', message: 'A month is written YYYY-MM.' })
    return z.NEVER
  }),
  store: z.string().optional(),
  asOf: dayText.optional(),
  ...knownOnQuery,
})

const bps = z.int().min(0).max(100_00).nullable()

const answer = z.strictObject({
  month: z.string(),
  asOf: z.string(),
  knownOn: z.string().nullable(),
  /** False while files just imported are still being judged. */
  isUpToDate: z.boolean(),
  /** Which money this is about: the settlement of the month's orders, before ads, GST and product cost. */
  figure: z.literal('settlement'),
  subOrders: z.int(),
  finalSubOrders: z.int(),
  finalBps: bps,
  settledBps: bps,
  settled: z.int(),
  stillExpected: z.int(),
  safeToReadOn: z.string().nullable(),
  /** How the settlement may end. Null while fewer than two earlier months can tell. */
  range: z.strictObject({ least: z.int(), most: z.int(), learnedFrom: z.int() }).nullable(),
  backTest: z.strictObject({ months: z.int(), within: z.int(), worstMiss: z.int() }).nullable(),
  learnedFrom: z.array(z.string()),
})

export const maturityRoutes = new Hono<AppEnv>().get(
  '/',
  describe({
    summary: 'How far the orders of a month have come, and how it may end',
    response: answer,
  }),
  validate('query', query),
  async (c) => {
    const { month, store, knownOn, asOf = dayInIndia(c.var.now) } = c.req.valid('query')
    const { caller } = c.var
    const storeIds = (await storesInQuestion(caller, store)).map(({ id }) => id)
    const knownAt = knownAtOf({ knownOn }, caller.now)
    const past =
      knownAt === undefined
        ? undefined
        : { knownAt, moved: await movedAsKnown(caller, storeIds, knownAt) }
    const found = await readMaturity(caller.ledger, storeIds, month, asOf, past)
    return c.json({
      ...found,
      month,
      asOf,
      knownOn: knownOn ?? null,
      figure: 'settlement' as const,
      finalBps: found.finalBps ?? null,
      settledBps: found.settledBps ?? null,
      safeToReadOn: found.safeToReadOn ?? null,
      range: found.range ?? null,
      backTest: found.backTest ?? null,
      learnedFrom: [...found.learnedFrom],
    })
  },
)
