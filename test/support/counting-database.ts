import type { SqlDatabase, SqlResult, SqlStatement } from '#db/client'

export type Spent = {
  rows: number
  /** Milliseconds that D1 itself took, without the way to it and back. */
  ms?: number
}

/** The same database, with the rows that D1 says each statement read and wrote. */
export function countingDatabase(database: SqlDatabase, spent: Spent): SqlDatabase {
  const note = <Row>(result: SqlResult<Row>) => {
    spent.rows += result.meta.rows_read + result.meta.rows_written
    spent.ms = (spent.ms ?? 0) + (result.meta.duration ?? Number.NaN)
    return result
  }
  const inner = new WeakMap<SqlStatement, SqlStatement>()
  const wrap = (statement: SqlStatement): SqlStatement => {
    const wrapped: SqlStatement = {
      bind: (...values) => wrap(statement.bind(...values)),
      all: async <Row>() => note(await statement.all<Row>()),
      run: async <Row>() => note(await statement.run<Row>()),
      // Drizzle reads its own selects as arrays, which come without their cost: run() tells it beside them.
      raw: async <Row>() => {
        note(await statement.all<Row>())
        return statement.raw<Row>()
      },
    }
    inner.set(wrapped, statement)
    return wrapped
  }
  return {
    prepare: (query) => wrap(database.prepare(query)),
    batch: async <Row>(statements: SqlStatement[]) => {
      const bare = statements.map((statement) => inner.get(statement) ?? statement)
      return (await database.batch<Row>(bare)).map(note)
    },
  }
}
