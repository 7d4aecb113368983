import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import type { SqlDatabase, SqlResult, SqlStatement } from '#db/client'

/** A statement of our own adapter: batch() must reach the query behind the D1 shape. */
type LocalStatement = SqlStatement & { readonly query: string; readonly values: SQLInputValue[] }

/** A file (or `:memory:`) of SQLite under the shape of D1, so that the same engine runs without a Worker. */
export function openSqlite(path: string): SqlDatabase & { exec(script: string): void } {
  const sqlite = new DatabaseSync(path)
  sqlite.exec('PRAGMA foreign_keys = ON')

  function execute<Row>(query: string, values: SQLInputValue[]): SqlResult<Row> {
    const statement = sqlite.prepare(query)
    if (statement.columns().length > 0) {
      // Safe because the caller names the row that its own query selects.
      const results = statement.all(...values) as Row[]
      return { results, meta: { changes: 0, rows_read: 0, rows_written: 0 } }
    }
    const { changes } = statement.run(...values)
    return { results: [], meta: { changes: Number(changes), rows_read: 0, rows_written: 0 } }
  }

  function statement(query: string, values: SQLInputValue[]): LocalStatement {
    return {
      query,
      values,
      // Safe because D1 takes the same kinds of value, and the engine binds no others.
      bind: (...bound) => statement(query, bound as SQLInputValue[]),
      all: async <Row>() => execute<Row>(query, values),
      run: async <Row>() => execute<Row>(query, values),
      raw: async <Row>() => {
        const prepared = sqlite.prepare(query)
        prepared.setReturnArrays(true)
        // Safe because raw rows are arrays by the line above.
        return prepared.all(...values) as unknown as Row[]
      },
    }
  }

  return {
    exec: (script) => sqlite.exec(script),
    prepare: (query) => statement(query, []),
    batch: async <Row>(statements: SqlStatement[]) => {
      sqlite.exec('BEGIN IMMEDIATE')
      try {
        // Safe because every statement of this database was made by statement() above.
        const results = (statements as LocalStatement[]).map(({ query, values }) =>
          execute<Row>(query, values),
        )
        sqlite.exec('COMMIT')
        return results
      } catch (error) {
        sqlite.exec('ROLLBACK')
        throw error
      }
    },
  }
}
