import type { RejectedRow } from '#core/meesho/report'
import { type SQL, sql } from 'drizzle-orm'
import type { Report } from './reports'

/** How far a reading has come: the step that a chunk of rows takes from `fromRow` to `toRow`. */
export type Step = {
  readonly reportId: number
  readonly fromRow: number
  readonly toRow: number
  /** Data rows in the step, counted and refused. */
  readonly rows: number
  readonly rejected: number
  readonly periodFrom: string | undefined
  readonly periodTo: string | undefined
}

/** True inside a batch only for the runner whose checkpoint this step starts from. */
export function isAtStep(step: Step): SQL {
  return sql`EXISTS (SELECT 1 FROM report WHERE id = ${step.reportId} AND state = 'reading' AND next_row = ${step.fromRow})`
}

/** True inside a batch after its own advance() took effect. */
export function isPastStep(step: Step): SQL {
  return sql`EXISTS (SELECT 1 FROM report WHERE id = ${step.reportId} AND state = 'reading' AND next_row = ${step.toRow})`
}

/**
 * Moves the checkpoint, once: a second runner with the same step changes nothing. `counts` selects
 * `added` and `changed`; it is a query so that it can ask what the statement before it did.
 */
export function advance(step: Step, counts: SQL): SQL {
  const accepted = step.rows - step.rejected
  const [from, to] = [step.periodFrom ?? null, step.periodTo ?? null]
  return sql`UPDATE report SET
    next_row = ${step.toRow},
    rows = rows + ${step.rows},
    rejected_rows = rejected_rows + ${step.rejected},
    new_rows = new_rows + n.added,
    changed_rows = changed_rows + n.changed,
    same_rows = same_rows + ${accepted} - n.added - n.changed,
    period_from = min(coalesce(period_from, ${from}), coalesce(${from}, period_from)),
    period_to = max(coalesce(period_to, ${to}), coalesce(${to}, period_to))
    FROM (${counts}) AS n
    WHERE id = ${step.reportId} AND state = 'reading' AND next_row = ${step.fromRow}`
}

/** For advance(): the rows that the statement just before it added. Facts are never changed. */
export const JUST_ADDED = sql`SELECT changes() AS added, 0 AS changed`

/** Keeps the refused rows of a step; the same row twice is one. */
export function addRejectedRows(step: Step, rows: readonly RejectedRow[]): SQL {
  const chunk = JSON.stringify(
    rows.map((row) => [row.row, row.column.slice(0, 200), row.text.slice(0, 500), row.reason]),
  )
  return sql`INSERT INTO rejected_row (report_id, row_no, column_title, cell_text, reason)
    SELECT ${step.reportId}, value->>0, value->>1, value->>2, value->>3 FROM json_each(${chunk})
    WHERE ${isAtStep(step)}
    ON CONFLICT DO NOTHING`
}

/** The last step of a report: from here on it counts as read, and its months' totals as stale. */
export function finishReport(report: Report, now: Date): SQL {
  return sql`UPDATE report SET state = 'read', counted_at = coalesce(counted_at, ${now.getTime()})
    WHERE id = ${report.id} AND state = 'reading'`
}
