import { dayInIndia } from '#core/dates'
import { BUCKETS } from '#core/reconciliation/standing'
import { countUnjudged, listStandingTotals } from '#db/ledger/queries/standings'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { storesInQuestion } from '../operations/stores-in-question'
import { dayText } from '../period'
import { validate } from '../validate'

const query = z.object({ asOf: dayText.optional(), store: z.string().optional() })

const answer = z.strictObject({
  asOf: z.string(),
  /** False while files just imported are still being judged. */
  isUpToDate: z.boolean(),
  buckets: z.array(z.strictObject({ bucket: z.enum(BUCKETS), count: z.int(), amount: z.int() })),
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
    const asOf = c.req.valid('query').asOf ?? dayInIndia(caller.now)
    const stores = await storesInQuestion(caller, c.req.valid('query').store)
    const storeIds = stores.map(({ id }) => id)
    const [totals, unjudged] = await Promise.all([
      listStandingTotals(caller.ledger, storeIds, asOf),
      countUnjudged(caller.ledger, storeIds),
    ])
    // Every bucket is named, so that the counts are seen to add up.
    const buckets = BUCKETS.map((bucket) => {
      const found = totals.find((each) => each.bucket === bucket)
      return { bucket, count: found?.count ?? 0, amount: found?.amount ?? 0 }
    })
    const count = buckets.reduce((sum, each) => sum + each.count, 0)
    return c.json({ asOf, isUpToDate: unjudged === 0, buckets, total: { count } })
  },
)
