import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Stack = { readonly address: string; stop(): Promise<void> }

const START = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url))
const READY = /^TrackEcom is running at (http:\/\/localhost:\d+)$/m

/** What `npm start` starts, on a free port and with databases, files and queues that nobody has used. */
export async function startStack(): Promise<Stack> {
  const state = await mkdtemp(join(tmpdir(), 'trackecom-'))
  const child = spawn(process.execPath, [START], {
    env: {
      ...process.env,
      PORT: String(await freePort()),
      TRACKECOM_STATE: state,
      // Should this process die, its end of the pipe closes and the stack ends by itself.
      TRACKECOM_STOP_WITH_STDIN: '1',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const address = await untilReady(child)
  return { address, stop: () => stop(child, state) }
}

function untilReady(child: ChildProcess): Promise<string> {
  let output = ''
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString()
      const address = READY.exec(output)?.[1]
      if (address !== undefined) resolve(address)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', () => reject(new Error(`npm start ended before it was ready:\n${output}`)))
  })
}

async function stop(child: ChildProcess, state: string): Promise<void> {
  const ended = new Promise((resolve) => {
    child.once('exit', resolve)
  })
  child.stdin?.end()
  await ended
  await rm(state, { recursive: true, force: true, maxRetries: 5 })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
