import type { SQL } from 'drizzle-orm'
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'

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
  /** `duration` is in milliseconds; a database that is not D1 need not say it. */
  meta: { changes: number; rows_read: number; rows_written: number; duration?: number }
}

export type Db = DrizzleD1Database & { readonly $client: SqlDatabase }

/** Wraps a D1-shaped database; opening costs nothing and keeps no state. */
export function openDb(database: SqlDatabase): Db {
  // Safe because drizzle's D1 session calls only the methods that SqlDatabase names.
  return drizzle(database as unknown as Parameters<typeof drizzle>[0]) as unknown as Db
}

const dialect = new SQLiteAsyncDialect()

/** Runs statements as one transaction, in order; the answer of each is its changed-row count. */
export async function runBatch(db: Db, statements: readonly SQL[]): Promise<number[]> {
  if (statements.length === 0) return []
  // Drizzle's own batch() cannot bind the values of a plain SQL statement, so they are bound here.
  const prepared = statements.map((statement) => {
    const { sql, params } = dialect.sqlToQuery(statement)
    return db.$client.prepare(sql).bind(...params)
  })
  const results = await db.$client.batch(prepared)
  return results.map((result) => result.meta.changes)
}
