import { type BusinessDate, dayInIndia } from '#core/dates'
import type { StoreId } from '#core/ids'
import { BUCKETS } from '#core/reconciliation/standing'
import { addUnproven, type OverdueSum } from '#core/reconciliation/unproven'
import { listOverdueThen, sumStandings } from '#engine/list-as-known'
import { countUnjudged, listStandingTotals, type StandingTotal } from '#db/ledger/queries/standings'
import { listOverdueSums, listPaymentsReach } from '#db/ledger/queries/unproven'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv, Caller } from '../env'
import { describe } from '../openapi'
import { judgeAsKnown } from '../operations/judge-as-known'
import { storesInQuestion } from '../operations/stores-in-question'
import { dayText, knownAtOf, knownOnQuery } from '../period'
import { validate } from '../validate'
import { doubt } from './doubt'

const query = z.object({
  asOf: dayText.optional(),
  store: z.string().optional(),
  ...knownOnQuery,
})

const answer = z.strictObject({
  asOf: z.string(),
  knownOn: z.string().nullable(),
  /** False while files just imported are still being judged. */
  isUpToDate: z.boolean(),
  buckets: z.array(
    z.strictObject({
      bucket: z.enum(BUCKETS),
      count: z.int(),
      /** Null where all of it is unknown. */
      amount: z.int().nullable(),
      /** How many of them are of a store without a payments file: what they were settled is unknown. */
      unknown: z.int(),
    }),
  ),
  /** Of the overdue, those that may have been paid without any file saying so. Null where there is none. */
  unproven: z.strictObject({ count: z.int(), amount: z.int(), ...doubt }).nullable(),
  total: z.strictObject({ count: z.int() }),
})

export const reconciliationRoutes = new Hono<AppEnv>().get(
  '/',
  describe({
    summary: 'Where the sub-orders stand on a day: counts and money by bucket',
    response: answer,
  }),
  validate('query', query),
  async (c) => {
    const { caller } = c.var
    const { store, knownOn, ...asked } = c.req.valid('query')
    const asOf = asked.asOf ?? dayInIndia(caller.now)
    const knownAt = knownAtOf({ knownOn }, caller.now)
    const stores = await storesInQuestion(caller, store)
    const storeIds = stores.map(({ id }) => id)
    const [{ totals, overdue }, unjudged, reach] = await Promise.all([
      knownAt === undefined
        ? readStandings(caller, storeIds, asOf)
        : judgeAsKnown(caller, storeIds, { knownAt, asOf }).then((judged) => ({
            totals: sumStandings(judged),
            overdue: listOverdueThen(judged),
          })),
      // What is judged for this answer is up to date.
      knownAt === undefined ? countUnjudged(caller.ledger, storeIds) : 0,
      listPaymentsReach(caller.ledger, storeIds, knownAt),
    ])
    const unproven = addUnproven(overdue, reach)
    // Every bucket is named, so that the counts are seen to add up.
    const buckets = BUCKETS.map((bucket) => {
      const found = totals.find((each) => each.bucket === bucket)
      return found ? { ...found, bucket } : { bucket, count: 0, amount: 0, unknown: 0 }
    })
    const count = buckets.reduce((sum, each) => sum + each.count, 0)
    return c.json({
      asOf,
      knownOn: knownOn ?? null,
      isUpToDate: unjudged === 0,
      buckets,
      unproven: unproven ?? null,
      total: { count },
    })
  },
)

async function readStandings(
  { ledger }: Caller,
  storeIds: readonly StoreId[],
  asOf: BusinessDate,
): Promise<{ totals: StandingTotal[]; overdue: OverdueSum[] }> {
  const [totals, overdue] = await Promise.all([
    listStandingTotals(ledger, storeIds, asOf),
    listOverdueSums(ledger, storeIds, asOf),
  ])
  return { totals, overdue }
}
