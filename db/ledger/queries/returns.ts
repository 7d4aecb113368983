import type { BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { ReturnOutcome, ReturnParcel, ReturnType as Type } from '#core/returns/return-parcel'
import { and, desc, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, type KnownAt } from '../knowledge'
import { reports } from '../schema/reports'
import { returnParcels } from '../schema/returns'
import type { Observed } from './observations'
import { sourceColumns } from './settlement-lists'

/** A later stage outranks an earlier one; within a stage the later day, then the end that is more final. */
export const RETURNS: Observed = {
  table: 'return_parcel',
  identity: ['sub_order_no', 'created_on', 'quantity'],
  content: [
    'outcome',
    'outcome_rank',
    'outcome_on',
    'attempt',
    'return_type',
    'type_text',
    'sub_type',
    'ordered_on',
    'dispatched_on',
    'sku',
    'product_name',
    'variation',
    'courier',
    'awb',
    'is_awb_lost',
    'status',
    'reason',
    'detailed_reason',
  ],
  beside: [],
  order: ['.outcome_rank / 10', '.outcome_on', '.outcome_rank', '.attempt', '-.is_awb_lost'],
}

/** One parcel as a JSON array; `rank` is what core says of its outcome. */
export function returnRow(parcel: ReturnParcel, rank: number, rowNo: number): string {
  return JSON.stringify([
    parcel.subOrderNo,
    parcel.createdOn ?? '',
    parcel.quantity,
    parcel.outcome,
    rank,
    parcel.outcomeOn ?? '',
    parcel.attempt ?? 0,
    parcel.type,
    parcel.typeText,
    parcel.subType,
    parcel.orderedOn ?? '',
    parcel.dispatchedOn ?? '',
    parcel.sku,
    parcel.productName,
    parcel.variation,
    parcel.courier,
    parcel.awb,
    Number(parcel.isAwbLost),
    parcel.status,
    parcel.reason,
    parcel.detailedReason,
    rowNo,
  ])
}

export type ReturnFilter = {
  readonly outcome: ReturnOutcome | undefined
  readonly type: Type | undefined
  readonly from: BusinessDate | undefined
  readonly to: BusinessDate | undefined
  /** Part of a sub-order number or a SKU, or a whole waybill number. */
  readonly search: string | undefined
  readonly knownAt: KnownAt
}

/** The last parcel of the page before. */
export type ReturnPlace = {
  readonly createdOn: string
  readonly storeId: string
  readonly subOrderNo: string
  readonly quantity: number
}

const columns = { ...getTableColumns(returnParcels), ...sourceColumns }

/** Parcels by the day their return was created, the newest first, a page at a time. */
export function listReturns(
  ledger: Db,
  storeIds: readonly StoreId[],
  filter: ReturnFilter,
  page: { readonly after: ReturnPlace | undefined; readonly limit: number },
) {
  const { createdOn, storeId, subOrderNo, quantity } = returnParcels
  const { after } = page
  return ledger
    .select(columns)
    .from(returnParcels)
    .innerJoin(reports, eq(reports.id, returnParcels.reportId))
    .where(
      and(
        ...conditionsOf(storeIds, filter),
        after &&
          sql`(${createdOn}, ${storeId}, ${subOrderNo}, ${quantity}) < (${after.createdOn}, ${after.storeId}, ${after.subOrderNo}, ${after.quantity})`,
      ),
    )
    .orderBy(desc(createdOn), desc(storeId), desc(subOrderNo), desc(quantity))
    .limit(page.limit)
}

export type ListedReturn = Awaited<ReturnType<typeof listReturns>>[number]

function conditionsOf(
  storeIds: readonly StoreId[],
  { outcome, type, from, to, search, knownAt }: ReturnFilter,
): (SQL | undefined)[] {
  const { createdOn, storeId, subOrderNo, sku, awb } = returnParcels
  return [
    inArray(storeId, [...storeIds]),
    isKnown('return_parcel', knownAt),
    outcome && eq(returnParcels.outcome, outcome),
    type && eq(returnParcels.type, type),
    from && sql`${createdOn} >= ${from}`,
    to && sql`${createdOn} <= ${to}`,
    search === undefined
      ? undefined
      : sql`(instr(${subOrderNo}, ${search}) OR instr(lower(${sku}), lower(${search})) OR ${awb} = ${search})`,
  ]
}

/** How many parcels the filter leaves, and their units. */
export async function sumReturns(ledger: Db, storeIds: readonly StoreId[], filter: ReturnFilter) {
  const [sums] = await ledger
    .select({
      parcels: sql<number>`count(*)`,
      units: sql<number>`coalesce(sum(${returnParcels.quantity}), 0)`,
    })
    .from(returnParcels)
    .where(and(...conditionsOf(storeIds, filter)))
  return sums ?? { parcels: 0, units: 0 }
}
