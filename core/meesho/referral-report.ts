import {
  amountIn,
  codeIn,
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

export const REFERRAL_COLUMNS = {
  rewardId: key('Reward Id'),
  paidOn: key('Payment Date'),
  storeName: text('Store Name'),
  reason: text('Reason'),
  net: money('Net Referral Amount'),
  taxes: money('Taxes (GST/TDS)'),
}

type ReferralColumns = Columns<typeof REFERRAL_COLUMNS>

export function referralReader(
  header: Header,
  at: ReferralColumns,
  dateOrders: DateOrders,
): ReadRow<'payments.referral'> {
  return rowReader(header, dateOrders, (cells) =>
    isNoise(cells, at.rewardId) ? undefined : readReferral(cells, at),
  )
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
