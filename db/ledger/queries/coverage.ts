import type { BusinessDate } from '#core/dates'
import type { StoreId, WorkspaceId } from '#core/ids'
import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isReportKnown, type KnownAt } from '../knowledge'
import { reports } from '../schema/reports'

/** Reports wholly read that may speak of these days: those without days of their own are judged by name. */
export function listReportSpans(
  db: Db,
  workspaceId: WorkspaceId,
  storeIds: readonly StoreId[],
  days: {
    readonly from: BusinessDate
    readonly to: BusinessDate
    readonly knownAt?: KnownAt
  },
  limit: number,
) {
  return db
    .select({
      storeId: reports.storeId,
      kind: reports.kind,
      filename: reports.filename,
      path: reports.path,
      from: reports.periodFrom,
      to: reports.periodTo,
      changedRows: reports.changedRows,
      importedAt: reports.importedAt,
    })
    .from(reports)
    .where(
      and(
        eq(reports.workspaceId, workspaceId),
        inArray(reports.storeId, [...storeIds]),
        isReportKnown('report', days.knownAt),
        // A list of costs holds from a day on, and covers no month.
        ne(reports.kind, 'costs'),
        sql`(period_from IS NULL OR (period_from <= ${days.to} AND period_to >= ${days.from}))`,
      ),
    )
    .limit(limit)
}
