import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll } from 'vitest'
import { getPlatformProxy } from 'wrangler'
import type { SqlDatabase } from '#db/client'

type Shards = { LEDGER_00: SqlDatabase; LEDGER_01: SqlDatabase }

/** A real D1 in workerd, empty and migrated, for the tests of one file; gone with them. */
export function useD1(): () => SqlDatabase {
  let shards: Shards
  let dispose: () => Promise<void>
  beforeAll(async () => {
    const proxy = await getPlatformProxy<Shards>({ configPath: 'wrangler.toml', persist: false })
    shards = proxy.env
    dispose = () => proxy.dispose()
    await migrate(shards.LEDGER_00)
  }, 60_000)
  afterAll(() => dispose())
  return () => shards.LEDGER_00
}

async function migrate(database: SqlDatabase): Promise<void> {
  const folder = 'db/ledger/migrations'
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()) {
    const statements = readFileSync(`${folder}/${name}`, 'utf8').split('--> statement-breakpoint')
    for (const statement of statements) await database.prepare(statement).run()
  }
}
