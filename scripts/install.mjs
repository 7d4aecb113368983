// Runs before start, dev and test. It may be the very first thing on a machine, so it uses plain Node only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium, installChromium } from './chromium.mjs'
import { fail, nodePath, root } from './project.mjs'

const modules = join(root, 'node_modules')
const stampFile = join(modules, '.installed-from')

installPackages()
if (process.argv.includes('--browser')) ensureBrowser()

function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (isInstalled(lock)) return

  process.stdout.write('Installing packages (once, and when package-lock.json changes)…\n')
  // Node 20 may run npm itself; the tools run under the Node that this installs, so the warning misleads.
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const result = spawnSync(npm, ['ci', '--no-progress', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) fail('The packages could not be installed; what npm said is above.')
  proveNode()
  writeFileSync(stampFile, lock)
}

/** True too where somebody has run npm by hand since the lock file changed. */
function isInstalled(lock) {
  if (existsSync(stampFile)) return readFileSync(stampFile, 'utf8') === lock
  const byHand = join(modules, '.package-lock.json')
  if (!existsSync(byHand)) return false
  return statSync(byHand).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
}

/** npm may have been told not to run install scripts; without them the pinned Node is only a name. */
function proveNode() {
  const { status, stdout } = spawnSync(nodePath(), ['--version'], { encoding: 'utf8' })
  const major = Number(stdout?.slice(1).split('.')[0])
  if (status === 0 && major >= 22) return
  fail(
    'The Node that the tools need (22) did not install. Allow install scripts for node, workerd and esbuild, then run `npm ci`.',
  )
}

function ensureBrowser() {
  if (findChromium() !== undefined || installChromium() !== undefined) return
  process.stdout.write(
    'No Chromium was found (CHROMIUM=/path/to/chromium names one): the journeys are skipped and counted as skipped.\n',
  )
}
