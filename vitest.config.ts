import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

const controlMigrations = await readD1Migrations('db/control/migrations')
const ledgerMigrations = await readD1Migrations('db/ledger/migrations')

const { PROPERTY_SEED } = process.env
const propertySeed = PROPERTY_SEED === undefined ? {} : { PROPERTY_SEED }

/**
 * The Worker's own configuration, without anybody who takes messages off the queues. Tests deliver every
 * job themselves; a queue that delivers beside them keeps workerd from ending after its last test.
 * The journeys run the whole stack, queues and all.
 */
function withoutConsumers(): string {
  const blocks = readFileSync('wrangler.toml', 'utf8').split(/\n(?=\[)/)
  const kept = blocks.filter((block) => !block.startsWith('[[queues.consumers]]')).join('\n')
  const moved = kept.replaceAll(/^(main|migrations_dir) = "/gm, '$1 = "../')
  mkdirSync('.artifacts', { recursive: true })
  writeFileSync('.artifacts/wrangler.test.toml', moved)
  return '.artifacts/wrangler.test.toml'
}

/** What the Worker can reach outside: the site's own files of the sample, and nothing else. */
async function serveSample({ url }: { readonly url: string }): Promise<Response> {
  const [, name] = /\/sample\/([\w%.-]+)$/.exec(url) ?? []
  const path = name && `web/public/sample/${decodeURIComponent(name)}`
  return path && existsSync(path)
    ? new Response(readFileSync(path))
    : new Response(null, { status: 404 })
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          include: ['test/{core,db,engine,repo}/**/*.test.ts'],
          setupFiles: ['test/support/seed.ts'],
          // Not India's zone, so that a day computed from the machine's clock shows itself.
          env: { TZ: 'America/New_York', ...propertySeed },
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: withoutConsumers() },
            miniflare: {
              outboundService: serveSample,
              bindings: {
                CONTROL_MIGRATIONS: controlMigrations,
                LEDGER_MIGRATIONS: ledgerMigrations,
                // Keys of nobody; the second is what an older deployment sealed with.
                PASSWORD_PEPPER: `2:${'A'.repeat(42)}Q=,1:${'A'.repeat(43)}=`,
                DATA_KEY_WRAP: `1:${'B'.repeat(42)}Q=`,
                EXTENSION_IDS: 'abcdefghijklmnopabcdefghijklmnop',
              },
            },
          }),
        ],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          setupFiles: ['test/support/seed.ts', 'test/support/worker/migrate.ts'],
          env: propertySeed,
          testTimeout: 60_000,
        },
      },
      {
        plugins: [solid({ solid: { inlineStyles: false } })],
        resolve: { conditions: ['development', 'browser'] },
        test: {
          name: 'web',
          include: ['test/web/**/*.test.{ts,tsx}'],
          setupFiles: ['test/web/support/words.ts', 'test/web/support/layout.ts'],
          environment: 'happy-dom',
        },
      },
    ],
  },
})
