import { scrypt } from 'node:crypto'
import type { SqlDatabase } from '#db/client'
import { createTestHarness, type TestHarness } from 'wrangler'
import type { BenchFigure } from './figure'

const SIGN_INS = 100
const READS = 2_000
/** Enough that the Worker's one thread always has a request waiting. */
const AT_ONCE = 8
const SECRET = `1:${Buffer.alloc(32).toString('base64')}`
const SELLER = {
  name: 'Asha',
  email: 'asha@example.test',
  password: 'kaju katli 7',
  isAdult: true,
}

/**
 * Signing in, one after the other, beside the bare scrypt of the same cost; then how many requests a
 * second one isolate answers that look up a session, beside one that does not.
 */
export async function run(): Promise<BenchFigure[]> {
  const machine = await startMachine()
  try {
    const bare = await durations(SIGN_INS, stretch)
    const cookie = await register(machine)
    const signIns = await timeSignIns(machine)
    await readAtOnce(machine, '/api/health', '', READS / 4)
    const plain = await readAtOnce(machine, '/api/health', '', READS)
    const checked = await readAtOnce(machine, '/api/passkeys', cookie, READS)
    return [
      {
        name: 'sign-in, half of them are faster',
        value: quantile(signIns, 0.5),
        unit: 'ms',
        peer: { name: 'scrypt alone', value: quantile(bare, 0.5) },
      },
      {
        name: 'sign-in, 99 of 100 are faster',
        value: quantile(signIns, 0.99),
        unit: 'ms',
        peer: { name: 'scrypt alone', value: quantile(bare, 0.99) },
      },
      {
        name: 'sign-in against scrypt alone',
        value: quantile(signIns, 0.5) / quantile(bare, 0.5),
        unit: 'times',
        limit: { atMost: 2 },
      },
      {
        name: 'reads with a session, one isolate',
        value: checked,
        unit: 'requests/s',
        peer: { name: 'without one', value: plain },
      },
    ]
  } finally {
    await machine.harness.close()
  }
}

type Machine = { readonly harness: TestHarness; readonly control: SqlDatabase }

const database = (binding: string, folder: string) => ({
  binding,
  database_name: binding,
  database_id: binding,
  migrations_dir: `db/${folder}/migrations`,
})
// The edge's coarse throttle is not what is measured.
const rate = (name: string, id: string) => ({
  name,
  namespace_id: id,
  simple: { limit: 1_000_000, period: 60 as const },
})

async function startMachine(): Promise<Machine> {
  const harness = createTestHarness({
    workers: [
      {
        config: {
          name: 'bench',
          main: 'worker/index.ts',
          compatibility_date: '2026-10-01',
          compatibility_flags: ['nodejs_compat'],
          vars: { APP_ORIGIN: '', PASSWORD_PEPPER: SECRET, DATA_KEY_WRAP: SECRET },
          d1_databases: [
            database('DB', 'control'),
            database('LEDGER_00', 'ledger'),
            database('LEDGER_01', 'ledger'),
          ],
          r2_buckets: [{ binding: 'UPLOADS', bucket_name: 'uploads' }],
          queues: { producers: [{ binding: 'JOBS', queue: 'trackecom-jobs' }] },
          ratelimits: [rate('SIGN_IN_RATE', '1001'), rate('API_RATE', '1002')],
        },
      },
    ],
  })
  await harness.listen()
  const worker = harness.getWorker()
  for (const binding of ['DB', 'LEDGER_00', 'LEDGER_01']) await worker.applyD1Migrations(binding)
  // Safe because this is the binding of the config above.
  const { DB: control } = (await worker.getEnv()) as { DB: SqlDatabase }
  return { harness, control }
}

async function register({ harness }: Machine): Promise<string> {
  const answer = await harness.fetch('/api/auth/register', post(SELLER))
  const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0]
  await answer.text()
  if (answer.status !== 201 || cookie === undefined) {
    throw new Error(`Registering answers ${answer.status}`)
  }
  return cookie
}

async function timeSignIns({ harness, control }: Machine): Promise<number[]> {
  const { email, password } = SELLER
  const signIn = () => harness.fetch('/api/auth/login', post({ email, password }))
  const times: number[] = []
  for (let n = 0; n < SIGN_INS; n += 1) {
    // Ten in a row are all that one account may do.
    await control.prepare('DELETE FROM throttle').run()
    const started = performance.now()
    const answer = await signIn()
    await answer.text()
    times.push(performance.now() - started)
    if (answer.status !== 200) throw new Error(`Signing in answers ${answer.status}`)
  }
  return times
}

function post(body: unknown) {
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
  return { method: 'POST', headers, body: JSON.stringify(body) }
}

async function readAtOnce(
  { harness }: Machine,
  path: string,
  cookie: string,
  count: number,
): Promise<number> {
  const init = cookie === '' ? {} : { headers: { cookie } }
  let left = count
  const reader = async () => {
    while (left > 0) {
      left -= 1
      const answer = await harness.fetch(path, init)
      await answer.text()
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: AT_ONCE }, reader))
  return count / ((performance.now() - started) / 1000)
}

/** The cost of worker/auth/passwords.ts. */
function stretch(): Promise<void> {
  const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }
  return new Promise((resolve, reject) => {
    scrypt(SELLER.password, new Uint8Array(16), 32, cost, (error) => {
      if (error) reject(error)
      else resolve()
    })
  })
}

async function durations(times: number, work: () => Promise<void>): Promise<number[]> {
  const all: number[] = []
  for (let n = 0; n < times; n += 1) {
    const started = performance.now()
    await work()
    all.push(performance.now() - started)
  }
  return all
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN
}
