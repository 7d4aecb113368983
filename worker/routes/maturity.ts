import { dayInIndia, parseBusinessMonth } from '#core/dates'
import { PROFIT_RANGE_STATES } from '#core/pnl/profit-range'
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

/** How money may end. Null while fewer than two earlier months can tell. */
const range = z.strictObject({ least: z.int(), most: z.int(), learnedFrom: z.int() }).nullable()
/** The range tried on the earlier months, at the same age. */
const backTest = z.strictObject({ months: z.int(), within: z.int(), worstMiss: z.int() }).nullable()

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
  /** Null without a payments file, as is its share. */
  settled: z.int().nullable(),
  stillExpected: z.int(),
  safeToReadOn: z.string().nullable(),
  range,
  backTest,
  learnedFrom: z.array(z.string()),
  /** The net profit on order basis, with ads, GST, product cost and overheads. */
  profit: z.strictObject({
    /** Why there is a range, or why there is none: an unknown cost makes no range, and not a wrong one. */
    state: z.enum(PROFIT_RANGE_STATES),
    /** By what was paid until `asOf`, with the cost of what was paid. */
    soFar: z.int().nullable(),
    range,
    backTest,
  }),
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
    const stores = await storesInQuestion(caller, store)
    const storeIds = stores.map(({ id }) => id)
    const knownAt = knownAtOf({ knownOn }, caller.now)
    const past =
      knownAt === undefined
        ? undefined
        : { knownAt, moved: await movedAsKnown(caller, storeIds, knownAt) }
    const found = await readMaturity(caller.ledger, stores, month, asOf, past)
    return c.json({
      ...found,
      month,
      asOf,
      knownOn: knownOn ?? null,
      figure: 'settlement' as const,
      finalBps: found.finalBps ?? null,
      settledBps: found.settledBps ?? null,
      settled: found.settled ?? null,
      safeToReadOn: found.safeToReadOn ?? null,
      range: found.range ?? null,
      backTest: found.backTest ?? null,
      learnedFrom: [...found.learnedFrom],
      profit: {
        state: found.profit.state,
        soFar: found.profit.soFar ?? null,
        range: found.profit.range ?? null,
        backTest: found.profit.backTest ?? null,
      },
    })
  },
)
