import { RULES } from '#core/reconciliation/discrepancy'
import { MARK_STATES } from '#core/reconciliation/marks'
import { listOrderRows } from '#db/ledger/queries/export-rows'
import { SETTLEMENT_SORTS } from '#db/ledger/queries/settlement-lists'
import { ADS } from '#engine/export-archive-tables'
import { csvOf } from '#engine/export-csv'
import { DISCREPANCY_COLUMNS, discrepancyPages } from '#engine/export-discrepancies'
import { factPages, type FactExport, readerOf } from '#engine/export-facts'
import { PAYOUT_COLUMNS, payoutPages } from '#engine/export-payouts'
import { statementCsv } from '#engine/export-pnl'
import { settlementPages } from '#engine/export-settlements'
import { CLAIMS, COSTS, ordersExport, RETURNS, SETTLEMENTS } from '#engine/export-tables'
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../env'
import { logError } from '../log'
import { describe } from '../openapi'
import { exportScope } from '../operations/export-csv'
import { findDiscrepanciesThen } from '../operations/list-discrepancies-as-known'
import { readStatement } from '../operations/read-statement'
import { checkPeriod, dayText, knownOnQuery, openPeriod } from '../period'
import { AppError } from '../problem'
import { streamText } from '../stream-text'
import { validate } from '../validate'

const scope = z.object({
  from: dayText,
  to: dayText,
  store: z.string().optional(),
  ...knownOnQuery,
})
const judged = scope.extend({ asOf: dayText.optional() })
const settled = scope.extend({
  status: z.string().max(50).optional(),
  sku: z.string().max(200).optional(),
  q: z.string().trim().max(100).optional(),
  sort: z.enum(SETTLEMENT_SORTS.flatMap((by) => [by, `-${by}`] as const)).default('paidOn'),
})
const statement = scope.extend({
  basis: z.enum(['order', 'payment']).default('order'),
  group: z.enum(['total', 'month', 'day', 'sku']).default('month'),
  sku: z.string().max(200).optional(),
})
const wrong = z.object({
  /** Of the sub-orders ordered on these days. */
  from: dayText.optional(),
  to: dayText.optional(),
  asOf: dayText.optional(),
  rule: z.enum(RULES).optional(),
  state: z.enum(MARK_STATES).optional(),
  q: z.string().trim().max(100).optional(),
  store: z.string().optional(),
  ...knownOnQuery,
})
const run = scope.extend({ basis: z.enum(['order', 'payment']).default('order') })
const costed = scope.omit({ from: true, to: true })

const csv = (summary: string) => describe({ summary, response: 'text/csv' })

export const exportRoutes = new Hono<AppEnv>()
  .get(
    '/orders.csv',
    csv('Sub-orders of the orders reports, by the day they were ordered'),
    validate('query', judged),
    async (c) => {
      const asked = c.req.valid('query')
      const found = await exportScope(c.var.caller, asked, daysOf(asked))
      const { columns } = ordersExport(found.asOf, found.knownAt === undefined)
      return answer(c, 'orders', asked, csvOf(columns, factPages(found, listOrderRows)))
    },
  )
  .get(
    '/settlements.csv',
    csv('Settlement lines with every term, by the day they were paid'),
    validate('query', settled),
    async (c) => {
      const asked = c.req.valid('query')
      const found = await exportScope(c.var.caller, asked, daysOf(asked))
      const pages = await settlementPages(found, asked)
      if (pages === undefined) throw tooManyToSort()
      return answer(c, 'settlements', asked, csvOf(SETTLEMENTS.columns, pages))
    },
  )
  .get(
    '/returns.csv',
    csv('Parcels on their way back, by the day the return was created'),
    validate('query', scope),
    async (c) => facts(c, 'returns', RETURNS, c.req.valid('query')),
  )
  .get(
    '/claims.csv',
    csv('Claim tickets, by the day they were created'),
    validate('query', scope),
    async (c) => facts(c, 'claims', CLAIMS, c.req.valid('query')),
  )
  .get(
    '/ads.csv',
    csv('Every row of Ads Cost sheets, by the day the ad ran or by the day it was deducted'),
    validate('query', run),
    async (c) => {
      const asked = c.req.valid('query')
      const day = asked.basis === 'order' ? 'ran_on' : 'deducted_on'
      return facts(c, 'ads', { ...ADS, facts: { ...ADS.facts, day } }, asked)
    },
  )
  .get(
    '/costs.csv',
    csv('What a unit costs, of every SKU and from every day that it was said for'),
    validate('query', costed),
    async (c) => {
      const asked = c.req.valid('query')
      const found = await exportScope(c.var.caller, asked, undefined)
      const pages = factPages(found, readerOf(COSTS.facts))
      return answer(c, 'costs', undefined, csvOf(COSTS.columns, pages))
    },
  )
  .get(
    '/discrepancies.csv',
    csv('What is wrong on a day, with what was decided about it'),
    validate('query', wrong),
    async (c) => {
      const { rule, state, q, ...asked } = c.req.valid('query')
      const ordered = openPeriod(asked)
      const found = await exportScope(c.var.caller, asked, ordered)
      const { asOf, knownAt } = found
      const storeIds = found.stores.map(({ id }) => id)
      const choice = { rule, state, ordered, search: q === '' ? undefined : q }
      const then =
        knownAt === undefined
          ? undefined
          : await findDiscrepanciesThen(c.var.caller, storeIds, { ...choice, asOf, knownAt })
      const pages = discrepancyPages(found, choice, then)
      const { from, to } = asked
      const named = from === undefined || to === undefined ? undefined : { from, to }
      return answer(c, 'discrepancies', named, csvOf(DISCREPANCY_COLUMNS, pages))
    },
  )
  .get(
    '/payouts.csv',
    csv('Money that reached the bank, by payment day'),
    validate('query', scope),
    async (c) => {
      const asked = c.req.valid('query')
      checkPeriod(asked)
      const found = await exportScope(c.var.caller, asked, daysOf(asked))
      return answer(c, 'payouts', asked, csvOf(PAYOUT_COLUMNS, payoutPages(found, asked)))
    },
  )
  .get(
    '/pnl.csv',
    csv('The profit and loss as its screen shows it'),
    validate('query', statement),
    async (c) => {
      const asked = c.req.valid('query')
      checkPeriod(asked)
      const { grouped, total } = await readStatement(c.var.caller, asked)
      const name = `pnl_${asked.basis}`
      return answer(c, name, asked, statementCsv(asked.group, grouped, total))
    },
  )

type Scope = z.output<typeof scope>

async function facts(
  c: Context<AppEnv>,
  name: string,
  { facts, columns }: FactExport,
  asked: Scope,
) {
  const found = await exportScope(c.var.caller, asked, daysOf(asked))
  return answer(c, name, asked, csvOf(columns, factPages(found, readerOf(facts))))
}

/** Unlike a screen's period, that of an export may be of any length. */
function daysOf({ from, to }: Pick<Scope, 'from' | 'to'>) {
  if (from <= to) return { from, to }
  throw new AppError(400, 'invalid-period', 'A period begins before it ends.')
}

async function answer(
  c: Context<AppEnv>,
  name: string,
  days: Pick<Scope, 'from' | 'to'> | undefined,
  texts: AsyncGenerator<string>,
): Promise<Response> {
  const filename = days === undefined ? name : `${name}_${days.from}_${days.to}`
  const body = await streamText(texts, (error) => logError(c.get('requestId'), error))
  return c.body(body, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${filename}.csv"`,
  })
}

function tooManyToSort(): AppError {
  return new AppError(
    400,
    'too-many-to-sort',
    'These are too many lines to sort by an amount. Sort by the payment day, or choose fewer days.',
  )
}
