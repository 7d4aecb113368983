import { normaliseStatus } from '../orders/lifecycle'
import {
  codeIn,
  type DateOrders,
  optionalAmountIn,
  quantityIn,
  requiredDayIn,
  type RowCells,
  rowReader,
  skuIn,
  stopIfShifted,
  stopRow,
  subOrderNoIn,
  textIn,
} from './cells'
import { added, key, money, text } from './columns'
import type { Columns, Header } from './headers'
import type { ReadRow, RejectedRow } from './report'

export const ORDERS_COLUMNS = {
  status: key('Reason for Credit Entry'),
  subOrderNo: key('Sub Order No'),
  orderedOn: key('Order Date'),
  customerState: text('Customer State'),
  productName: text('Product Name'),
  sku: key('SKU'),
  size: text('Size'),
  quantity: key('Quantity'),
  listedPrice: money('Supplier Listed Price (Incl. GST + Commission)'),
  discountedPrice: money('Supplier Discounted Price (Incl GST and Commision)'),
  packetId: added('Packet Id'),
  catalogId: added('Catalog ID'),
  orderSource: added('Order source'),
}

type OrdersColumns = Columns<typeof ORDERS_COLUMNS>

/** O1 has neither packets nor catalogues, O2 packets, O3 both. */
export function ordersLayout(at: OrdersColumns): 'O1' | 'O2' | 'O3' {
  if (at.catalogId >= 0) return 'O3'
  return at.packetId >= 0 ? 'O2' : 'O1'
}

export function ordersReader(
  header: Header,
  at: OrdersColumns,
  dateOrders: DateOrders,
): ReadRow<'orders'> {
  return rowReader(header, dateOrders, (cells) => readSubOrder(cells, at))
}

function readSubOrder(cells: RowCells, at: OrdersColumns): ReturnType<ReadRow<'orders'>> {
  const subOrderNo = subOrderNoIn(cells, at.subOrderNo)
  if (subOrderNo === undefined) return cells.stopped
  stopIfShifted(cells)
  const orderedOn = requiredDayIn(cells, at.orderedOn)
  const quantity = quantityIn(cells, at.quantity)
  if (orderedOn === undefined || quantity === undefined) return missingPart(cells, at)
  const subOrder = {
    subOrderNo,
    status: normaliseStatus(codeIn(cells, at.status)),
    orderedOn,
    sku: skuIn(cells, at.sku),
    productName: textIn(cells, at.productName),
    size: textIn(cells, at.size),
    quantity,
    customerState: textIn(cells, at.customerState),
    listedPrice: optionalAmountIn(cells, at.listedPrice),
    discountedPrice: optionalAmountIn(cells, at.discountedPrice),
    packetId: codeIn(cells, at.packetId),
    catalogId: codeIn(cells, at.catalogId),
    orderSource: codeIn(cells, at.orderSource),
  }
  return cells.stopped ?? subOrder
}

function missingPart(cells: RowCells, at: OrdersColumns): RejectedRow {
  return cells.stopped ?? stopRow(cells, at.quantity, 'The quantity is missing.')
}
