import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { businessDate } from '#core/dates'
import { bytesOf } from '#core/files/bytes'
import { openFile } from '#core/files/open-file'
import type { Table } from '#core/files/row'
import { storeId } from '#core/ids'
import { recogniseReport } from '#core/meesho/recognise-report'
import { isRejected, type ReadRow } from '#core/meesho/report'
import { openDb, type SqlDatabase, type SqlStatement } from '#db/client'
import { FACT_WRITERS } from '#engine/fact-writers'
import { readPnl } from '#engine/read-pnl'
import { createTestHarness, type TestHarness } from 'wrangler'
import { makePaymentsWorkbook } from '../support/payments-workbook'
import type { BenchFigure } from './figure'

const ROWS = 100_000
const NAME =
  '1148774_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2025-08-01_2025-08-31.xlsx'
// About what the engine takes into one statement.
const ROWS_A_CHUNK = 1_600
const WORKSPACE = 'bench000000000000000'
const PEPPER = `1:${Buffer.alloc(32).toString('base64')}`

/**
 * A month of 100,000 payments through the service's own queue job into local D1, beside the same rows,
 * already parsed, inserted into a D1 of the same schema with nothing else; then a year's profit and loss.
 */
export async function run(): Promise<BenchFigure[]> {
  const month = await makePaymentsWorkbook({
    rows: ROWS,
    from: '2025-08-01',
    days: 31,
    skus: 200,
    adRows: 60,
  })
  const machine = await startMachine()
  try {
    const peer = await timePeer(machine, month)
    const job = await timeJob(machine, month, 'month000000000000000')
    await untilJudged(machine)
    const judged = await rowsWritten(machine, 'reconcile')
    const year = await makePaymentsWorkbook({
      rows: ROWS,
      from: '2024-04-01',
      days: 365,
      skus: 200,
      seed: 2,
    })
    const thin = await timeJob(machine, year, 'year0000000000000000')
    const reading = await readYear(machine)
    return [
      {
        name: `${ROWS} payments: queue job into D1`,
        value: job.ms,
        unit: 'ms',
        peer: { name: 'the parsed rows inserted, nothing else', value: peer.ms },
      },
      {
        name: 'queue job against bare insert',
        value: job.ms / peer.ms,
        unit: 'times',
        limit: { atMost: 2.5 },
      },
      {
        name: 'D1 rows written per settlement line of a busy month, totals counted',
        value: job.rowsWritten / ROWS,
        unit: 'rows',
        limit: { atMost: 2 },
      },
      {
        name: 'D1 rows written to judge it afterwards, per line',
        value: judged / ROWS,
        unit: 'rows',
        limit: { atMost: 16 },
      },
      {
        name: 'D1 rows written per line of a thin year: 274 lines a day over 200 SKUs',
        value: thin.rowsWritten / ROWS,
        unit: 'rows',
        limit: { atMost: 2 },
      },
      {
        name: 'D1 rows read for a year by month, 100,000 sub-orders',
        value: reading.rowsRead,
        unit: 'rows',
        limit: { atMost: 5_000 },
      },
    ]
  } finally {
    await machine.harness.close()
  }
}

type Machine = {
  readonly harness: TestHarness
  readonly env: { DB: SqlDatabase; LEDGER_00: SqlDatabase; UPLOADS: Bucket }
}
type Bucket = { put(key: string, value: string | Uint8Array): Promise<unknown> }

const database = (binding: string, folder: string) => ({
  binding,
  database_name: binding,
  database_id: binding,
  migrations_dir: `db/${folder}/migrations`,
})

/** The service in workerd with its real bindings, under the bench's own entry. */
async function startMachine(): Promise<Machine> {
  const harness = createTestHarness({
    workers: [
      {
        config: {
          name: 'bench',
          main: 'test/bench/import-worker.ts',
          compatibility_date: '2026-10-01',
          compatibility_flags: ['nodejs_compat'],
          vars: { APP_ORIGIN: '', PASSWORD_PEPPER: PEPPER, DATA_KEY_WRAP: PEPPER },
          d1_databases: [
            database('DB', 'control'),
            database('LEDGER_00', 'ledger'),
            database('LEDGER_01', 'ledger'),
          ],
          r2_buckets: [{ binding: 'UPLOADS', bucket_name: 'uploads' }],
          queues: {
            producers: [{ binding: 'JOBS', queue: 'trackecom-jobs' }],
            consumers: [{ queue: 'trackecom-jobs', max_batch_size: 1, max_batch_timeout: 0 }],
          },
        },
      },
    ],
  })
  await harness.listen()
  const worker = harness.getWorker()
  for (const binding of ['DB', 'LEDGER_00', 'LEDGER_01']) await worker.applyD1Migrations(binding)
  // Safe because these are the bindings of the config above.
  const env = (await worker.getEnv()) as Machine['env']
  return { harness, env }
}

async function timePeer(machine: Machine, month: Uint8Array): Promise<{ ms: number }> {
  const bucket = machine.env.UPLOADS
  const chunks = await parseToChunks(month)
  for (const [index, chunk] of chunks.entries()) {
    await bucket.put(`chunks/${String(index).padStart(4, '0')}`, chunk)
  }
  const reading = await timed(() => machine.harness.fetch('/peer?dry=1'))
  const whole = await timed(async () => {
    const answer = await machine.harness.fetch('/peer', {
      method: 'POST',
      body: bareInsert(),
    })
    const { changes } = (await answer.json()) as { changes: number }
    if (changes !== ROWS) throw new Error(`${changes} rows inserted, ${ROWS} expected`)
  })
  return { ms: whole - reading }
}

/** The engine's own statement, without its guard. */
function bareInsert(): string {
  const columns = readFileSync('db/ledger/queries/settlements.ts', 'utf8')
  const shared = /SHARED_COLUMNS = `([^`]+)`/.exec(columns)?.[1] ?? ''
  const count = 6 + shared.split(',').length
  const cells = Array.from({ length: count }, (_, index) => `value->>${index}`).join(', ')
  return `INSERT INTO settlement_line (store_id, report_id, paid_on, sub_order_no, transaction_id, status,
    occurrence, row_no, ${shared}) SELECT 'peer', 1, ${cells} FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING`
}

async function parseToChunks(month: Uint8Array): Promise<string[]> {
  for await (const leaf of openFile(bytesOf(month))) {
    const table = leaf.tables.find(({ name }) => name === 'Order Payments')
    if (table === undefined) continue
    const recognition = await recogniseReport(table, { names: [NAME], createdOn: undefined })
    if (recognition.status !== 'recognised') break
    if (recognition.report.kind !== 'payments.orders') break
    return encodeRows(table, recognition.report)
  }
  throw new Error('The workbook has no payments')
}

async function encodeRows(
  table: Table,
  { headerRow, read }: { headerRow: number; read: ReadRow<'payments.orders'> },
): Promise<string[]> {
  const writer = FACT_WRITERS['payments.orders']({ now: new Date(), seenOn: '', saidAt: 0 })
  const rows: string[] = []
  for await (const batch of table.rows()) {
    for (const row of batch) {
      const line = row.number > headerRow ? read(row) : undefined
      if (line !== undefined && !isRejected(line)) rows.push(writer.encode(line, row.number))
    }
  }
  const chunks: string[] = []
  while (rows.length > 0) chunks.push(`[${rows.splice(0, ROWS_A_CHUNK).join(',')}]`)
  return chunks
}

async function timeJob(
  machine: Machine,
  file: Uint8Array,
  uploadId: string,
): Promise<{ ms: number; rowsWritten: number }> {
  const sha256 = createHash('sha256').update(file).digest('hex')
  const kept = await machine.harness.fetch(`/file?workspace=${WORKSPACE}&sha256=${sha256}`, {
    method: 'POST',
    body: new Uint8Array(file),
  })
  if (!kept.ok) throw new Error(`The file was not kept: ${kept.status}`)
  const control = machine.env.DB
  const before = await rowsWritten(machine, 'import-upload')
  await control
    .prepare('INSERT OR IGNORE INTO workspace (id, name, ledger, created_at) VALUES (?, ?, ?, ?)')
    .bind(WORKSPACE, 'Bench', '00', 0)
    .run()
  await control
    .prepare(
      `INSERT INTO upload (id, workspace_id, filename, bytes, sha256, status, source, received_at)
       VALUES (?, ?, ?, ?, ?, 'queued', 'api', ?)`,
    )
    .bind(uploadId, WORKSPACE, NAME, file.byteLength, sha256, Date.now())
    .run()
  const job = { type: 'import-upload', workspaceId: WORKSPACE, uploadId }
  const ms = await timed(async () => {
    const answer = await machine.harness.fetch('/job', {
      method: 'POST',
      body: JSON.stringify(job),
    })
    const outcome = await answer.text()
    if (outcome !== 'done') throw new Error(outcome)
  })
  return { ms, rowsWritten: (await rowsWritten(machine, 'import-upload')) - before }
}

/** Rows written by the jobs of one kind until now. */
async function rowsWritten({ harness }: Machine, job: 'import-upload' | 'reconcile') {
  const answer = await harness.fetch('/spent')
  // Safe because the bench's own worker answers it.
  return ((await answer.json()) as Record<string, number>)[job] ?? 0
}

const MAX_POLLS = 600

/** Waits until nothing is to be judged or added up any more. */
async function untilJudged({ env }: Machine): Promise<void> {
  for (let polls = 0; polls < MAX_POLLS; polls += 1) {
    const { results } = await env.LEDGER_00.prepare(
      `SELECT EXISTS (SELECT 1 FROM unjudged) OR EXISTS (SELECT 1 FROM stale_month)
        OR NOT EXISTS (SELECT 1 FROM standing) AS waits`,
    ).all<{ waits: number }>()
    if (results[0]?.waits === 0) return
    await sleep(1_000)
  }
  throw new Error('Judging did not end')
}

/** The year by month, as the dashboard asks for it. */
async function readYear(machine: Machine): Promise<{ rowsRead: number }> {
  const ledger = machine.env.LEDGER_00
  const { results } = await ledger
    .prepare('SELECT DISTINCT store_id FROM report')
    .all<{ store_id: string }>()
  let rowsRead = 0
  const wrap = (inner: SqlStatement): SqlStatement => ({
    bind: (...values) => wrap(inner.bind(...values)),
    all: async <Row>() => {
      const result = await inner.all<Row>()
      rowsRead += result.meta.rows_read
      return result
    },
    run: <Row>() => inner.run<Row>(),
    raw: <Row>() => inner.raw<Row>(),
  })
  const counted: SqlDatabase = {
    prepare: (query) => wrap(ledger.prepare(query)),
    batch: (statements) => ledger.batch(statements),
  }
  const stores = results.map((row) => ({
    id: storeId(row.store_id),
    gstScheme: 'regular' as const,
    cogsPolicy: 'kept' as const,
  }))
  const query = {
    basis: 'order',
    group: 'month',
    sku: undefined,
    from: businessDate('2024-04-01'),
    to: businessDate('2025-03-31'),
  } as const
  const pnl = await readPnl(openDb(counted), stores, query)
  if (!pnl || pnl.groups.length === 0) throw new Error('The year is empty')
  return { rowsRead }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
