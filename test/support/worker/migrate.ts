import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

await applyD1Migrations(env.DB, env.CONTROL_MIGRATIONS)
await applyD1Migrations(env.LEDGER_00, env.LEDGER_MIGRATIONS)
await applyD1Migrations(env.LEDGER_01, env.LEDGER_MIGRATIONS)
