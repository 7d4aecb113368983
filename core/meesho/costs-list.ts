import { ALWAYS, type UnitCost } from '../costs/unit-cost'
import type { BusinessDate } from '../dates'
import { type Paise, paise } from '../money/paise'
import { isMissing, roundDecimal } from '../money/rupees'
import {
  codeIn,
  type DateOrders,
  isNoise,
  type RowCells,
  rowReader,
  skuIn,
  stopIfShifted,
  stopRow,
  textIn,
} from './cells'
import { parseReportDay } from './dates'
import { type Header, HEADER_ROWS, headerAt, normaliseHeader, type PeekedRow } from './headers'
import { isRejected, type ReadRow, type Recognition } from './report'
import { dateOrdersOf, quarantined, recognised, type Sheet } from './sheet'

/** Our own template has the first of each; sellers' own lists have the others. */
const NAMES = {
  sku: [
    'sku',
    'sku id',
    'sku code',
    'seller sku',
    'supplier sku',
    'style id',
    'product sku',
    'item sku',
  ],
  cost: [
    'cost',
    'unit cost',
    'cost price',
    'cost per unit',
    'product cost',
    'purchase price',
    'purchase cost',
    'buying price',
    'landed cost',
    'making cost',
  ],
  packaging: [
    'packaging',
    'packaging cost',
    'packaging charges',
    'packing',
    'packing cost',
    'packing charges',
  ],
  effectiveFrom: [
    'effective from',
    'effective date',
    'with effect from',
    'valid from',
    'from date',
    'start date',
    'from',
  ],
} as const

type Name = keyof typeof NAMES
type CostsColumns = Readonly<Record<Name, number>>

/** A row near the top that names a SKU and a cost. Asked last: every other report has more to show. */
export function findCostsHeader(
  peeked: readonly PeekedRow[],
): Pick<Sheet, 'header' | 'above'> | undefined {
  const index = peeked.slice(0, HEADER_ROWS).findIndex(({ cells }) => {
    const keys = cells.map(plainKey)
    return placesOf(keys, 'sku').length === 1 && placesOf(keys, 'cost').length > 0
  })
  if (index < 0) return undefined
  return { header: headerAt(peeked, index), above: peeked.slice(0, index) }
}

/** Other columns are the seller's own notes; only two that could both be the cost stop the list. */
export async function recogniseCosts(sheet: Sheet): Promise<Recognition> {
  const keys = sheet.header.names.map(plainKey)
  const twins = (['cost', 'packaging', 'effectiveFrom'] as const)
    .map((name) => placesOf(keys, name))
    .filter((places) => places.length > 1)
    .flatMap((places) => places.map((place) => sheet.header.names[place] ?? ''))
  if (twins.length > 0) return quarantined(sheet, 'costs', { missing: [], unknown: twins })
  const at = {
    sku: placesOf(keys, 'sku')[0] ?? -1,
    cost: placesOf(keys, 'cost')[0] ?? -1,
    packaging: placesOf(keys, 'packaging')[0] ?? -1,
    effectiveFrom: placesOf(keys, 'effectiveFrom')[0] ?? -1,
  }
  const orders = await dateOrdersOf(sheet, [at.effectiveFrom])
  const read = costsReader(sheet.header, at, orders)
  return recognised(sheet, at, { kind: 'costs', layout: 'K1', snapshotOn: undefined, read })
}

/** `Cost (₹)` and `Cost in Rs.` are `Cost`. */
function plainKey(name: string): string {
  return normaliseHeader(name).replace(/ (in )?(₹|rs|inr|rupees)$/, '')
}

function placesOf(keys: readonly string[], name: Name): number[] {
  const names: readonly string[] = NAMES[name]
  return keys.flatMap((key, column) => (names.includes(key) ? [column] : []))
}

export function costsReader(
  header: Header,
  at: CostsColumns,
  dateOrders: DateOrders,
): ReadRow<'costs'> {
  const said = new Map<string, string>()
  let lastRow = 0
  return rowReader(header, dateOrders, (cells) => {
    // The same reader may be asked to read from the top once more.
    if (cells.row.number <= lastRow) said.clear()
    lastRow = cells.row.number
    if (isNoise(cells, at.sku)) return undefined
    const record = readCost(cells, at)
    if (record === undefined || isRejected(record)) return record
    return contradicts(said, record) ? stopRow(cells, at.cost, ANOTHER_COST) : record
  })
}

const ANOTHER_COST = 'An earlier row has another cost for this SKU from the same day on.'

/** Remembers what the list said of a SKU from a day on; true where it has already said otherwise. */
function contradicts(said: Map<string, string>, record: UnitCost): boolean {
  const { sku, effectiveFrom, cost, packaging } = record
  const key = JSON.stringify([sku, effectiveFrom])
  const values = JSON.stringify([cost, packaging])
  const before = said.get(key)
  said.set(key, before ?? values)
  return before !== undefined && before !== values
}

function readCost(cells: RowCells, at: CostsColumns): ReturnType<ReadRow<'costs'>> {
  const sku = skuIn(cells, at.sku)
  if (sku === '') return stopRow(cells, at.sku, 'This row has a cost but no SKU.')
  stopIfShifted(cells)
  const effectiveFrom = fromDayIn(cells, at.effectiveFrom)
  const cost = costIn(cells, at.cost)
  const packaging = costIn(cells, at.packaging)
  if (cells.stopped !== undefined || effectiveFrom === undefined) return cells.stopped
  if (cost === undefined && packaging === undefined) {
    const sentence =
      'No cost is written here, so the cost of this SKU stays unknown. Write 0 where it costs nothing.'
    return stopRow(cells, at.cost, sentence)
  }
  const unitCost: UnitCost = { sku, effectiveFrom, cost, packaging }
  return unitCost
}

const NOT_A_DAY = 'This is not a day we can read. Write it as 2026-06-01.'
const TWO_DAYS =
  'This could be two days: 01-06-2026 is 1 June or 6 January. Write it as 2026-06-01.'

/** A blank day is always; nothing only when the row is now stopped. */
function fromDayIn(cells: RowCells, column: number): BusinessDate | undefined {
  const written = textIn(cells, column)
  if (isMissing(written)) return ALWAYS
  const day = parseReportDay(written, cells.dateOrders.get(column))
  if (day !== undefined && day !== 'ambiguous') return day
  stopRow(cells, column, day === undefined ? NOT_A_DAY : TWO_DAYS)
  return undefined
}

/** A crore for one unit is a slip of the hand, such as a waybill in the wrong column. */
export const MAX_COST = paise(1_00_00_000_00)

/** Averages have endless decimals: a cost is rounded to the paisa, because it is the seller's own figure. */
function costIn(cells: RowCells, column: number): Paise | undefined {
  const written = codeIn(cells, column)
  if (isMissing(written)) return undefined
  const amount = roundDecimal(written, 2)
  if (amount !== undefined && amount >= 0 && amount <= MAX_COST) return paise(amount)
  const sentence =
    amount === undefined
      ? 'This is not an amount in rupees.'
      : 'A cost is 0 or more, and below a crore.'
  stopRow(cells, column, sentence)
  return undefined
}
