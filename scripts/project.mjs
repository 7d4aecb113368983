import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Everything a run leaves behind for people to look at; git-ignored. */
export const artifacts = join(root, '.artifacts')

// The Node of node_modules, whichever Node the machine has: wrangler and vitest want 22.
const projectNode = join(root, 'node_modules', 'node', 'bin', 'node')
const tools = {
  drizzle: 'drizzle-kit/bin.cjs',
  oxfmt: 'oxfmt/bin/oxfmt',
  oxlint: 'oxlint/bin/oxlint',
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
  wrangler: 'wrangler/bin/wrangler.js',
}

export function nodePath() {
  return existsSync(projectNode) ? projectNode : process.execPath
}

/** The command line that runs one of the project's own tools under the project's own Node. */
export function tool(name, ...args) {
  return [nodePath(), join(root, 'node_modules', tools[name]), ...args]
}

export function toolEnvironment(extra = {}) {
  const binaries = join(root, 'node_modules', '.bin')
  const separator = process.platform === 'win32' ? ';' : ':'
  return {
    ...process.env,
    PATH: `${binaries}${separator}${process.env.PATH ?? ''}`,
    WRANGLER_SEND_METRICS: 'false',
    ...extra,
  }
}

/**
 * Runs a command to its end and never throws. `show` passes its output through as it comes; the answer
 * always has it. A command past its time is ended with all it started.
 */
export function run([command, ...args], options = {}) {
  const { cwd = root, env = {}, show = false, minutes = 20 } = options
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: toolEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    })
    const chunks = []
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        chunks.push(chunk)
        if (show) process.stdout.write(chunk)
      })
    }
    let isStopped = false
    const timer = setTimeout(() => {
      isStopped = true
      chunks.push(Buffer.from(`\nStopped after ${minutes} minutes.\n`))
      endGroup(child, 'SIGKILL')
    }, minutes * 60_000)
    const stop = () => endGroup(child, 'SIGKILL')
    process.once('exit', stop)
    const finish = (code) => {
      clearTimeout(timer)
      process.removeListener('exit', stop)
      resolve({ code, isStopped, output: Buffer.concat(chunks).toString('utf8') })
    }
    child.on('error', (error) => {
      chunks.push(Buffer.from(`${error.message}\n`))
      finish(127)
    })
    child.on('close', (code) => finish(code ?? 1))
  })
}

/** Ends a process that was started detached, and everything it started in turn. */
export function endGroup(child, signal) {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // It has ended by itself.
  }
}

/** Prints one plain sentence and ends the program as failed. */
export function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** One hash over the names and bytes of files and folders; what is not there counts as empty. */
export function hashOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesUnder(join(root, path)))) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

const notSource = new Set(['node_modules', 'dist', '.wrangler', '.tsbuild'])

function filesUnder(path) {
  if (!existsSync(path)) return []
  const entries = entriesOf(path)
  if (entries === undefined) return [path]
  return entries
    .filter((entry) => !notSource.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesUnder(join(path, entry.name)))
}

function entriesOf(path) {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined
    throw error
  }
}

/** Runs `work` unless it last succeeded with the same hash; a failed run leaves no stamp. */
export async function whenChanged(stampFile, hash, work) {
  const known = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : ''
  if (known === hash) return
  await work()
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, hash)
}
