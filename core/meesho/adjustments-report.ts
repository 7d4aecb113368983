import {
  amountIn,
  type DateOrders,
  isNoise,
  requiredDayIn,
  type RowCells,
  rowReader,
  textIn,
} from './cells'
import { key, money, text } from './columns'
import type { Columns, Header } from './headers'
import type { ReadRow } from './report'

export const ADJUSTMENTS_COLUMNS = {
  paidOn: key('Date'),
  program: text('Program Name'),
  reason: text('Reason'),
  amount: money('Amount (inc GST) INR'),
}

type AdjustmentsColumns = Columns<typeof ADJUSTMENTS_COLUMNS>

export function adjustmentsReader(
  header: Header,
  at: AdjustmentsColumns,
  dateOrders: DateOrders,
): ReadRow<'payments.adjustments'> {
  return rowReader(header, dateOrders, (cells) =>
    isNoise(cells, at.paidOn) ? undefined : readAdjustment(cells, at),
  )
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
