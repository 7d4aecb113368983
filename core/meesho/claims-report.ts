import { type Claim, claimStateOf } from '../claims/claim'
import { parseRupees } from '../money/rupees'
import {
  type DateOrders,
  idIn,
  optionalCodeIn,
  requiredDayIn,
  type RowCells,
  rowReader,
  stopIfShifted,
  stopRow,
  subOrderNoIn,
  textIn,
} from './cells'
import { parseReportDay } from './dates'
import { added, key, text } from './columns'
import { type Columns, type Header, isColumnTrouble, resolveColumns } from './headers'
import type { ReadRow, Recognition } from './report'
import { dateOrdersOf, quarantined, recognised, type Sheet } from './sheet'

export const CLAIMS_COLUMNS = {
  subOrderNo: key('Suborder Number'),
  ticketId: key('Ticket ID'),
  status: key('Ticket Status'),
  issue: text('Issue'),
  createdOn: key('Created Date'),
  lastUpdate: text('Last Update'),
  updatedOn: added('Last Update Date'),
  reopenUntil: text('Reopen Validity'),
  sku: added('SKU'),
}

type ClaimsColumns = Columns<typeof CLAIMS_COLUMNS>

export async function recogniseClaims(sheet: Sheet): Promise<Recognition> {
  const at = resolveColumns(sheet.header, CLAIMS_COLUMNS)
  if (isColumnTrouble(at)) return quarantined(sheet, 'claims', at)
  const orders = await dateOrdersOf(sheet, [at.createdOn, at.updatedOn])
  const read = claimsReader(sheet.header, at, orders)
  return recognised(sheet, at, { kind: 'claims', layout: 'T1', snapshotOn: undefined, read })
}

export function claimsReader(
  header: Header,
  at: ClaimsColumns,
  dateOrders: DateOrders,
): ReadRow<'claims'> {
  return rowReader(header, dateOrders, (cells) => readClaim(cells, at))
}

function readClaim(cells: RowCells, at: ClaimsColumns): ReturnType<ReadRow<'claims'>> {
  const subOrderNo = subOrderNoIn(cells, at.subOrderNo)
  if (subOrderNo === undefined) return cells.stopped
  stopIfShifted(cells)
  const ticketId = idIn(cells, at.ticketId)
  if (ticketId === '') return stopRow(cells, at.ticketId, 'This row has no ticket number.')
  const createdOn = requiredDayIn(cells, at.createdOn)
  if (createdOn === undefined) return cells.stopped
  const status = textIn(cells, at.status)
  const lastUpdate = optionalCodeIn(cells, at.lastUpdate) || optionalCodeIn(cells, at.updatedOn)
  const claim: Claim = {
    ticketId,
    subOrderNo,
    state: claimStateOf(status),
    status,
    issue: textIn(cells, at.issue),
    createdOn,
    lastUpdate,
    updatedOn: updateDayIn(cells, at),
    ...readPayment(lastUpdate),
    reopenUntil: optionalCodeIn(cells, at.reopenUntil),
    sku: textIn(cells, at.sku),
  }
  return cells.stopped ?? claim
}

/** The day of the last update, where the file gives one instead of words or beside them. */
function updateDayIn(cells: RowCells, at: ClaimsColumns): Claim['updatedOn'] {
  for (const column of [at.updatedOn, at.lastUpdate]) {
    const day = parseReportDay(textIn(cells, column), cells.dateOrders.get(column))
    if (day !== undefined && day !== 'ambiguous') return day
  }
  return undefined
}

// “Your claim payment of Rs 809.10 was done on 11-Jul-2026 with a transaction id: AXISCN1000088428”
const PAYMENT =
  /claim payment of\s*(?:rs\.?|inr|₹)?\s*([\d,]+(?:\.\d+)?)\s*(?:was|is|has been)?\s*done on\s*([\w/,.-]+(?: \w+ \d{4})?)(?:.*?transaction id\s*:?\s*([A-Za-z0-9_-]+))?/is

/** The amount, day and transfer in the marketplace's own words; each is nothing where they do not say it. */
export function readPayment(words: string): Pick<Claim, 'amount' | 'paidOn' | 'transactionId'> {
  const [, amount = '', day = '', transactionId = ''] = PAYMENT.exec(words) ?? []
  const paidOn = parseReportDay(day.replace(/[.,]$/, ''), undefined)
  return {
    amount: parseRupees(amount),
    paidOn: paidOn === 'ambiguous' ? undefined : paidOn,
    transactionId,
  }
}
