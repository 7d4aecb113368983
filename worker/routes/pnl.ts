import { dayInIndia } from '#core/dates'
import { FEES } from '#core/pnl/profit'
import { MAX_GROUPS, readPnl } from '#engine/read-pnl'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { checkLinesThen } from '../operations/check-past'
import { storesInQuestion } from '../operations/stores-in-question'
import { checkPeriod, dayText, knownAtOf, knownOnQuery } from '../period'
import { AppError } from '../problem'
import { validate } from '../validate'

const query = z.object({
  from: dayText,
  to: dayText,
  basis: z.enum(['order', 'payment']).default('order'),
  group: z.enum(['total', 'month', 'day', 'sku']).default('total'),
  store: z.string().optional(),
  sku: z.string().max(200).optional(),
  /** The day to judge by; it filters no facts. */
  asOf: dayText.optional(),
  ...knownOnQuery,
})

const amount = z.int()
const share = z.number().nullable()
const day = z.string().nullable()

const lines = z.strictObject({
  grossSales: amount,
  salesReturned: amount,
  netSales: amount,
  // Safe because FEES names exactly these keys.
  ...(Object.fromEntries(FEES.map((fee) => [fee, amount])) as Record<
    (typeof FEES)[number],
    typeof amount
  >),
  fees: amount,
  compensation: amount,
  claims: amount,
  recovery: amount,
  tcs: amount,
  tds: amount,
  taxesWithheld: amount,
  unexplained: amount,
  settlement: amount,
  ads: amount,
  referral: amount,
  platformAdjustments: amount,
  bankReceipts: amount,
  taxCredits: amount,
  gstOnSales: amount,
  gstCreditOnFees: amount,
  cogs: amount.nullable(),
  packaging: amount.nullable(),
  overheads: amount.nullable(),
  netProfit: amount,
})

/** A group without its key: what it is, and how far it can be trusted. */
export const groupFigures = {
  lines,
  lineCount: z.int(),
  units: z.int(),
  subOrders: z.int(),
  /** Units on lines that have a sale, whatever came of them later. */
  soldUnits: z.int(),
  deliveredUnits: z.int(),
  returnedUnits: z.int(),
  rtoUnits: z.int(),
  marginPct: share,
  coverage: z.strictObject({
    costKnownPct: share,
    costMissing: z.strictObject({ skus: z.int().nullable(), units: z.int().nullable() }),
    packagingMissing: z.strictObject({ units: z.int().nullable() }),
    finalPct: share,
    settledPct: share,
    gstUnknownLines: z.int(),
  }),
  /** A product cost is missing from `netProfit`. */
  isPartial: z.boolean(),
}
const group = z.strictObject({ key: z.string(), ...groupFigures })

const answer = z.strictObject({
  from: z.string(),
  to: z.string(),
  basis: z.enum(['order', 'payment']),
  group: z.enum(['total', 'month', 'day', 'sku']),
  asOf: z.string(),
  knownOn: day,
  groups: z.array(group),
  /** Whether the costs in these figures are all that is known now. */
  costState: z.enum(['current', 'counting', 'not_then']),
  undated: z.strictObject({ lines: z.int(), settlement: amount }).nullable(),
  freshness: z.strictObject({ ordersTo: day, paymentsTo: day }),
})

export const pnlRoutes = new Hono<AppEnv>().get(
  '/',
  describe({ summary: 'Profit and loss of a period, on either basis', response: answer }),
  validate('query', query),
  async (c) => {
    const { from, to, basis, group: by, store, sku, asOf, knownOn } = c.req.valid('query')
    checkPeriod({ from, to })
    const { caller } = c.var
    const stores = await storesInQuestion(caller, store)
    const knownAt = knownAtOf({ knownOn }, caller.now)
    await checkLinesThen(caller, stores, { knownAt, basis, from, to })
    const pnl = await readPnl(caller.ledger, stores, { from, to, basis, group: by, sku, knownAt })
    if (pnl === undefined) {
      const sentence = `This would be more than ${MAX_GROUPS} groups. Ask for a shorter period.`
      throw new AppError(400, 'too-many-groups', sentence)
    }
    const judgedOn = asOf ?? dayInIndia(caller.now)
    const { groups, costState, undated, freshness } = pnl
    return c.json({
      from,
      to,
      basis,
      group: by,
      asOf: judgedOn,
      knownOn: knownOn ?? null,
      groups: [...groups],
      costState,
      undated,
      freshness,
    })
  },
)
