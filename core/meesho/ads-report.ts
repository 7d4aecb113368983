import type { AdSpend } from '../settlements/settlement-line'
import {
  amountIn,
  type DateOrders,
  idIn,
  isNoise,
  requiredDayIn,
  type RowCells,
  rowReader,
  stopRow,
  termIn,
} from './cells'
import { key, money } from './columns'
import type { Columns, Header } from './headers'
import type { RejectedRow } from './report'

export const ADS_COLUMNS = {
  ranOn: key('Deduction Duration'),
  deductedOn: key('Deduction Date'),
  campaignId: key('Campaign ID'),
  cost: money('Ad Cost'),
  credits: money('Credits / Waivers / Discounts'),
  netCost: money('Ad Cost incl. Credits/Waivers/Discounts'),
  gst: money('GST'),
  total: money('Total Ads Cost'),
}

type AdsColumns = Columns<typeof ADS_COLUMNS>

/** Serves the paid and the promised sheet alike: they differ in nothing but the workbook they stand in. */
export function adsReader(header: Header, at: AdsColumns, dateOrders: DateOrders) {
  const columns = {
    cost: [at.cost],
    credits: [at.credits],
    netCost: [at.netCost],
    gst: [at.gst],
  }
  return rowReader(header, dateOrders, (cells) =>
    isNoise(cells, at.ranOn) ? undefined : readAdSpend(cells, at, columns),
  )
}

function readAdSpend(
  cells: RowCells,
  at: AdsColumns,
  columns: Readonly<Record<'cost' | 'credits' | 'netCost' | 'gst', readonly number[]>>,
): AdSpend | RejectedRow | undefined {
  const ranOn = requiredDayIn(cells, at.ranOn)
  const deductedOn = requiredDayIn(cells, at.deductedOn)
  if (ranOn === undefined || deductedOn === undefined) return cells.stopped
  const spend = {
    ranOn,
    deductedOn,
    campaignId: idIn(cells, at.campaignId),
    cost: termIn(cells, columns.cost),
    credits: termIn(cells, columns.credits),
    netCost: termIn(cells, columns.netCost),
    gst: termIn(cells, columns.gst),
    total: amountIn(cells, at.total),
  }
  if (cells.stopped) return cells.stopped
  if (cells.blankColumn < 0 || addsUp(spend)) return spend
  return stopRow(
    cells,
    cells.blankColumn,
    'The amount is missing, and the rest of the row does not add up without it.',
  )
}

/** The formula row says A + B, and every real row is −(A − B): the cost is printed positive. */
function addsUp({ cost, credits, netCost, gst, total }: AdSpend): boolean {
  return Math.abs(netCost + cost - credits) <= 1 && Math.abs(total - netCost - gst) <= 1
}
