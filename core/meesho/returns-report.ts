import { parseSupplierId, type SupplierId } from '../ids'
import { isMissing, parseDecimal } from '../money/rupees'
import {
  parseReturnOutcome,
  type ReturnOutcome,
  type ReturnParcel,
  returnTypeOf,
} from '../returns/return-parcel'
import {
  codeIn,
  type DateOrders,
  dayIn,
  isShortened,
  quantityIn,
  type RowCells,
  rowReader,
  skuIn,
  stopIfShifted,
  stopRow,
  subOrderNoIn,
  textIn,
} from './cells'
import { returnOutcomeNamed, supplierIdOf } from './file-names'
import { added, key, text } from './columns'
import {
  type Columns,
  type Header,
  isColumnTrouble,
  normaliseHeader,
  type PeekedRow,
  resolveColumns,
} from './headers'
import { OUTCOME_SENTENCE } from './quarantine'
import type { ReadRow, Recognition } from './report'
import { dateOrdersOf, quarantined, recognised, type Sheet, unsupported } from './sheet'

export const RETURNS_COLUMNS = {
  productName: text('Product Name'),
  sku: key('SKU'),
  variation: text('Variation'),
  quantity: key('Qty'),
  subOrderNo: key('Suborder Number'),
  orderedOn: text('Order Date'),
  dispatchedOn: text('Dispatch Date'),
  createdOn: key('Return Created Date'),
  type: key('Type of Return'),
  subType: text('Sub Type'),
  courier: text('Courier Partner'),
  awb: text('AWB Number'),
  status: text('Status'),
  attempt: text('Attempt'),
  reason: text('Return Reason'),
  detailedReason: text('Detailed Return Reason'),
  // Each export has the one that its outcome needs.
  expectedOn: added('Expected Delivery Date'),
  deliveredOn: added('Delivered Date'),
  lostOn: added('Lost Date'),
  disposedOn: added('Disposed Date'),
}

type ReturnsColumns = Columns<typeof RETURNS_COLUMNS>

/** What one export says of all its rows. Exports joined by hand have one after the other. */
type Export = {
  /** The panel's own filter, from the lines above the table. */
  readonly filter: ReturnOutcome | undefined
  /** The title of the one column of days that differs from export to export. */
  readonly dayTitle: string
  /** What the file's name says. */
  readonly named: ReturnOutcome | undefined
  readonly supplierId: SupplierId | undefined
}

const DAY_OUTCOMES: Readonly<Record<string, ReturnOutcome>> = {
  'delivered date': 'delivered',
  'lost date': 'lost',
  'disposed date': 'disposed',
}

export async function recogniseReturns(sheet: Sheet): Promise<Recognition> {
  const { header, above, hints } = sheet
  const preamble = above.map(labelAndValue)
  const supplierId = supplierIn(preamble) ?? supplierIdOf(hints.names)
  const at = resolveColumns(header, RETURNS_COLUMNS)
  if (isColumnTrouble(at)) return quarantined(sheet, 'returns', at, supplierId)
  const first: Export = {
    filter: preamble.map(filterIn).find((filter) => filter !== undefined),
    dayTitle: header.keys[dayColumnOf(at)] ?? '',
    named: returnOutcomeNamed(hints.names),
    supplierId,
  }
  const hasRows = header.data.some(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const outcome = outcomeOf(first, '')
  if (outcome === undefined && hasRows && !hasOwnStatus(header, at))
    return unsupported(sheet, 'returns', OUTCOME_SENTENCE, supplierId)
  const days = [at.orderedOn, at.dispatchedOn, at.createdOn, dayColumnOf(at)]
  const orders = await dateOrdersOf(sheet, days)
  const read = returnsReader(header, at, orders, first)
  return recognised(
    sheet,
    at,
    { kind: 'returns', layout: outcome ?? 'mixed', snapshotOn: undefined, read },
    supplierId,
  )
}

function hasOwnStatus({ data }: Header, { status }: ReturnsColumns): boolean {
  return data.some(({ cells }) => parseReturnOutcome(cells[status] ?? '') !== undefined)
}

/** The column of the days that the outcome speaks of. */
function dayColumnOf(at: ReturnsColumns): number {
  return Math.max(at.expectedOn, at.deliveredOn, at.lostOn, at.disposedOn)
}

/** Best evidence first: the panel's filter, the column that only ends have, the name, the row's own words. */
function outcomeOf({ filter, dayTitle, named }: Export, status: string): ReturnOutcome | undefined {
  return filter ?? DAY_OUTCOMES[dayTitle] ?? named ?? parseReturnOutcome(status)
}

type Line = { readonly label: string; readonly value: string }

/** A line above the table: a label and its value, in two cells or in one with a colon. */
function labelAndValue({ cells }: Pick<PeekedRow, 'cells'>): Line {
  const [first = '', second = ''] = cells
  if (second.trim() !== '') return { label: normaliseHeader(first), value: second.trim() }
  const colon = first.indexOf(':')
  if (colon < 0) return { label: normaliseHeader(first), value: '' }
  return { label: normaliseHeader(first.slice(0, colon)), value: first.slice(colon + 1).trim() }
}

function filterIn({ label, value }: Line): ReturnOutcome | undefined {
  return label === 'status' ? parseReturnOutcome(value) : undefined
}

function supplierIn(lines: readonly Line[]): SupplierId | undefined {
  const line = lines.find(({ label }) => label === 'supplier id')
  return parseSupplierId(line?.value.replace(/^'/, '') ?? '')
}

export function returnsReader(
  header: Header,
  at: ReturnsColumns,
  dateOrders: DateOrders,
  first: Export,
): ReadRow<'returns'> {
  let current = first
  let lastRow = 0
  return rowReader(header, dateOrders, (cells) => {
    // The same reader may be asked to read from the top once more.
    if (cells.row.number <= lastRow) current = first
    lastRow = cells.row.number
    const next = exportFrom(cells, at, current)
    if (next === undefined) return readParcel(cells, at, current, first.supplierId)
    current = next
    return undefined
  })
}

const PREAMBLE = new Set(['supplier id', 'email', 'email id', 'created at', 'date range', 'status'])

/** A line above the table, or its names, of an export that was joined on below another; nothing for a row of data. */
function exportFrom(cells: RowCells, at: ReturnsColumns, before: Export): Export | undefined {
  if (normaliseHeader(textIn(cells, at.subOrderNo)) === 'suborder number')
    return { ...before, dayTitle: normaliseHeader(textIn(cells, dayColumnOf(at))) }
  for (let column = 2; column < cells.row.width; column += 1)
    if (textIn(cells, column) !== '') return undefined
  const line = labelAndValue({ cells: [textIn(cells, 0), textIn(cells, 1)] })
  if (line.label === 'meesho supplier panel')
    return { filter: undefined, dayTitle: '', named: undefined, supplierId: undefined }
  if (!PREAMBLE.has(line.label)) return undefined
  return {
    ...before,
    filter: filterIn(line) ?? before.filter,
    supplierId: supplierIn([line]) ?? before.supplierId,
  }
}

function readParcel(
  cells: RowCells,
  at: ReturnsColumns,
  current: Export,
  supplierId: SupplierId | undefined,
): ReturnType<ReadRow<'returns'>> {
  const subOrderNo = subOrderNoIn(cells, at.subOrderNo)
  if (subOrderNo === undefined) return cells.stopped
  stopIfShifted(cells)
  if ((current.supplierId ?? supplierId) !== supplierId)
    stopRow(cells, -1, `This row is of supplier ${current.supplierId}, another than the file's.`)
  const status = textIn(cells, at.status)
  const outcome = outcomeOf(current, status)
  if (outcome === undefined) return stopRow(cells, at.status, OUTCOME_SENTENCE)
  const quantity = quantityIn(cells, at.quantity)
  if (quantity === undefined)
    return cells.stopped ?? stopRow(cells, at.quantity, 'The quantity is missing.')
  const awb = codeIn(cells, at.awb)
  const parcel: ReturnParcel = {
    subOrderNo,
    outcome,
    ...typeIn(cells, at),
    quantity,
    createdOn: dayIn(cells, at.createdOn),
    orderedOn: dayIn(cells, at.orderedOn),
    dispatchedOn: dayIn(cells, at.dispatchedOn),
    outcomeOn: dayIn(cells, dayColumnOf(at)),
    sku: skuIn(cells, at.sku),
    productName: textIn(cells, at.productName),
    variation: textIn(cells, at.variation),
    courier: textIn(cells, at.courier),
    awb: isShortened(awb) || isMissing(awb) ? '' : awb,
    isAwbLost: isShortened(awb),
    status,
    attempt: parseDecimal(codeIn(cells, at.attempt), 0),
    reason: wordsIn(cells, at.reason),
    detailedReason: wordsIn(cells, at.detailedReason),
  }
  return cells.stopped ?? parcel
}

function typeIn(
  cells: RowCells,
  at: ReturnsColumns,
): Pick<ReturnParcel, 'type' | 'typeText' | 'subType'> {
  const typeText = textIn(cells, at.type)
  return { type: returnTypeOf(typeText), typeText, subType: wordsIn(cells, at.subType) }
}

/** The seller's panel writes `NA` where it has no words. */
function wordsIn(cells: RowCells, column: number): string {
  const words = textIn(cells, column)
  return isMissing(words) ? '' : words
}
