import type { BusinessDate } from '../dates'
import { UnreadableFile } from '../files/bytes'
import type { Row, Table } from '../files/row'
import { type DateOrder, findDateOrders, parseReportDay } from '../meesho/dates'
import { peek } from '../meesho/find-layout'
import type { Paise } from '../money/paise'
import { amountIn, type CellAmount } from './statement-amount'
import { findStatementHeader, type StatementColumns } from './statement-columns'

/** Money that came into the account. */
export type BankCredit = {
  readonly row: number
  readonly on: BusinessDate
  readonly amount: Paise
  readonly narration: string
  readonly reference: string
}

export type UnreadableRow = { readonly row: number; readonly text: string; readonly reason: string }

/** What is read of a statement. Debits count for its days only. */
export type BankStatement = {
  /** Nothing where no row has a day. */
  readonly period: { readonly from: BusinessDate; readonly to: BusinessDate } | undefined
  readonly rows: number
  readonly credits: readonly BankCredit[]
  readonly unreadable: readonly UnreadableRow[]
}

/** A busy account has some thousand transactions a month. */
export const MAX_STATEMENT_ROWS = 100_000
// A narration of a transfer has some hundred characters.
const MAX_TEXT = 500

/** Nothing for a table that is no bank statement. */
export async function readStatement(table: Table): Promise<BankStatement | undefined> {
  const header = findStatementHeader(await peek(table))
  if (header === undefined) return undefined
  const { row: headerRow, columns } = header
  const orders = await findDateOrders(table, [columns.day], headerRow)
  const reading: Reading = {
    columns,
    // Every Indian bank writes the day first; only a column that proves otherwise is read otherwise.
    dateOrder: orders.get(columns.day) ?? 'day-first',
    isSigned: columns.amount >= 0 && (await hasNegative(table, columns.amount, headerRow)),
    rows: 0,
    from: undefined,
    to: undefined,
    credits: [],
    unreadable: [],
    isOpen: false,
  }
  for await (const rows of table.rows())
    for (const row of rows) if (row.number > headerRow) takeRow(reading, row)
  const { rows, credits, unreadable, from, to } = reading
  return { period: from && to && { from, to }, rows, credits, unreadable }
}

async function hasNegative(table: Table, column: number, headerRow: number): Promise<boolean> {
  for await (const rows of table.rows())
    for (const row of rows)
      if (row.number > headerRow && /^[-−–]\s*[\d₹]/.test(row.text(column).trim())) return true
  return false
}

type Reading = {
  readonly columns: StatementColumns
  readonly dateOrder: DateOrder
  readonly isSigned: boolean
  rows: number
  from: BusinessDate | undefined
  to: BusinessDate | undefined
  readonly credits: BankCredit[]
  readonly unreadable: UnreadableRow[]
  /** The row above was a credit, whose narration may go on below it. */
  isOpen: boolean
}

function takeRow(reading: Reading, row: Row): void {
  const { columns, credits, isOpen } = reading
  const text = (column: number) => (column < 0 ? '' : row.text(column).trim().slice(0, MAX_TEXT))
  const [dayText, narration] = [text(columns.day), text(columns.narration)]
  const amount = amountIn(columns, text, reading.isSigned)
  if (dayText === '' && amount === undefined) {
    const above = isOpen ? credits.pop() : undefined
    if (above) credits.push({ ...above, narration: joined(above.narration, narration) })
    return
  }
  reading.isOpen = false
  const day = dayIn(reading, dayText)
  // Rules, terms and an address around the table have neither a day nor an amount; its sums have no day.
  if (day === undefined && (amount === undefined || isSum(dayText, narration))) return
  reading.rows += 1
  if (reading.rows > MAX_STATEMENT_ROWS) throw tooLong()
  if (day === undefined) return refuse(reading, row, NO_DAY)
  span(reading, day)
  const trouble = isShifted(columns, row) ? SHIFTED : TROUBLES.get(amount)
  if (trouble !== undefined) return refuse(reading, row, trouble)
  if (typeof amount !== 'number' || amount === 0) return
  const reference = text(columns.reference)
  credits.push({ row: row.number, on: day, amount, narration, reference })
  reading.isOpen = true
}

const NO_DAY = 'This row has an amount, but no day that we can read.'
const SHIFTED = 'This row has more cells than the table has columns.'
const TROUBLES: ReadonlyMap<unknown, string> = new Map<CellAmount, string>([
  ['unreadable', 'This is no amount in rupees and paise.'],
  ['unsided', 'Nothing says whether this amount came in or went out.'],
])

function dayIn({ dateOrder }: Reading, text: string): BusinessDate | undefined {
  const day = parseReportDay(text, dateOrder)
  return day === 'ambiguous' ? undefined : day
}

function span(reading: Reading, day: BusinessDate): void {
  if (reading.from === undefined || day < reading.from) reading.from = day
  if (reading.to === undefined || day > reading.to) reading.to = day
}

/** Cells beyond the names mean that a comma inside a text or an amount was taken for a border. */
function isShifted({ width }: StatementColumns, row: Row): boolean {
  for (let column = width; column < row.width; column += 1)
    if (row.text(column).trim() !== '') return true
  return false
}

/** Sums and balances carried over stand among the rows, and are no transactions. */
function isSum(dayText: string, narration: string): boolean {
  return /\b(totals?|balance|summary|brought forward|carried forward|b\/f|c\/f)\b/i.test(
    `${dayText} ${narration}`,
  )
}

function joined(narration: string, more: string): string {
  return `${narration} ${more}`.trim().slice(0, MAX_TEXT)
}

function refuse(reading: Reading, row: Row, reason: string): void {
  const { day, narration, credit, amount } = reading.columns
  const cells = [day, narration, credit >= 0 ? credit : amount]
  const text = cells.map((column) => row.text(column).trim()).join(' · ')
  reading.unreadable.push({ row: row.number, text: text.slice(0, MAX_TEXT), reason })
}

function tooLong(): UnreadableFile {
  return new UnreadableFile(
    'statement-too-long',
    `This statement has more than ${MAX_STATEMENT_ROWS} rows. Download a shorter period.`,
  )
}
