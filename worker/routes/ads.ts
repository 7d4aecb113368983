import { adMoney } from '#core/ads/ad-money'
import { ALLOCATIONS } from '#core/ads/allocation'
import { ORDER_MARKS } from '#core/ads/order-mark'
import { type Campaign, listCampaigns } from '#db/ledger/queries/ads'
import { AD_SKU_SORTS, type AdSkuSort, readAdAllocation } from '#engine/read-ad-allocation'
import { BREAK_EVEN_STATES, readAds } from '#engine/read-ads'
import { readMarkedOrders } from '#engine/read-marked-orders'
import { MAX_GROUPS, type PnlStore } from '#engine/read-pnl'
import { Hono } from 'hono'
import * as z from 'zod'
import { fromCursor, toCursor } from '../cursor'
import type { AppEnv, Caller } from '../env'
import { describe } from '../openapi'
import { checkLinesThen } from '../operations/check-past'
import { storesInQuestion } from '../operations/stores-in-question'
import { checkPeriod, dayText, knownAtOf, knownOnQuery } from '../period'
import { AppError } from '../problem'
import { validate } from '../validate'

const period = z.object({
  from: dayText,
  to: dayText,
  /** `order`: the day the ad ran. `payment`: the day a payout lost it. */
  basis: z.enum(['order', 'payment']).default('order'),
  store: z.string().optional(),
  ...knownOnQuery,
})
const page = period.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1_000).optional(),
})
const SORTS = AD_SKU_SORTS.flatMap((by) => [by, `-${by}`] as const)
const skuPage = page.extend({
  /** The assumption by which ads are laid over SKUs; no file links the two. */
  by: z.enum(ALLOCATIONS).default('net_sales'),
  sort: z.enum(SORTS).default('afterAds'),
})

const amount = z.int()
const unknownAmount = z.int().nullable()
const share = z.number().nullable()
const asked = {
  from: z.string(),
  to: z.string(),
  basis: z.enum(['order', 'payment']),
  knownOn: z.string().nullable(),
}

/** Positive towards the seller: cost, credits, GST and what is unexplained add up to the total. */
const money = z.strictObject({
  rows: z.int(),
  cost: amount,
  credits: amount,
  netCost: amount,
  gst: amount,
  unexplained: amount,
  /** Total Ads Cost: the line `ads` of the profit and loss. */
  total: amount,
  gstCredit: amount,
  /** The total less the GST that comes back. */
  lasting: amount,
})
const adDay = z.strictObject({ day: z.string(), ...money.shape, netSales: amount })
const costState = z.enum(['current', 'counting', 'not_then'])

const summary = z.strictObject({
  ...asked,
  spend: money,
  campaigns: z.int(),
  /** Nothing without a payments file of sub-orders, and what stands to it neither. */
  netSales: unknownAmount,
  /** Of net sales, in percent. */
  salesPct: share,
  /** MER: net sales for ₹1 of Total Ads Cost, in paise, rounded down. */
  salesPerRupee: unknownAmount,
  breakEven: z.strictObject({
    state: z.enum(BREAK_EVEN_STATES),
    /** Sales that ₹1 of ads must bring to pay for itself, in paise, rounded up. */
    sales: unknownAmount,
    isReached: z.boolean().nullable(),
    /** Of the SKUs whose cost is known. */
    knownNetSales: amount,
    knownContribution: amount,
    marginPct: share,
    skus: z.int(),
    knownSkus: z.int(),
    knownSalesPct: share,
  }),
  /** Days with ads or with sales. */
  days: z.array(adDay),
  freshness: z.strictObject({
    /** Ads Cost sheets read; without one it is not known whether there were ads. */
    sheets: z.int(),
    deductedTo: z.string().nullable(),
    /** Whether any file says which orders came from ads. */
    canMark: z.boolean(),
  }),
  costState,
})

const campaigns = z.strictObject({
  knownOn: z.string().nullable(),
  items: z.array(
    z.strictObject({
      storeId: z.string(),
      /** Empty where the file names none. */
      campaignId: z.string(),
      firstRanOn: z.string(),
      lastRanOn: z.string(),
      days: z.int(),
      ...money.shape,
    }),
  ),
  nextCursor: z.string().nullable(),
})

const marked = z.strictObject({
  ...asked,
  canMark: z.boolean(),
  marks: z.array(
    z.strictObject({
      mark: z.enum(ORDER_MARKS),
      /** Sub-orders ordered in the period; nothing on payment basis and without an orders report. */
      ordered: z.int().nullable(),
      soldSubOrders: z.int(),
      deliveredUnits: z.int(),
      returnedUnits: z.int(),
      rtoUnits: z.int(),
      grossSales: amount,
      salesReturned: amount,
      netSales: amount,
      settlement: amount,
    }),
  ),
  /** ROAS as Meesho's mark claims it: their net sales for ₹1 of Total Ads Cost, in paise. */
  claimedPerRupee: unknownAmount,
})

const skuAmounts = {
  netSales: amount,
  adOrders: z.int(),
  /** Before ads; nothing where a cost is unknown. */
  contribution: unknownAmount,
  /** The part that the assumption gives; nothing where none is allocated. */
  ads: unknownAmount,
  afterAds: unknownAmount,
}

const skus = z.strictObject({
  ...asked,
  by: z.enum(ALLOCATIONS),
  /** What ads took for good, negative, and what of it no SKU could take. */
  ads: amount,
  unallocated: amount,
  costState,
  items: z.array(z.strictObject({ sku: z.string(), ...skuAmounts })),
  /** Of every SKU, on whichever page it stands; an amount that one does not know is not known. */
  totals: z.strictObject({ count: z.int(), ...skuAmounts }),
  nextCursor: z.string().nullable(),
})

const campaignPlace = z.object({ total: z.int(), storeId: z.string(), campaignId: z.string() })

export const adRoutes = new Hono<AppEnv>()
  .get(
    '/',
    describe({
      summary: 'What ads took in a period, by day, and what they would have had to bring',
      response: summary,
    }),
    validate('query', period),
    async (c) => {
      const { stores, query, said } = await questionOf(c.var.caller, c.req.valid('query'))
      const { days, ...found } = await readAds(c.var.caller.ledger, stores, query)
      return c.json({ ...said, ...found, days: [...days] })
    },
  )
  .get(
    '/campaigns',
    describe({ summary: 'The campaigns of a period, the dearest first', response: campaigns }),
    validate('query', page),
    async (c) => {
      const { limit, cursor, ...rest } = c.req.valid('query')
      const { stores, query, said } = await questionOf(c.var.caller, rest)
      const storeIds = stores.map(({ id }) => id)
      const at = { after: fromCursor(cursor, campaignPlace), limit: limit + 1 }
      const rows = await listCampaigns(c.var.caller.ledger, storeIds, query, at)
      const items = rows.slice(0, limit)
      const end = items.at(-1)
      const nextCursor = rows.length > limit && end ? toCursor(toPlace(end)) : null
      const toItem = campaignOf(stores)
      return c.json({ knownOn: said.knownOn, items: items.map(toItem), nextCursor })
    },
  )
  .get(
    '/orders',
    describe({
      summary: 'Orders that Meesho marks as brought by ads, beside all others',
      response: marked,
    }),
    validate('query', period),
    async (c) => {
      const { stores, query, said } = await questionOf(c.var.caller, c.req.valid('query'))
      const { marks, ...found } = await readMarkedOrders(c.var.caller.ledger, stores, query)
      return c.json({ ...said, ...found, marks: [...marks] })
    },
  )
  .get(
    '/skus',
    describe({
      summary: 'SKUs after the ads that a stated assumption lays on them',
      response: skus,
    }),
    validate('query', skuPage),
    async (c) => {
      const { limit, cursor, by, sort, ...rest } = c.req.valid('query')
      const { stores, query, said } = await questionOf(c.var.caller, rest)
      const { ledger } = c.var.caller
      const found = await readAdAllocation(ledger, stores, { ...query, by }, toSort(sort))
      if (found === undefined) {
        const sentence = `These are more than ${MAX_GROUPS} SKUs. Ask for a shorter period.`
        throw new AppError(400, 'too-many-groups', sentence)
      }
      const { items: all, ...whole } = found
      const last = fromCursor(cursor, z.string())
      // The SKU of the page before may have left meanwhile; then the list begins again.
      const start = last === undefined ? 0 : all.findIndex(({ sku }) => sku === last) + 1
      const items = all.slice(start, start + limit)
      const end = items.at(-1)
      const nextCursor = end && start + limit < all.length ? toCursor(end.sku) : null
      return c.json({ ...said, by, ...whole, items, nextCursor })
    },
  )

async function questionOf(caller: Caller, { store, knownOn, ...of }: z.output<typeof period>) {
  checkPeriod(of)
  const { from, to, basis } = of
  const stores = await storesInQuestion(caller, store)
  const query = { from, to, basis, knownAt: knownAtOf({ knownOn }, caller.now) }
  await checkLinesThen(caller, stores, query)
  return { stores, query, said: { from, to, basis, knownOn: knownOn ?? null } }
}

function toPlace({ total, storeId: of, campaignId }: Campaign): z.output<typeof campaignPlace> {
  return { total, storeId: of, campaignId }
}

function campaignOf(stores: readonly PnlStore[]) {
  const schemes = new Map(stores.map(({ id, gstScheme }) => [id, gstScheme]))
  return ({ storeId: of, campaignId, firstRanOn, lastRanOn, days, ...sums }: Campaign) => {
    const spend = adMoney(sums, schemes.get(of) ?? 'regular')
    return { storeId: of, campaignId, firstRanOn, lastRanOn, days, ...spend }
  }
}

function toSort(text: (typeof SORTS)[number]): AdSkuSort {
  // Safe because the sorts are these names, with and without a minus.
  return { by: text.replace(/^-/, '') as AdSkuSort['by'], descending: text.startsWith('-') }
}
