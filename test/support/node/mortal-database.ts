import type { SqlDatabase, SqlStatement } from '#db/client'

class Killed extends Error {
  override name = 'Killed'
}

/** The same database until a number of calls have been made; then the machine is gone. */
export function killedAfter(database: SqlDatabase, calls: number): SqlDatabase {
  let left = calls
  const spend = () => {
    if (left === 0) throw new Killed()
    left -= 1
  }
  const inner = new WeakMap<SqlStatement, SqlStatement>()
  const wrap = (statement: SqlStatement): SqlStatement => {
    const wrapped: SqlStatement = {
      bind: (...values) => wrap(statement.bind(...values)),
      all: async <Row>() => (spend(), statement.all<Row>()),
      run: async <Row>() => (spend(), statement.run<Row>()),
      raw: async <Row>() => (spend(), statement.raw<Row>()),
    }
    inner.set(wrapped, statement)
    return wrapped
  }
  return {
    prepare: (query) => wrap(database.prepare(query)),
    batch: async (statements) => (
      spend(),
      database.batch(statements.map((statement) => inner.get(statement)!))
    ),
  }
}

/** True where the work was killed, false where it came to its end; any other error is thrown on. */
export async function isKilled(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return false
  } catch (error) {
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
      if (cause instanceof Killed) return true
    }
    throw error
  }
}
