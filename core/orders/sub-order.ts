import type { BusinessDate } from '../dates'
import type { SubOrderNo } from '../ids'
import type { Paise } from '../money/paise'

/** One row of an orders report: a sub-order as the panel knew it when the file was downloaded. */
export type SubOrder = {
  readonly subOrderNo: SubOrderNo
  /** `Reason for Credit Entry`, upper case with underscores as the panel writes it. */
  readonly status: string
  readonly orderedOn: BusinessDate
  readonly sku: string
  readonly productName: string
  readonly size: string
  readonly quantity: number
  readonly customerState: string
  readonly listedPrice: Paise | undefined
  readonly discountedPrice: Paise | undefined
  readonly packetId: string
  readonly catalogId: string
  readonly orderSource: string
}
