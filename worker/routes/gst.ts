import { parseBusinessMonth, type BusinessMonth } from '#core/dates'
import { microRupees, toPaise } from '#core/money/micro-rupees'
import { exactTax } from '#core/tax/gst-line'
import { type GstGroup, groupGst, totalGst } from '#core/tax/gst'
import type { GstDirection, ListedGstLine } from '#db/ledger/queries/gst'
import { listGstMonths } from '#db/ledger/queries/gst-sums'
import { listGstSections, sumGstSections } from '#engine/list-gst-lines'
import { type GstCounts, gstinsOf, readGstRows } from '#engine/read-gst'
import { Hono } from 'hono'
import * as z from 'zod'
import { fromCursor, toCursor } from '../cursor'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { readGstSums } from '../operations/read-gst-return'
import { storesInQuestion } from '../operations/stores-in-question'
import { knownAtOf, knownOnQuery } from '../period'
import { validate } from '../validate'
import { source, toSource } from './settlement-item'

/** A month as people and programs write it in a query: `2026-08`. */
export const monthText = z.string().transform((text, context): BusinessMonth => {
  const parsed = parseBusinessMonth(text)
  if (parsed !== undefined) return parsed
  context.addIssue({ code: 'custom', message: 'A month is written YYYY-MM.' })
  return z.NEVER
})

export const gstQuery = z.object({
  month: monthText,
  store: z.string().optional(),
  ...knownOnQuery,
})

const figures = {
  salesRows: z.int(),
  returnRows: z.int(),
  /** Sales less returns; null where a report of the month has no quantities. */
  quantity: z.int().nullable(),
  taxableSales: z.int(),
  taxableReturns: z.int(),
  /** Sales less returns. */
  taxable: z.int(),
  /** Taxable value × rate, whatever tax the report prints. */
  tax: z.int(),
}
const group = z.strictObject({ key: z.string(), ...figures })
const counts = z.strictObject({
  sales: z.int(),
  returns: z.int(),
  truncatedSales: z.int(),
  truncatedReturns: z.int(),
  withoutValue: z.int(),
  withoutRate: z.int(),
  withoutOperator: z.int(),
  taxableWithoutRate: z.int(),
})
const summary = z.strictObject({
  month: z.string(),
  knownOn: z.string().nullable(),
  months: z.array(
    z.strictObject({ month: z.string(), hasSales: z.boolean(), hasReturns: z.boolean() }),
  ),
  gstins: z.array(z.string()),
  counts,
  /** Paise: each figure is summed unrounded, and rounded once, half a paisa away from zero. */
  rounding: z.literal('once-per-figure-half-away-from-zero'),
  total: z.strictObject(figures),
  byRate: z.array(group),
  byState: z.array(group),
  byHsn: z.array(group),
})

const micro = z.int().nullable()
const day = z.string().nullable()
const line = z.strictObject({
  subOrderNo: z.string(),
  storeId: z.string(),
  direction: z.enum(['sales', 'returns']),
  month: z.string(),
  orderedOn: day,
  returnedOn: day,
  quantity: z.int().nullable(),
  gstRateBps: z.int().nullable(),
  hsn: z.string(),
  /** One name for one state, and the file's own. */
  state: z.string(),
  stateText: z.string(),
  gstin: z.string(),
  /** Millionths of a rupee, as the file prints them; null is the file's own `null`. */
  taxableMicro: micro,
  taxMicro: micro,
  invoiceMicro: micro,
  /** Taxable value × rate: what is counted. */
  exactTaxMicro: micro,
  isTaxTruncated: z.boolean(),
  source,
})
const lines = z.strictObject({
  knownOn: z.string().nullable(),
  items: z.array(line),
  nextCursor: z.string().nullable(),
  /** Sales less returns of every row the filter leaves; on the first page only. */
  totals: z
    .strictObject({ count: z.int(), quantity: z.int().nullable(), taxable: z.int() })
    .nullable(),
})

const linesQuery = gstQuery.extend({
  direction: z.enum(['sales', 'returns']).optional(),
  /** Basis points; `none` for rows without a rate. */
  rate: z
    .string()
    .regex(/^(none|\d{1,5})$/, 'A rate is written in basis points: 500 for 5 %.')
    .optional(),
  state: z.string().max(100).optional(),
  hsn: z.string().max(20).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2_000).optional(),
})

const place = z.object({
  section: z.int().min(0).max(10_000),
  after: z
    .object({
      subOrderNo: z.string(),
      orderedOn: z.string(),
      said: z.string(),
      occurrence: z.int(),
    })
    .optional(),
})

const FIRST = { section: 0, after: undefined }

export const gstRoutes = new Hono<AppEnv>()
  .get(
    '/summary',
    describe({
      summary: 'Supplies of a month as the GST reports have them, by rate, state and HSN',
      response: summary,
    }),
    validate('query', gstQuery),
    async (c) => {
      const { month, store, ...known } = c.req.valid('query')
      const { caller } = c.var
      const knownAt = knownAtOf(known, caller.now)
      const { storeIds, sums } = await readGstSums(caller, { month, store, knownAt })
      const months = await listGstMonths(caller.ledger, storeIds, knownAt)
      const { rows, counts } = readGstRows(sums)
      return c.json({
        month,
        knownOn: known.knownOn ?? null,
        months,
        gstins: gstinsOf(sums),
        counts: toCounts(counts),
        rounding: 'once-per-figure-half-away-from-zero' as const,
        total: toFigures(totalGst(rows)),
        byRate: groupGst(rows, 'gstRateBps').map(toGroup),
        byState: groupGst(rows, 'state').map(toGroup),
        byHsn: groupGst(rows, 'hsn').map(toGroup),
      })
    },
  )
  .get(
    '/lines',
    describe({ summary: 'The rows that a GST figure is the sum of', response: lines }),
    validate('query', linesQuery),
    async (c) => {
      const asked = c.req.valid('query')
      const { caller } = c.var
      const storeIds = (await storesInQuestion(caller, asked.store)).map(({ id }) => id)
      const { month, direction, rate, state, hsn, limit } = asked
      const question = { month, direction, gstRateBps: rateOf(rate), state, hsn }
      const after = fromCursor(asked.cursor, place)
      const from = after ? { section: after.section, after: after.after } : FIRST
      const knownAt = knownAtOf(asked, caller.now)
      const page = { from, limit }
      const [found, sums] = await Promise.all([
        listGstSections(caller.ledger, storeIds, question, knownAt, page),
        after === undefined ? sumGstSections(caller.ledger, storeIds, question, knownAt) : null,
      ])
      const nextCursor = found.next ? toCursor(found.next) : null
      const items = found.items.map(toLine)
      const totals = sums && { ...sums, taxable: toPaise(microRupees(sums.taxable)) }
      return c.json({ knownOn: asked.knownOn ?? null, items, nextCursor, totals })
    },
  )

function rateOf(text: string | undefined): number | 'none' | undefined {
  return text === undefined || text === 'none' ? text : Number(text)
}

function toCounts({ taxableWithoutRate, ...rest }: GstCounts): z.infer<typeof counts> {
  return { ...rest, taxableWithoutRate: toPaise(taxableWithoutRate) }
}

function toFigures(total: Omit<GstGroup, 'key'>) {
  return {
    salesRows: total.salesRows,
    returnRows: total.returnRows,
    quantity: total.quantity ?? null,
    taxableSales: toPaise(total.taxableSales),
    taxableReturns: toPaise(total.taxableReturns),
    taxable: toPaise(total.taxable),
    tax: toPaise(total.tax),
  }
}

function toGroup({ key, ...total }: GstGroup): z.infer<typeof group> {
  return { key, ...toFigures(total) }
}

function toLine(row: ListedGstLine): z.infer<typeof line> {
  const { subOrderNo, storeId, month, quantity, gstRateBps, hsn, state, stateText, gstin } = row
  const direction: GstDirection = row.direction
  return {
    subOrderNo,
    storeId,
    direction,
    month,
    orderedOn: row.orderedOn || null,
    returnedOn: row.returnedOn,
    quantity,
    gstRateBps,
    hsn,
    state,
    stateText,
    gstin,
    taxableMicro: row.taxable,
    taxMicro: row.tax,
    invoiceMicro: row.invoice,
    exactTaxMicro:
      row.taxable === null || gstRateBps === null
        ? null
        : exactTax(microRupees(row.taxable), gstRateBps),
    isTaxTruncated: row.isTaxTruncated === 1,
    source: toSource(row),
  }
}
