import { dayInIndia } from '#core/dates'
import { addEstimates, type Estimates } from '#core/settlements/forecast'
import { readForecast } from '#engine/read-forecast'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { storesInQuestion } from '../operations/stores-in-question'
import { checkPeriod, dayText, knownAtOf, knownOnQuery } from '../period'
import { validate } from '../validate'

const query = z.object({
  from: dayText,
  to: dayText,
  store: z.string().optional(),
  asOf: dayText.optional(),
  ...knownOnQuery,
})

/** Two estimates, never added to each other or to money that was paid. Null is not known. */
const estimates = { promised: z.int(), expected: z.int().nullable() }
const day = z.string()

const answer = z.strictObject({
  from: day,
  to: day,
  asOf: day,
  knownOn: day.nullable(),
  /** False while files just imported are still being judged. */
  isUpToDate: z.boolean(),
  days: z.array(z.strictObject({ day, ...estimates })),
  /** Of days that are not in the period. */
  outside: z.strictObject(estimates),
  /** Promised without a day, or expected for orders that no report dates. */
  unscheduled: z.strictObject(estimates),
  /** Promised for a day that has passed, or expected and past its due day. */
  late: z.strictObject(estimates),
  /** Delivered, unpaid sub-orders that no price is known of: they are in no amount. */
  withoutEstimate: z.int().nullable(),
  stores: z.array(
    z.strictObject({
      storeId: z.string(),
      snapshotOn: day.nullable(),
      learnedFrom: z.int(),
      dueAfterDays: z.int(),
    }),
  ),
})

export const forecastRoutes = new Hono<AppEnv>().get(
  '/',
  describe({
    summary: 'Money still to come, by day: promised by Meesho, and expected by us',
    response: answer,
  }),
  validate('query', query),
  async (c) => {
    const { from, to, store, asOf = dayInIndia(c.var.now), knownOn } = c.req.valid('query')
    checkPeriod({ from, to })
    const { caller } = c.var
    const storeIds = (await storesInQuestion(caller, store)).map(({ id }) => id)
    const knownAt = knownAtOf({ knownOn }, caller.now)
    const reading = await readForecast(caller.ledger, storeIds, asOf, knownAt)
    const { hasExpected } = reading
    const { days, late, unscheduled } = reading.forecast
    const known = (each: Estimates) => ({
      promised: each.promised,
      expected: hasExpected ? each.expected : null,
    })
    const isInside = (each: { day: string }) => each.day >= from && each.day <= to
    return c.json({
      from,
      to,
      asOf,
      knownOn: knownOn ?? null,
      isUpToDate: reading.isUpToDate,
      days: days.filter(isInside).map((each) => ({ day: each.day, ...known(each) })),
      outside: known(addEstimates(days.filter((each) => !isInside(each)))),
      unscheduled: known(unscheduled),
      late: known(late),
      withoutEstimate: hasExpected ? reading.withoutEstimate : null,
      stores: reading.stores.map(({ snapshotOn, ...each }) => ({
        ...each,
        snapshotOn: snapshotOn ?? null,
      })),
    })
  },
)
