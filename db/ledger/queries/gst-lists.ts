import type { BusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import { asc, eq, and, getTableColumns, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, type KnownAt } from '../knowledge'
import { gstLines } from '../schema/gst'
import { reports } from '../schema/reports'
import type { GstDirection } from './gst'
import { sourceColumns } from './settlement-lists'

/** The identity of the last row of the page before. */
export type GstPlace = {
  readonly subOrderNo: string
  readonly orderedOn: string
  readonly said: string
  readonly occurrence: number
}

/** One report of one store: one range of the key, in whose order its rows are listed. */
export type GstSection = {
  readonly storeId: StoreId
  readonly direction: GstDirection
  readonly month: BusinessMonth
}

export type GstFilter = {
  /** `'none'` is the rows without a rate. */
  readonly gstRateBps: number | 'none' | undefined
  readonly state: string | undefined
  readonly hsn: string | undefined
}

export function listGstLines(
  ledger: Db,
  { storeId, direction, month }: GstSection,
  { gstRateBps, state, hsn }: GstFilter,
  knownAt: KnownAt,
  { after, limit }: { readonly after: GstPlace | undefined; readonly limit: number },
) {
  const { subOrderNo, orderedOn, said, occurrence } = gstLines
  return ledger
    .select({ ...getTableColumns(gstLines), ...sourceColumns })
    .from(gstLines)
    .innerJoin(reports, eq(reports.id, gstLines.reportId))
    .where(
      and(
        eq(gstLines.storeId, storeId),
        eq(gstLines.direction, direction),
        eq(gstLines.month, month),
        isKnown('gst_line', knownAt),
        gstRateBps === undefined
          ? undefined
          : sql`${gstLines.gstRateBps} IS ${gstRateBps === 'none' ? null : gstRateBps}`,
        state === undefined ? undefined : eq(gstLines.state, state),
        hsn === undefined ? undefined : eq(gstLines.hsn, hsn),
        after &&
          sql`(${subOrderNo}, ${orderedOn}, ${said}, ${occurrence}) > (${after.subOrderNo}, ${after.orderedOn}, ${after.said}, ${after.occurrence})`,
      ),
    )
    .orderBy(asc(subOrderNo), asc(orderedOn), asc(said), asc(occurrence))
    .limit(limit)
}
