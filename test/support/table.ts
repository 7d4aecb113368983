import type { Row, Table } from '#core/files/row'
import type { RecognisedReport, RecordOf, RejectedRow, ReportKind } from '#core/meesho/report'
import { isRejected } from '#core/meesho/report'

/** A table of the given texts. Row numbers start at 1, and rows come in small batches that are used again. */
export function tableOf(rows: readonly (readonly string[])[], name = ''): Table & { read: number } {
  const batchOf = 7
  return {
    name,
    /** How many rows have been handed out, over all readings. */
    read: 0,
    async *rows() {
      for (let at = 0; at < rows.length; at += batchOf) {
        const batch = rows
          .slice(at, at + batchOf)
          .map((cells, index) => rowOf(cells, at + index + 1))
        this.read += batch.length
        yield batch.map(({ row }) => row)
        // A row is valid only until the next batch: whoever kept one reads rubbish.
        for (const each of batch) each.expire()
      }
    },
  }
}

function rowOf(cells: readonly string[], number: number): { row: Row; expire: () => void } {
  let expired = false
  const row: Row = {
    number,
    width: cells.length,
    text: (column) => (expired ? 'a row read after its time' : (cells[column] ?? '')),
  }
  return { row, expire: () => (expired = true) }
}

/** Every record and every rejected row of a report. */
export async function readAll<Kind extends ReportKind>(
  table: Table,
  report: Extract<RecognisedReport, { kind: Kind }>,
): Promise<{ records: RecordOf[Kind][]; rejected: RejectedRow[] }> {
  const records: RecordOf[Kind][] = []
  const rejected: RejectedRow[] = []
  for await (const rows of table.rows())
    for (const row of rows) {
      const result = report.read(row)
      if (result === undefined) continue
      if (isRejected(result)) rejected.push(result)
      // Safe because a report of this kind reads records of this kind.
      else records.push(result as RecordOf[Kind])
    }
  return { records, rejected }
}
