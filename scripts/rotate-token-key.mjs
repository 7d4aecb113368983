// Retires the key that signs the extension's tokens; the next token is signed with a new one. Tokens that
// the old key signed stay good until they are over, a quarter of an hour later. `--local`: on this machine.
import { stackEnvironment, stateFolder } from './local-stack.mjs'
import { fail, root, run, tool } from './project.mjs'

const where = process.argv.includes('--local')
  ? ['--local', '--persist-to', stateFolder]
  : ['--remote']
const statement = `UPDATE signing_key SET retired_at = CAST(unixepoch('subsec') * 1000 AS INTEGER) WHERE retired_at IS NULL`
const command = ['d1', 'execute', 'DB', '-c', 'wrangler.toml', '--command', statement, ...where]
const { code } = await run(tool('wrangler', ...command), {
  cwd: root,
  show: true,
  env: { ...stackEnvironment, CI: 'true' },
})
if (code !== 0) fail('The key was not retired; the reason is above.')
process.stdout.write('Retired. The next token is signed with a new key.\n')
