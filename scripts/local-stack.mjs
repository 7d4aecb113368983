import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { artifacts, fail, hashOf, root, run, tool, whenChanged } from './project.mjs'

/** Where the local databases, files and queues live; journeys name a folder of their own. */
export const stateFolder = process.env.TRACKECOM_STATE || join(root, '.wrangler', 'state')

// wrangler would share one registry among every stack of this machine, and two stacks would cross.
export const stackEnvironment = { WRANGLER_REGISTRY_PATH: join(stateFolder, 'registry') }

/** Secrets of the Worker and how a local one is made; docs/deploy.md says how the real ones are set. */
export const localSecrets = {
  PASSWORD_PEPPER: () => `1:${randomBytes(32).toString('base64')}`,
  DATA_KEY_WRAP: () => `1:${randomBytes(32).toString('base64')}`,
}

/** Adds what is missing and changes nothing that is there: a new pepper would lock every local account out. */
export function writeSecrets() {
  const file = join(root, '.dev.vars')
  const known = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const missing = Object.entries(localSecrets).filter(
    ([name]) => !new RegExp(`^${name}=`, 'm').test(known),
  )
  if (missing.length === 0) return
  const lines = missing.map(([name, make]) => `${name}="${make()}"\n`)
  const gap = known === '' || known.endsWith('\n') ? '' : '\n'
  writeFileSync(file, `${known}${gap}${lines.join('')}`, { mode: 0o600 })
}

const dashboardSources = [
  'web',
  'core',
  'engine',
  'worker',
  'vite.config.ts',
  'scripts/service-worker.mjs',
  'package-lock.json',
]

export async function buildDashboard() {
  // A dist folder that somebody removed counts as a change.
  const built = existsSync(join(root, 'web', 'dist', 'index.html')) ? 'built' : 'missing'
  const hash = `${built} ${hashOf(dashboardSources)}`
  await whenChanged(
    join(artifacts, 'dashboard.stamp'),
    hash.replace('missing', 'built'),
    async () => {
      process.stdout.write('Building the dashboard…\n')
      // Whoever starts us: under a test runner's own setting the build would leave out what only people get.
      const { code, output } = await run(tool('vite', 'build', '--config', 'vite.config.ts'), {
        env: { NODE_ENV: 'production' },
      })
      if (code !== 0) fail(`${output}\nThe dashboard could not be built; the reason is above.`)
    },
  )
}

export async function migrateLocally() {
  const hash = hashOf(['wrangler.toml', 'db/control/migrations', 'db/ledger/migrations'])
  await whenChanged(join(stateFolder, 'migrations.stamp'), hash, async () => {
    process.stdout.write('Preparing the local databases…\n')
    // Side by side they now and then find a file of the local state locked by each other.
    for (const binding of ['DB', ...ledgerBindings()]) await migrate(binding)
  })
}

async function migrate(binding) {
  const command = ['d1', 'migrations', 'apply', binding, '-c', 'wrangler.toml', '--local']
  const { code, output } = await run(tool('wrangler', ...command, '--persist-to', stateFolder), {
    env: { ...stackEnvironment, CI: 'true' },
  })
  if (code !== 0) {
    fail(`${output}\nThe local database ${binding} could not be migrated; the reason is above.`)
  }
}

/** The ledger shards as wrangler.toml names them, so that a new one needs no change here. */
export function ledgerBindings() {
  return [...workerConfig().matchAll(/^binding = "(LEDGER_\d+)"/gm)].map(([, binding]) => binding)
}

export function crons() {
  const [, list = ''] = /^crons = \[(.*)\]/m.exec(workerConfig()) ?? []
  return [...list.matchAll(/"([^"]+)"/g)].map(([, cron]) => cron)
}

export function workerName() {
  return /^name = "([^"]+)"/m.exec(workerConfig())?.[1] ?? ''
}

function workerConfig() {
  return readFileSync(join(root, 'wrangler.toml'), 'utf8')
}
