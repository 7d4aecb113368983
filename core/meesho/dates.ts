import {
  type BusinessDate,
  businessDateFromSerial,
  businessDateOf,
  parseBusinessDate,
} from '../dates'
import type { Table } from '../files/row'

/** How a spreadsheet program wrote the days of one column when it saved the file again. */
export type DateOrder = 'day-first' | 'month-first'

/** `ambiguous`: day and month cannot be told apart by anything in the file. `undefined`: no day at all. */
export type ReportDay = BusinessDate | 'ambiguous' | undefined

const ISO_WITH_TIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/
const TIME = /[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AaPp][Mm])?$/
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/
const DAY_MONTH_NAME = /^(\d{1,2})[- /]([A-Za-z]{3,9})[- /,]+(\d{4}|\d{2})$/
const MONTH_NAME_DAY = /^([A-Za-z]{3,9})[- /](\d{1,2})[- /,]+(\d{4}|\d{2})$/
const SERIAL = /^[45]\d{4}(\.\d+)?$/
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
// The marketplace opened in 2015: an earlier year means that the parts were read in the wrong order.
const FIRST_YEAR = 2015

/** A day as the panel writes it, or as a spreadsheet program saved it again. */
export function parseReportDay(text: string, order: DateOrder | undefined): ReportDay {
  if (ISO_WITH_TIME.test(text)) return parseBusinessDate(text.slice(0, 10))
  const plain = plainDay(text)
  return parseBusinessDate(plain) ?? (plain === '' ? undefined : parseSavedDay(plain, order))
}

function plainDay(text: string): string {
  const trimmed = text.trim()
  const bare = trimmed.startsWith("'") ? trimmed.slice(1) : trimmed
  return bare.length > 10 ? bare.replace(TIME, '') : bare
}

function parseSavedDay(text: string, order: DateOrder | undefined): ReportDay {
  if (SERIAL.test(text)) return businessDateFromSerial(Number(text))
  const numbers = NUMBERS.exec(text)
  if (!numbers) return parseNamedMonth(text)
  const [first, second, year] = [Number(numbers[1]), Number(numbers[3]), fullYear(numbers[4])]
  if (order !== undefined && year < FIRST_YEAR) return undefined
  const dayFirst = businessDateOf(year, second, first)
  const monthFirst = businessDateOf(year, first, second)
  if (order !== undefined) return order === 'day-first' ? dayFirst : monthFirst
  // 25/13/2026 is no day in either order.
  return (dayFirst ?? monthFirst) === undefined ? undefined : 'ambiguous'
}

function parseNamedMonth(text: string): BusinessDate | undefined {
  const dayFirst = DAY_MONTH_NAME.exec(text)
  const monthFirst = dayFirst ? null : MONTH_NAME_DAY.exec(text)
  const month = monthNumber(dayFirst?.[2] ?? monthFirst?.[1] ?? '')
  const day = Number(dayFirst?.[1] ?? monthFirst?.[2])
  const year = fullYear(dayFirst?.[3] ?? monthFirst?.[3])
  return month > 0 && year >= FIRST_YEAR ? businessDateOf(year, month, day) : undefined
}

/** `Jun`, `Sept` and `June` alike; 0 for a word that is no month. */
function monthNumber(word: string): number {
  if (word.length < 3) return 0
  const lower = word.toLowerCase()
  return MONTHS.findIndex((month) => month.startsWith(lower)) + 1
}

function fullYear(text: string | undefined): number {
  const year = Number(text)
  return text?.length === 2 ? 2000 + year : year
}

/** True for text like 01-06-2026, whose order of day and month only other rows can prove. */
export function needsDateOrder(text: string): boolean {
  return NUMBERS.test(plainDay(text))
}

/** The columns that some row proves the order of, and no row the other; one pass, and each proves only itself. */
export async function findDateOrders(
  table: Table,
  columns: readonly number[],
  headerRow: number,
): Promise<ReadonlyMap<number, DateOrder>> {
  if (columns.length === 0) return new Map()
  const seen = columns.map((column) => ({ column, dayFirst: false, monthFirst: false, odd: false }))
  for await (const rows of table.rows())
    for (const row of rows) {
      if (row.number <= headerRow) continue
      seen.forEach((evidence) => weigh(evidence, row.text(evidence.column)))
    }
  const orders = new Map<number, DateOrder>()
  for (const { column, dayFirst, monthFirst, odd } of seen)
    if (dayFirst !== monthFirst && !odd) orders.set(column, dayFirst ? 'day-first' : 'month-first')
  return orders
}

function weigh(
  evidence: { dayFirst: boolean; monthFirst: boolean; odd: boolean },
  text: string,
): void {
  const numbers = NUMBERS.exec(plainDay(text))
  if (!numbers) return
  const [first, second] = [Number(numbers[1]), Number(numbers[3])]
  // No day in either order: one such cell must not cost the column what its others prove.
  if (first > 12 && second > 12) return
  if (first > 12) evidence.dayFirst = true
  if (second > 12) evidence.monthFirst = true
  // 26/06/01 is a year first: no order of day and month explains such a column.
  if (fullYear(numbers[4]) < FIRST_YEAR) evidence.odd = true
}
