import type { Step } from '#db/ledger/queries/report-steps'
import type { SQL } from 'drizzle-orm'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { newLedgerDatabase } from '../support/node/ledger'

/** The first step of the first report. */
export const STEP: Step = {
  reportId: 1,
  fromRow: 1,
  toRow: 2,
  rows: 1,
  rejected: 0,
  periodFrom: undefined,
  periodTo: undefined,
}

const dialect = new SQLiteAsyncDialect()
const database = newLedgerDatabase()

/** How SQLite would go about a statement on an empty ledger. */
export async function planOf(statement: SQL): Promise<string[]> {
  const { sql, params } = dialect.sqlToQuery(statement)
  const { results } = await database
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...params)
    .all<{ detail: string }>()
  return results.map(({ detail }) => detail)
}
