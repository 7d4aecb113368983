import { defineConfig } from 'drizzle-kit'

// `npm run migrations` runs this twice: the control database and the ledger shards migrate apart.
const database = process.env['DATABASE'] === 'ledger' ? 'ledger' : 'control'

export default defineConfig({
  dialect: 'sqlite',
  schema: `./db/${database}/schema/*.ts`,
  out: `./db/${database}/migrations`,
})
