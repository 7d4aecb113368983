import type { BusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import { asc, eq, and, getTableColumns, type SQL, sql } from 'drizzle-orm'
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

function conditionsOf({ gstRateBps, state, hsn }: GstFilter): (SQL | undefined)[] {
  return [
    gstRateBps === undefined
      ? undefined
      : sql`${gstLines.gstRateBps} IS ${gstRateBps === 'none' ? null : gstRateBps}`,
    state === undefined ? undefined : eq(gstLines.state, state),
    hsn === undefined ? undefined : eq(gstLines.hsn, hsn),
  ]
}

export type GstLineSums = {
  readonly count: number
  /** Sales less returns; null where a row of them has none. */
  readonly quantity: number | null
  /** Millionths of a rupee, sales less returns, of the rows that have a value. */
  readonly taxable: number
}

/** The rows that the filter leaves of a month, summed as a figure of that month is. */
export async function sumGstLines(
  ledger: Db,
  sections: readonly GstSection[],
  filter: GstFilter,
  knownAt: KnownAt,
): Promise<GstLineSums> {
  const sign = sql`CASE direction WHEN 'sales' THEN 1 ELSE -1 END`
  const [sums] = await ledger.all<GstLineSums>(sql`
    SELECT count(store_id) AS count, coalesce(sum(${sign} * taxable_micro), 0) AS taxable,
      CASE WHEN count(quantity) = count(store_id) THEN coalesce(sum(${sign} * quantity), 0) END AS quantity
    FROM json_each(${JSON.stringify(sections)}) AS s CROSS JOIN gst_line
      ON store_id = s.value->>'storeId' AND direction = s.value->>'direction'
        AND month = s.value->>'month'
    WHERE ${and(isKnown('gst_line', knownAt), ...conditionsOf(filter)) ?? sql`1`}`)
  return sums ?? { count: 0, quantity: 0, taxable: 0 }
}

export function listGstLines(
  ledger: Db,
  { storeId, direction, month }: GstSection,
  filter: GstFilter,
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
        ...conditionsOf(filter),
        after &&
          sql`(${subOrderNo}, ${orderedOn}, ${said}, ${occurrence}) > (${after.subOrderNo}, ${after.orderedOn}, ${after.said}, ${after.occurrence})`,
      ),
    )
    .orderBy(asc(subOrderNo), asc(orderedOn), asc(said), asc(occurrence))
    .limit(limit)
}
