import {
  amountIn,
  codeIn,
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

export const REFERRAL_COLUMNS = {
  rewardId: { header: 'Reward Id', need: 'key' },
  paidOn: { header: 'Payment Date', need: 'key' },
  storeName: { header: 'Store Name', need: 'text' },
  reason: { header: 'Reason', need: 'text' },
  net: { header: 'Net Referral Amount', need: 'money' },
  taxes: { header: 'Taxes (GST/TDS)', need: 'money' },
} as const

type ReferralColumns = Columns<typeof REFERRAL_COLUMNS>

export function referralReader(
  header: Header,
  at: ReferralColumns,
  dateOrders: DateOrders,
): ReadRow<'payments.referral'> {
  const cells = makeRowCells(header, dateOrders)
  return (row) => {
    if (row.number <= header.lastRow) return undefined
    layRow(cells, row)
    return isNoise(cells, at.rewardId) ? undefined : readReferral(cells, at)
  }
}

function readReferral(
  cells: RowCells,
  at: ReferralColumns,
): ReturnType<ReadRow<'payments.referral'>> {
  const paidOn = requiredDayIn(cells, at.paidOn)
  if (paidOn === undefined) return cells.stopped
  const payment = {
    paidOn,
    rewardId: codeIn(cells, at.rewardId),
    storeName: textIn(cells, at.storeName),
    reason: textIn(cells, at.reason),
    net: amountIn(cells, at.net),
    taxes: amountIn(cells, at.taxes),
  }
  return cells.stopped ?? payment
}
