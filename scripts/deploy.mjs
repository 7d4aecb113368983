// Databases first, then the Worker that reads them, then the dashboard that calls it: each step may
// run on its own with what was there before, so a deploy that stops half-way leaves a working product.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ledgerBindings } from './local-stack.mjs'
import { fail, nodePath, root, run, tool } from './project.mjs'

const dryRun = process.argv.includes('--dry-run')
const placeholderId = /^database_id = "0{8}-0{4}-0{4}-0{4}-0{9}\d{3}"/m

if (!dryRun) refusePlaceholders()
if (!process.argv.includes('--built')) {
  await step('Build', [nodePath(), join(root, 'scripts', 'build.mjs')])
}
if (!dryRun) {
  for (const binding of ['DB', ...ledgerBindings()]) {
    const migrate = ['d1', 'migrations', 'apply', binding, '-c', 'wrangler.toml', '--remote']
    await step(`Migrate ${binding}`, tool('wrangler', ...migrate))
  }
}
await step(
  'Deploy the Worker',
  tool('wrangler', 'deploy', '-c', 'wrangler.toml', ...(dryRun ? ['--dry-run'] : [])),
)
if (!dryRun) {
  const pages = tool('wrangler', 'pages', 'deploy', '--branch', 'main', '--commit-dirty=true')
  await step('Deploy the dashboard', pages, join(root, 'web'))
}
process.stdout.write(dryRun ? 'Everything would be accepted; nothing was sent.\n' : 'Deployed.\n')

function refusePlaceholders() {
  if (!placeholderId.test(readFileSync(join(root, 'wrangler.toml'), 'utf8'))) return
  fail(
    'wrangler.toml still has the placeholder database ids. Create the resources first: docs/deploy.md.',
  )
}

async function step(name, command, cwd = root) {
  process.stdout.write(`\n${name}\n`)
  const { code } = await run(command, { cwd, show: true, env: { CI: 'true' } })
  if (code !== 0) fail(`${name} failed; nothing after it was done.`)
}
