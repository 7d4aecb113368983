import { type SQL } from 'drizzle-orm'
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1'

/** The part of D1 that this code base uses; `node:sqlite` wears it too (see cli and test/support). */
export type SqlDatabase = {
  prepare(query: string): SqlStatement
  batch<Row>(statements: SqlStatement[]): Promise<SqlResult<Row>[]>
}

export type SqlStatement = {
  bind(...values: unknown[]): SqlStatement
  all<Row>(): Promise<SqlResult<Row>>
  run<Row>(): Promise<SqlResult<Row>>
  raw<Row>(): Promise<Row[]>
}

export type SqlResult<Row> = {
  results: Row[]
  meta: { changes: number; rows_read: number; rows_written: number }
}

export type Db = DrizzleD1Database

/** Wraps a D1-shaped database; opening costs nothing and keeps no state. */
export function openDb(database: SqlDatabase): Db {
  // Safe because drizzle's D1 session calls only the methods that SqlDatabase names.
  return drizzle(database as unknown as Parameters<typeof drizzle>[0])
}

/** Runs statements as one transaction, in order; the answer of each is its changed-row count. */
export async function runBatch(db: Db, statements: readonly SQL[]): Promise<number[]> {
  const [first, ...rest] = statements.map((statement) => db.run(statement))
  if (first === undefined) return []
  const results = await db.batch([first, ...rest])
  return results.map((result) => result.meta.changes)
}
