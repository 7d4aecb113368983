import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { listFiles, readText } from './tree'

const folders = ['db/control/migrations', 'db/ledger/migrations']
const migrationsOf = (folder: string) =>
  listFiles().filter((path) => path.startsWith(`${folder}/`) && path.endsWith('.sql'))

test.each(folders)('%s is numbered from 0000 without a gap and says what changes', (folder) => {
  const names = migrationsOf(folder).map((path) => path.slice(folder.length + 1))
  expect(names.length).toBeGreaterThan(0)
  for (const [index, name] of names.entries()) {
    expect(name).toMatch(/^\d{4}_[a-z0-9]+(-[a-z0-9]+)*\.sql$/)
    expect(Number(name.slice(0, 4))).toBe(index)
  }
})

test.each(folders)('%s applies to an empty database', (folder) => {
  expect(() => migrate(folder)).not.toThrow()
})

test('a ledger table costs one written row: WITHOUT ROWID unless it counts its own ids', () => {
  const tables = migrate('db/ledger/migrations')
    .prepare(
      "select name, sql from sqlite_master where type = 'table' and name not like 'sqlite_%'",
    )
    .all() as { name: string; sql: string }[]
  expect(tables.length).toBeGreaterThan(5)
  const costly = tables.filter(
    ({ sql }) => !/without rowid/i.test(sql) && !/autoincrement/i.test(sql),
  )
  expect(costly.map(({ name }) => name)).toEqual([])
})

function migrate(folder: string): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  for (const path of migrationsOf(folder)) {
    for (const statement of readText(path).split('--> statement-breakpoint'))
      database.exec(statement)
  }
  return database
}
