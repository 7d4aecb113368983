import { ORDER_MARKS } from '#core/ads/order-mark'
import { BYTE_ORDER_MARK, csvLine } from '#core/files/csv-out'
import { type AnyFigure, cellsOfFigure, parseAnyFigure } from '#core/pnl/figures'
import type { CellScope } from '#engine/find-cost-cells'
import { type Cell, type CellPlace, countProvenance, findProvenance } from '#engine/find-provenance'
import { pastCostsOf } from '#engine/past-costs'
import type { PnlStore } from '#engine/read-pnl'
import { canNarrow, totalOfFigure } from '#engine/total-of-figure'
import { Hono } from 'hono'
import * as z from 'zod'
import { fromCursor, toCursor } from '../cursor'
import type { AppEnv, Caller } from '../env'
import { describe } from '../openapi'
import { checkLinesThen } from '../operations/check-past'
import { judgedOr422 } from '../operations/judge-as-known'
import { storesInQuestion } from '../operations/stores-in-question'
import { checkPeriod, dayText, knownAtOf, knownOnQuery } from '../period'
import { AppError, notFound } from '../problem'
import { validate } from '../validate'
import { source } from './settlement-item'

const figureText = z.string().max(60)
const scope = z.object({
  figure: figureText,
  from: dayText,
  to: dayText,
  basis: z.enum(['order', 'payment']).default('order'),
  sku: z.string().max(200).optional(),
  /** Of a figure of settlement lines: only the sub-orders that Meesho marks so. */
  orderSource: z.enum(ORDER_MARKS).optional(),
  /** Of a figure of ads: only this campaign. */
  campaign: z.string().max(200).optional(),
  store: z.string().optional(),
  ...knownOnQuery,
})
const query = scope.extend({
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.string().max(2_000).optional(),
})

const cell = z.strictObject({
  subOrderNo: z.string().nullable(),
  on: z.string(),
  value: z.int(),
  column: z.string(),
  /** For a unit cost: how many units it was taken for. */
  units: z.int().nullable(),
  /** Nothing where it was entered by hand. */
  source: source.nullable(),
})
const answer = z.strictObject({
  figure: z.string(),
  knownOn: z.string().nullable(),
  items: z.array(cell),
  /** The figure itself, in paise: what all its cells add up to. Nothing for a cost that is unknown. */
  total: z.int().nullable(),
  nextCursor: z.string().nullable(),
})

const countAnswer = z.strictObject({
  knownOn: z.string().nullable(),
  /** Nothing where the list is too long to be counted, or has product costs in it. */
  count: z.int().nullable(),
})

const scalar = z.union([z.string(), z.int()])
const key = z
  .string()
  .refine((text) => z.array(scalar).min(1).max(8).safeParse(JSON.parse(text)).success)
const place = z.object({ section: z.int().min(0).max(1_000), after: key.optional() })

const FIRST: CellPlace = { section: 0, after: undefined }

export const provenanceCountRoutes = new Hono<AppEnv>().get(
  '/',
  describe({
    summary: 'How many cells of the files a figure is the sum of',
    response: countAnswer,
  }),
  validate('query', scope),
  async (c) => {
    const { caller } = c.var
    const asked = c.req.valid('query')
    const { figure, stores, within } = await questionOf(caller, asked)
    const count = await countProvenance(caller.ledger, stores, figure, within)
    return c.json({ knownOn: asked.knownOn ?? null, count })
  },
)

export const provenanceRoutes = new Hono<AppEnv>().get(
  '/',
  describe({ summary: 'The cells of the files whose sum a figure is', response: answer }),
  validate('query', query),
  async (c) => {
    const asked = c.req.valid('query')
    const { caller } = c.var
    const { figure, stores, within } = await questionOf(caller, asked)
    const from = fromCursor(asked.cursor, place)
    const page = {
      from: from ? { section: from.section, after: from.after } : FIRST,
      rows: asked.limit,
    }
    const [{ cells, next }, total] = await Promise.all([
      findProvenance(caller.ledger, stores, figure, within, page),
      totalOfFigure(caller.ledger, stores, figure, within),
    ])
    return c.json({
      figure: asked.figure,
      knownOn: asked.knownOn ?? null,
      items: cells.map(toItem),
      total,
      nextCursor: next ? toCursor(next) : null,
    })
  },
)

export const provenanceCsvRoutes = new Hono<AppEnv>().get(
  '/',
  describe({ summary: 'The same cells, all of them, as a spreadsheet', response: 'text/csv' }),
  validate('query', scope),
  async (c) => {
    const asked = c.req.valid('query')
    const { caller } = c.var
    const { figure, stores, within } = await questionOf(caller, asked)
    const body = streamCsv(caller, stores, figure, within)
    c.header('content-disposition', `attachment; filename="${figure}.csv"`)
    return c.body(body, 200, { 'content-type': 'text/csv; charset=utf-8' })
  },
)

async function questionOf(caller: Caller, asked: z.output<typeof scope>) {
  checkPeriod(asked)
  const figure = parseAnyFigure(asked.figure)
  if (figure === undefined) throw notFound()
  const stores = await storesInQuestion(caller, asked.store)
  const { from, to, basis, sku, orderSource: mark, campaign } = asked
  const knownAt = knownAtOf(asked, caller.now)
  await checkLinesThen(caller, stores, { knownAt, basis, from, to })
  const past = pastCostsOf(caller.ledger, stores, knownAt)
  // Without the cells of product cost the list would be short, and say nothing of it.
  if (past !== undefined && hasUnitCost(figure)) judgedOr422(await past.read())
  const within = { from, to, basis, sku, mark, campaign, knownAt, past }
  if (!canNarrow(figure, within)) {
    const sentence =
      'Only figures of ads belong to a campaign, and only those of lines to a source.'
    throw new AppError(400, 'figure-not-narrowed', sentence)
  }
  return { figure, stores, within }
}

function hasUnitCost(figure: AnyFigure): boolean {
  return cellsOfFigure(figure).some((cell) => cell.in === 'cogs' || cell.in === 'packaging')
}

function toItem({ source: from, ...rest }: Cell): z.infer<typeof cell> {
  return { ...rest, source: from && { ...from, path: [...from.path] } }
}

const HEADINGS = ['Day', 'Sub Order No', 'Column', 'Units', 'Amount (Rs)', 'File', 'Sheet', 'Row']
const BY_HAND = 'Entered by hand'
// Few enough to hold, many enough that a million rows are some hundred statements.
const ROWS_AT_A_TIME = 5_000

/** A page at a time, as fast as it is taken: the whole list never stands in memory. */
function streamCsv(
  { ledger }: Caller,
  stores: readonly PnlStore[],
  figure: AnyFigure,
  within: CellScope,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let next: CellPlace | undefined = FIRST
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine(HEADINGS))),
    async pull(controller) {
      if (next === undefined) return controller.close()
      const page = { from: next, rows: ROWS_AT_A_TIME }
      const found = await findProvenance(ledger, stores, figure, within, page)
      next = found.next
      const lines = found.cells.map((each) => csvLine(toCsvCells(each)))
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join('')))
      else if (next === undefined) controller.close()
    },
  })
}

function toCsvCells({ on, subOrderNo, column, units, value, source: from }: Cell): string[] {
  const cell = [on, subOrderNo ?? '', column, String(units ?? ''), (value / 100).toFixed(2)]
  if (from === null) return [...cell, BY_HAND, '', '']
  return [...cell, [from.filename, ...from.path].join(' › '), from.sheet, String(from.row)]
}
