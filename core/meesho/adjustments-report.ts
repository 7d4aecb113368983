import {
  amountIn,
  type DateOrders,
  isNoise,
  layRow,
  makeRowCells,
  requiredDayIn,
  type RowCells,
  textIn,
} from './cells'
import type { Columns, Header } from './headers'
import type { ReadRow } from './report'

export const ADJUSTMENTS_COLUMNS = {
  paidOn: { header: 'Date', need: 'key' },
  program: { header: 'Program Name', need: 'text' },
  reason: { header: 'Reason', need: 'text' },
  amount: { header: 'Amount (inc GST) INR', need: 'money' },
} as const

type AdjustmentsColumns = Columns<typeof ADJUSTMENTS_COLUMNS>

export function adjustmentsReader(
  header: Header,
  at: AdjustmentsColumns,
  dateOrders: DateOrders,
): ReadRow<'payments.adjustments'> {
  const cells = makeRowCells(header, dateOrders)
  return (row) => {
    if (row.number <= header.lastRow) return undefined
    layRow(cells, row)
    return isNoise(cells, at.paidOn) ? undefined : readAdjustment(cells, at)
  }
}

function readAdjustment(
  cells: RowCells,
  at: AdjustmentsColumns,
): ReturnType<ReadRow<'payments.adjustments'>> {
  const paidOn = requiredDayIn(cells, at.paidOn)
  if (paidOn === undefined) return cells.stopped
  const adjustment = {
    paidOn,
    program: textIn(cells, at.program),
    reason: textIn(cells, at.reason),
    amount: amountIn(cells, at.amount),
  }
  return cells.stopped ?? adjustment
}
