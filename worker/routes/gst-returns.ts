import { BYTE_ORDER_MARK, csvLine } from '#core/files/csv-out'
import { recordsOf, type ReturnTable } from '#core/tax/gstr-csv'
import { table12, table14, table31, table7, table8 } from '#core/tax/gstr1'
import { readDocuments } from '#engine/read-gst'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv, Caller } from '../env'
import { describe } from '../openapi'
import { type GstReturn, readGstReturn } from '../operations/read-gst-return'
import { storesInQuestion } from '../operations/stores-in-question'
import { knownAtOf } from '../period'
import { AppError } from '../problem'
import { validate } from '../validate'
import { gstQuery } from './gst'

const query = gstQuery.extend({
  /** Which registration, where a month has rows of several. */
  gstin: z.string().max(20).optional(),
})
const TABLES = ['7', '8', '12', '13', '14'] as const
const tableQuery = query.extend({ table: z.enum(TABLES) })

const amounts = { taxable: z.int(), igst: z.int(), cgst: z.int(), sgst: z.int() }
const rowsOf = {
  '7': z.strictObject({
    part: z.enum(['7A', '7B']),
    gstRateBps: z.int(),
    placeOfSupply: z.string(),
    ...amounts,
  }),
  '8': z.strictObject({ part: z.enum(['8C', '8D']), nilRated: z.int() }),
  '12': z.strictObject({
    hsn: z.string(),
    uqc: z.string(),
    /** Null where a report of the month has no quantities. */
    quantity: z.int().nullable(),
    gstRateBps: z.int(),
    totalValue: z.int(),
    ...amounts,
  }),
  '13': z.strictObject({
    nature: z.string(),
    from: z.string(),
    to: z.string(),
    total: z.int(),
    cancelled: z.int(),
    net: z.int(),
  }),
  '14': z.strictObject({
    part: z.literal('14(a)'),
    /** Of the marketplace; null where the reports do not name it. */
    operatorGstin: z.string().nullable(),
    ...amounts,
  }),
  '3.1': z.strictObject({ part: z.enum(['(a)', '(c)']), ...amounts }),
}

const head = {
  month: z.string(),
  knownOn: z.string().nullable(),
  /** Whose return it is; null for a month without GST rows. */
  gstin: z.string().nullable(),
  /** Rows that are in no table, because they do not say what it needs. */
  leftOut: z.strictObject({
    withoutValue: z.int(),
    withoutRate: z.int(),
    withoutGstin: z.int(),
  }),
}
const supplies = (table: Exclude<keyof typeof rowsOf, '13'>) =>
  z.strictObject({ ...head, table: z.literal(table), rows: z.array(rowsOf[table]) })
const documents = z.strictObject({
  month: z.string(),
  knownOn: z.string().nullable(),
  table: z.literal('13'),
  rows: z.array(rowsOf['13']),
  /** Documents whose type is none that we know. */
  unknown: z.int(),
  /** Lists that may hold documents of the month, and whose names do not say a single month. */
  unplaced: z.array(z.string()),
})
const gstr1 = z.discriminatedUnion('table', [
  supplies('7'),
  supplies('8'),
  supplies('12'),
  documents,
  supplies('14'),
])
const gstr3b = supplies('3.1')

export const gstReturnRoutes = new Hono<AppEnv>()
  .get(
    '/gstr1',
    describe({ summary: 'A table of GSTR-1 for a month: 7, 8, 12, 13 or 14', response: gstr1 }),
    validate('query', tableQuery),
    async (c) => {
      const asked = c.req.valid('query')
      const { caller } = c.var
      if (asked.table === '13') return c.json(await readTable13(caller, asked))
      return c.json(await readSupplies(caller, asked, asked.table))
    },
  )
  .get(
    '/gstr1.csv',
    describe({ summary: 'The same table as a spreadsheet', response: 'text/csv' }),
    validate('query', tableQuery),
    async (c) => {
      const asked = c.req.valid('query')
      const content = await contentOf(c.var.caller, asked, asked.table)
      return c.body(toCsv(content), 200, asCsv(`gstr1-table-${asked.table}-${asked.month}`))
    },
  )
  .get(
    '/gstr3b',
    describe({ summary: 'Table 3.1 of GSTR-3B for a month', response: gstr3b }),
    validate('query', query),
    async (c) => c.json(await readSupplies(c.var.caller, c.req.valid('query'), '3.1')),
  )
  .get(
    '/gstr3b.csv',
    describe({ summary: 'The same table as a spreadsheet', response: 'text/csv' }),
    validate('query', query),
    async (c) => {
      const asked = c.req.valid('query')
      const content = await contentOf(c.var.caller, asked, '3.1')
      return c.body(toCsv(content), 200, asCsv(`gstr3b-table-3.1-${asked.month}`))
    },
  )

type Asked = z.output<typeof query>
type SuppliesTable = Exclude<ReturnTable['table'], '13'>

async function readSupplies(caller: Caller, asked: Asked, table: SuppliesTable) {
  const found = await findReturn(caller, asked)
  const { withoutValue, withoutRate } = found.counts
  const { withoutGstin } = found
  const leftOut = { withoutValue, withoutRate, withoutGstin }
  const { month, knownOn = null } = asked
  const whose = { month, knownOn, gstin: found.gstin ?? null, leftOut }
  return { ...whose, ...withNulls(suppliesOf(found, table)) }
}

async function readTable13(caller: Caller, asked: Asked): Promise<z.infer<typeof documents>> {
  const { rows, unknown, unplaced } = await findDocuments(caller, asked)
  return {
    month: asked.month,
    knownOn: asked.knownOn ?? null,
    table: '13',
    rows: rows.map((row) => ({ ...row })),
    unknown,
    unplaced: [...unplaced],
  }
}

function findReturn(caller: Caller, { month, store, gstin, ...known }: Asked) {
  return readGstReturn(caller, { month, store, knownAt: knownAtOf(known, caller.now) }, gstin)
}

async function findDocuments(caller: Caller, { month, store, ...known }: Asked) {
  const storeIds = (await storesInQuestion(caller, store)).map(({ id }) => id)
  const found = await readDocuments(caller.ledger, storeIds, month, knownAtOf(known, caller.now))
  if (found !== undefined) return found
  throw new AppError(
    422,
    'too-many-groups',
    'The numbers of these documents follow no series, so no table of them can be made.',
  )
}

async function contentOf(
  caller: Caller,
  asked: Asked,
  table: ReturnTable['table'],
): Promise<ReturnTable> {
  if (table === '13') return { table, rows: (await findDocuments(caller, asked)).rows }
  return suppliesOf(await findReturn(caller, asked), table)
}

function suppliesOf({ rows, operators, sellerState }: SuppliesOf, table: SuppliesTable) {
  switch (table) {
    case '7':
      return { table, rows: table7(rows, sellerState) }
    case '8':
      // A month without rows has no table of two noughts: nothing is known of it.
      return { table, rows: rows.length === 0 ? [] : table8(rows, sellerState) }
    case '12':
      return { table, rows: table12(rows, sellerState) }
    case '14':
      return { table, rows: table14(operators, sellerState) }
    case '3.1':
      return { table, rows: rows.length === 0 ? [] : table31(rows, sellerState) }
  }
}

type SuppliesOf = Pick<GstReturn, 'rows' | 'operators' | 'sellerState'>

/** A quantity that no report tells, or an operator, is null on the way out. */
function withNulls(content: ReturnType<typeof suppliesOf>) {
  if (content.table === '14') {
    const named = content.rows.map((row) => ({ ...row, operatorGstin: row.operatorGstin ?? null }))
    return { table: content.table, rows: named }
  }
  if (content.table !== '12') return content
  const rows = content.rows.map((row) => ({ ...row, quantity: row.quantity ?? null }))
  return { table: content.table, rows }
}

function toCsv(content: ReturnTable): string {
  return BYTE_ORDER_MARK + recordsOf(content).map(csvLine).join('')
}

function asCsv(name: string): Record<string, string> {
  return {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  }
}
