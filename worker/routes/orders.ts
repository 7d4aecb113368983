import { dayInIndia } from '#core/dates'
import { BUCKETS } from '#core/reconciliation/standing'
import { pageOfStandings, sumListedThen } from '#engine/list-as-known'
import { sumListedStandings } from '#db/ledger/queries/standing-sums'
import { listStandings } from '#db/ledger/queries/standings'
import { Hono } from 'hono'
import * as z from 'zod'
import { fromCursor, toCursor } from '../cursor'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { judgeAsKnown } from '../operations/judge-as-known'
import { storesInQuestion } from '../operations/stores-in-question'
import { dayText, knownAtOf, knownOnQuery } from '../period'
import { validate } from '../validate'
import { standing, subOrderRoutes, toStanding } from './sub-order'

const listQuery = z.object({
  bucket: z.enum(BUCKETS).optional(),
  q: z.string().trim().max(100).optional(),
  asOf: dayText.optional(),
  store: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
  ...knownOnQuery,
})
const orderList = z.strictObject({
  asOf: z.string(),
  knownOn: z.string().nullable(),
  items: z.array(standing),
  nextCursor: z.string().nullable(),
  /** Of everything the filter leaves, its money where that is one bucket; on the first page only. */
  totals: z.strictObject({ count: z.int(), amount: z.int().nullable() }).nullable(),
})
const place = z.tuple([z.string(), z.string(), z.string()])

export const orderRoutes = new Hono<AppEnv>()
  .get(
    '/',
    describe({ summary: 'Sub-orders by where they stand on a day', response: orderList }),
    validate('query', listQuery),
    async (c) => {
      const { bucket, q, asOf: asked, store, limit, cursor, knownOn } = c.req.valid('query')
      const { caller } = c.var
      const asOf = asked ?? dayInIndia(caller.now)
      const storeIds = (await storesInQuestion(caller, store)).map(({ id }) => id)
      const filter = { asOf, bucket, search: q === '' ? undefined : q }
      const page = { after: fromCursor(cursor, place), limit: limit + 1 }
      const knownAt = knownAtOf({ knownOn }, caller.now)
      const judged =
        knownAt === undefined ? undefined : await judgeAsKnown(caller, storeIds, { knownAt, asOf })
      const isFirst = page.after === undefined
      const [found, totals] =
        judged === undefined
          ? await Promise.all([
              listStandings(caller.ledger, storeIds, filter, page),
              isFirst ? sumListedStandings(caller.ledger, storeIds, filter) : null,
            ])
          : [pageOfStandings(judged, filter, page), isFirst ? sumListedThen(judged, filter) : null]
      const items = found.slice(0, limit)
      const end = items.at(-1)
      const next = end && [end.orderedOn, end.storeId, end.subOrderNo]
      return c.json({
        asOf,
        knownOn: knownOn ?? null,
        items: items.map(toStanding),
        nextCursor: found.length > limit && next ? toCursor(next) : null,
        totals,
      })
    },
  )
  .route('/', subOrderRoutes)
