import { RETURN_OUTCOMES, RETURN_TYPES } from '#core/returns/return-parcel'
import type { ListedReturn } from '#db/ledger/queries/returns'
import * as z from 'zod'
import { source, type Source } from './settlement-item'

export const outcome = z.enum(RETURN_OUTCOMES)
export const type = z.enum(RETURN_TYPES)
const day = z.iso.date().nullable()

export const returnItem = z.strictObject({
  subOrderNo: z.string(),
  storeId: z.string(),
  outcome,
  type,
  subType: z.string(),
  quantity: z.int(),
  createdOn: day,
  orderedOn: day,
  dispatchedOn: day,
  /** The day it is expected, came back, or was given up, as the outcome says. */
  outcomeOn: day,
  sku: z.string(),
  productName: z.string(),
  variation: z.string(),
  courier: z.string(),
  awb: z.string(),
  awbLost: z.boolean(),
  attempt: z.int(),
  reason: z.string(),
  detailedReason: z.string(),
  source,
})

type Row = Omit<ListedReturn, 'uploadId' | 'filename' | 'path' | 'sheet' | 'columns'>

export function toReturnItem(each: Row, from: Source): z.infer<typeof returnItem> {
  const { subOrderNo, storeId, quantity, subType, sku, productName, variation, courier } = each
  const { awb, attempt, reason, detailedReason } = each
  return {
    subOrderNo,
    storeId,
    outcome: each.outcome,
    type: each.type,
    subType,
    quantity,
    createdOn: each.createdOn || null,
    orderedOn: each.orderedOn || null,
    dispatchedOn: each.dispatchedOn || null,
    outcomeOn: each.outcomeOn || null,
    sku,
    productName,
    variation,
    courier,
    awb,
    awbLost: each.isAwbLost === 1,
    attempt,
    reason,
    detailedReason,
    source: from,
  }
}
