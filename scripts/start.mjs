// Runs the whole product on this machine: Pages in front, the Worker behind it, D1, R2, queues and cron.
import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import {
  buildDashboard,
  crons,
  migrateLocally,
  stackEnvironment,
  stateFolder,
  workerName,
  writeSecrets,
} from './local-stack.mjs'
import { endGroup, fail, root, tool, toolEnvironment } from './project.mjs'

const READY_WITHIN_MS = 120_000
const port = chosenPort()
const address = `http://localhost:${port}`
const logFile = join(stateFolder, 'server.log')

if (await isTaken(port)) {
  fail(`Port ${port} is in use. Choose another: PORT=8790 npm start`)
}
writeSecrets()
await buildDashboard()
await migrateLocally()
const server = startServer()
endWithUs(server)
await untilReady()
process.stdout.write(`TrackEcom is running at ${address}\n`)
runCrons()

function chosenPort() {
  const text = process.env.PORT || '8788'
  const number = Number(text)
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number
  return fail(`PORT must be a number from 1 to 65535, not "${text}".`)
}

async function isTaken(number) {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => connects(host, number)))
  return answers.includes(true)
}

function connects(host, number) {
  return new Promise((resolve) => {
    const socket = connect({ host, port: number })
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

function startServer() {
  mkdirSync(stateFolder, { recursive: true })
  const log = createWriteStream(logFile)
  // The folder of the Pages configuration: from the root, wrangler takes the Worker's file for Pages' own.
  const configs = ['-c', 'wrangler.toml', '-c', '../wrangler.toml']
  const flags = [
    '--port',
    String(port),
    '--persist-to',
    stateFolder,
    '--show-interactive-dev-session=false',
  ]
  const [command, ...args] = tool('wrangler', 'pages', 'dev', ...configs, ...flags)
  const child = spawn(command, args, {
    cwd: join(root, 'web'),
    env: toolEnvironment(stackEnvironment),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  child.stdout.pipe(log, { end: false })
  child.stderr.pipe(log, { end: false })
  return child
}

function endWithUs(child) {
  let stopping = false
  child.once('exit', () => {
    if (stopping) process.exit(0)
    fail(`${lastLines()}\nThe local server stopped by itself; the end of ${logFile} is above.`)
  })
  const stop = () => {
    stopping = true
    endGroup(child, 'SIGTERM')
    setTimeout(() => endGroup(child, 'SIGKILL'), 5000).unref()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.on('SIGHUP', stop)
  process.once('exit', () => endGroup(child, 'SIGKILL'))
  if (process.env.TRACKECOM_STOP_WITH_STDIN) process.stdin.resume().once('end', stop)
}

function lastLines() {
  return readFileSync(logFile, 'utf8').split('\n').slice(-30).join('\n')
}

async function untilReady() {
  const deadline = Date.now() + READY_WITHIN_MS
  while (Date.now() < deadline) {
    if ((await answers('/api/health')) && (await answers('/'))) return
    await wait(150)
  }
  fail(`${lastLines()}\nThe local server did not answer within two minutes; its log is ${logFile}.`)
}

async function answers(path) {
  try {
    const response = await fetch(`${address}${path}`, { signal: AbortSignal.timeout(10_000) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}

/** Cron triggers do not fire locally by themselves; the local server starts one when it is asked to. */
function runCrons() {
  const patterns = crons()
  setInterval(() => {
    const now = new Date()
    for (const cron of patterns.filter((pattern) => isDue(pattern, now))) void trigger(cron)
  }, 60_000).unref()
}

/** Knows what wrangler.toml uses: a minute, an hour and the rest given as a number or a star, in UTC. */
function isDue(cron, now) {
  const clock = [now.getUTCMinutes(), now.getUTCHours(), now.getUTCDate(), now.getUTCMonth() + 1]
  return cron.split(' ').every((field, place) => field === '*' || Number(field) === clock[place])
}

async function trigger(cron) {
  const query = new URLSearchParams({ worker: workerName() })
  try {
    await fetch(`${address}/cdn-cgi/local/explorer/api/local/scheduled?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ cron }),
      signal: AbortSignal.timeout(30_000),
    })
  } catch {
    // A missed minute is made up for by the next.
  }
}
