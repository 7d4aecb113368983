import type { BusinessDate } from '#core/dates'
import { LOSS_CAUSES } from '#core/pnl/loss-cause'
import { SKU_VIEWS } from '#core/pnl/sku-figures'
import { MAX_GROUPS } from '#engine/read-pnl'
import { readSkus, SKU_SORTS, type SkuItem, type SkuSort } from '#engine/read-skus'
import { Hono } from 'hono'
import * as z from 'zod'
import { fromCursor, toCursor } from '../cursor'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { checkLinesThen } from '../operations/check-past'
import { storesInQuestion } from '../operations/stores-in-question'
import { checkPeriod, dayText, knownAtOf, knownOnQuery } from '../period'
import { AppError } from '../problem'
import { validate } from '../validate'
import { groupFigures } from './pnl'

const SORTS = SKU_SORTS.flatMap((by) => [by, `-${by}` as const])

const query = z.object({
  from: dayText,
  to: dayText,
  basis: z.enum(['order', 'payment']).default('order'),
  view: z.enum(SKU_VIEWS).default('all'),
  /** Other days, whose figures stand beside: both or neither. */
  againstFrom: dayText.optional(),
  againstTo: dayText.optional(),
  store: z.string().optional(),
  q: z.string().trim().max(100).optional(),
  sort: z.enum(SORTS).default('netProfit'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1_000).optional(),
  ...knownOnQuery,
})

const share = z.number().nullable()
const count = z.int().nullable()

const item = z.strictObject({
  sku: z.string(),
  ...groupFigures,
  dispatchedUnits: count,
  keptUnits: count,
  returnPct: share,
  rtoPct: share,
  averageSale: count,
  feeSharePct: share,
  lossCause: z.enum(LOSS_CAUSES).nullable(),
  /** Of the other days; nothing where none were asked for, or nothing of the SKU was then. */
  against: z
    .strictObject({
      units: z.int(),
      netSales: z.int(),
      netProfit: z.int(),
      /** A product cost is missing from its profit. */
      isPartial: z.boolean(),
    })
    .nullable(),
})

const answer = z.strictObject({
  from: z.string(),
  to: z.string(),
  basis: z.enum(['order', 'payment']),
  view: z.enum(SKU_VIEWS),
  knownOn: z.string().nullable(),
  costState: z.enum(['current', 'counting', 'not_then']),
  items: z.array(item),
  nextCursor: z.string().nullable(),
  /** Of every SKU of the view. */
  totals: z.strictObject({
    count: z.int(),
    units: z.int(),
    netSales: z.int(),
    netProfit: z.int(),
    lossMaking: z.int(),
    costMissing: z.int(),
  }),
})

export const skuRoutes = new Hono<AppEnv>().get(
  '/',
  describe({
    summary: 'Every SKU with its profit and loss, its returns, and why it loses',
    response: answer,
  }),
  validate('query', query),
  async (c) => {
    const { store, q, sort, limit, cursor, knownOn, againstFrom, againstTo, ...asked } =
      c.req.valid('query')
    checkPeriod(asked)
    const other = otherDays(againstFrom, againstTo)
    const { caller } = c.var
    const stores = await storesInQuestion(caller, store)
    const knownAt = knownAtOf({ knownOn }, caller.now)
    await checkLinesThen(caller, stores, { ...asked, knownAt })
    const question = { ...asked, search: q, knownAt }
    const [found, then] = await Promise.all([
      readSkus(caller.ledger, stores, question, toSort(sort)),
      other &&
        readSkus(caller.ledger, stores, { ...question, ...other, view: 'all' }, toSort('sku')),
    ])
    if (found === undefined || (other && then === undefined)) {
      const sentence = `These are more than ${MAX_GROUPS} SKUs. Ask for a shorter period.`
      throw new AppError(400, 'too-many-groups', sentence)
    }
    const last = fromCursor(cursor, z.string())
    // The SKU of the page before may have left the view meanwhile; then the list begins again.
    const start = last === undefined ? 0 : found.items.findIndex(({ sku }) => sku === last) + 1
    const items = found.items.slice(start, start + limit)
    const end = items.at(-1)
    const thenOf = new Map(then?.items.map((each) => [each.sku, each]))
    const isCut = end !== undefined && start + limit < found.items.length
    return c.json({
      from: asked.from,
      to: asked.to,
      basis: asked.basis,
      view: asked.view,
      knownOn: knownOn ?? null,
      costState: found.costState,
      items: items.map((each) => ({ ...each, against: toAgainst(thenOf.get(each.sku)) })),
      nextCursor: isCut ? toCursor(end.sku) : null,
      totals: totalsOf(found.items),
    })
  },
)

function toSort(text: (typeof SORTS)[number]): SkuSort {
  const descending = text.startsWith('-')
  // Safe because the sorts are these names, with and without a minus.
  return { by: text.replace(/^-/, '') as SkuSort['by'], descending }
}

function otherDays(from: BusinessDate | undefined, to: BusinessDate | undefined) {
  if (from === undefined && to === undefined) return undefined
  if (from !== undefined && to !== undefined) {
    checkPeriod({ from, to })
    return { from, to }
  }
  const sentence = 'Days to compare with have a first and a last: againstFrom and againstTo.'
  throw new AppError(400, 'invalid-period', sentence)
}

function toAgainst(then: SkuItem | undefined) {
  if (then === undefined) return null
  const { units, isPartial, lines } = then
  return { units, netSales: lines.netSales, netProfit: lines.netProfit, isPartial }
}

function totalsOf(items: readonly SkuItem[]) {
  const add = (value: (each: SkuItem) => number) =>
    items.reduce((all, each) => all + value(each), 0)
  return {
    count: items.length,
    units: add(({ units }) => units),
    netSales: add(({ lines }) => lines.netSales),
    netProfit: add(({ lines }) => lines.netProfit),
    lossMaking: add(({ lines }) => Number(lines.netProfit < 0)),
    costMissing: add(({ isPartial }) => Number(isPartial)),
  }
}
