import { addDays, endOfDayInIndia } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import type { Days } from '#core/pnl/period'
import type { Db } from '#db/client'
import { listReportSources, type ReportSource } from '#db/ledger/queries/reports'
import {
  listRestated,
  RESTATED_KINDS,
  restatedColumns,
  type RestatedKind,
  type RestatedRow,
} from '#db/ledger/queries/restatements'

/** A row of a file with the file it stands in. */
export type RowSource = ReportSource & { readonly row: number }

export type ColumnChange = {
  readonly column: string
  readonly from: string | number | null
  readonly to: string | number | null
}

/** A row that counted, and what a later file or an undo made of it. */
export type Restatement = {
  readonly kind: RestatedKind
  readonly storeId: StoreId
  readonly subOrderNo: SubOrderNo
  readonly restatedAt: Date
  /** `undo`: its own file was undone. */
  readonly cause: 'file' | 'undo'
  /** Only columns that differ; of a row that nothing followed, all that said something. */
  readonly changes: readonly ColumnChange[]
  readonly before: RowSource
  readonly after: RowSource | null
}

/** Where the next page goes on: a section of the list, and the last row read in it. */
export type RestatementPlace = { readonly section: number; readonly after: string | undefined }

export type RestatementScope = Days & { readonly kind: RestatedKind | undefined }

/** A page of rows that changed in a period: by store and kind, the latest first. */
export async function listRestatements(
  ledger: Db,
  storeIds: readonly StoreId[],
  { from, to, kind }: RestatementScope,
  page: { readonly from: RestatementPlace; readonly limit: number },
): Promise<{ items: Restatement[]; next: RestatementPlace | undefined }> {
  const kinds = RESTATED_KINDS.filter((each) => kind === undefined || each === kind)
  const sections = storeIds.flatMap((storeId) => kinds.map((each) => ({ storeId, kind: each })))
  const moments = { from: endOfDayInIndia(addDays(from, -1)), until: endOfDayInIndia(to) }
  const found: { storeId: StoreId; kind: RestatedKind; row: RestatedRow }[] = []
  let { section: index, after } = page.from
  let next: RestatementPlace | undefined
  for (; index < sections.length; index += 1, after = undefined) {
    const section = sections[index]
    if (section === undefined) break
    const limit = page.limit - found.length
    const rows = await listRestated(ledger, section.storeId, section.kind, moments, {
      after,
      limit,
    })
    found.push(...rows.map((row) => ({ ...section, row })))
    if (found.length < page.limit) continue
    next = { section: index, after: rows.at(-1)?.place }
    break
  }
  return { items: await toRestatements(ledger, storeIds, found), next }
}

// [values, reportId, rowNo], as listRestated() makes it.
type Follower = [(string | number | null)[], number, number]

async function toRestatements(
  ledger: Db,
  storeIds: readonly StoreId[],
  found: readonly { storeId: StoreId; kind: RestatedKind; row: RestatedRow }[],
): Promise<Restatement[]> {
  const rows = found.map((each) => ({
    ...each,
    // Safe, both, because the query made the arrays.
    before: JSON.parse(each.row.before) as (string | number | null)[],
    after: each.row.after === null ? undefined : (JSON.parse(each.row.after) as Follower),
  }))
  const ids = rows.flatMap(({ row, after }) => [row.reportId, ...(after ? [after[1]] : [])])
  const sources = await listReportSources(ledger, storeIds, [...new Set(ids)])
  const byId = new Map(sources.map((source) => [source.reportId, source]))
  const sourceOf = (reportId: number, row: number): RowSource => {
    const source = byId.get(reportId)
    if (source === undefined) throw new Error('A row that counted has no report')
    return { ...source, row }
  }
  return rows.map(({ kind, storeId, row, before, after }) => ({
    kind,
    storeId,
    subOrderNo: row.subOrderNo,
    restatedAt: new Date(row.closedAt),
    cause: isUndone(row) ? ('undo' as const) : ('file' as const),
    changes: changesOf(restatedColumns(kind), before, after?.[0]),
    before: sourceOf(row.reportId, row.rowNo),
    after: after ? sourceOf(after[1], after[2]) : null,
  }))
}

/** What was replaced by a later file had ceased to count before its own was undone. */
function isUndone({ removedAt, closedAt }: RestatedRow): boolean {
  return removedAt !== null && removedAt <= closedAt
}

function changesOf(
  columns: readonly string[],
  before: readonly (string | number | null)[],
  after: readonly (string | number | null)[] | undefined,
): ColumnChange[] {
  return columns.flatMap((column, index) => {
    const [from, to] = [before[index] ?? null, after?.[index] ?? null]
    const says = after !== undefined || (from !== '' && from !== 0)
    return says && from !== to ? [{ column, from, to }] : []
  })
}
