import { workspaceId } from '#core/ids'
import type { SqlDatabase, SqlResult, SqlStatement } from '#db/client'
import worker from '#worker/index'
import type { Bindings } from '#worker/env'
import { fileStoreOf } from '#worker/sealed/file-store'
import { keepBytes } from '#worker/uploaded-bytes'

// Rows that D1 says each kind of job wrote, since this worker started. Judging begins when a file is read,
// beside whatever comes next.
const spent: Record<string, number> = {}

function counting(database: SqlDatabase, job: string): SqlDatabase {
  const note = <Row>(result: SqlResult<Row>) => {
    spent[job] = (spent[job] ?? 0) + result.meta.rows_written
    return result
  }
  const inner = new WeakMap<SqlStatement, SqlStatement>()
  const wrap = (statement: SqlStatement): SqlStatement => {
    const wrapped: SqlStatement = {
      bind: (...values) => wrap(statement.bind(...values)),
      all: async <Row>() => note(await statement.all<Row>()),
      run: async <Row>() => note(await statement.run<Row>()),
      raw: (...options) => statement.raw(...options),
    }
    inner.set(wrapped, statement)
    return wrapped
  }
  return {
    prepare: (query) => wrap(database.prepare(query)),
    batch: async <Row>(statements: SqlStatement[]) => {
      const results = await database.batch<Row>(
        statements.map((statement) => inner.get(statement) ?? statement),
      )
      return results.map(note)
    },
  }
}

/** Inserts rows that were parsed and written as chunks beforehand, and does nothing else. */
async function insertChunks(env: Bindings, query: string, isDry: boolean): Promise<number> {
  const { objects } = await env.UPLOADS.list({ prefix: 'chunks/', limit: 1000 })
  let changes = 0
  for (const { key } of objects) {
    const object = await env.UPLOADS.get(key)
    const chunk = (await object?.text()) ?? '[]'
    if (isDry) continue
    const { meta } = await env.LEDGER_01.prepare(query).bind(chunk).run()
    changes += meta.changes
  }
  return changes
}

/** Keeps a file as an upload does: sealed with the key of its workspace. */
async function keepFile(env: Bindings, url: URL, bytes: Uint8Array): Promise<void> {
  const files = fileStoreOf(env, workspaceId(url.searchParams.get('workspace') ?? ''))
  const sha256 = url.searchParams.get('sha256') ?? ''
  const received = { bytes: bytes.byteLength, sha256, held: bytes }
  await keepBytes(files, `w/${files.workspaceId}/${sha256}`, received, new Date())
}

/** Hands a job to the real queue and answers when its upload has ended. */
async function runJob(env: Bindings, job: { uploadId: string }): Promise<string> {
  // Safe because the bench sends a job that the queue door parses like any other.
  await env.JOBS.send(job as Parameters<typeof env.JOBS.send>[0])
  for (let polls = 0; polls < 3_000; polls += 1) {
    const upload = await env.DB.prepare(
      'SELECT status, error_detail AS detail FROM upload WHERE id = ?',
    )
      .bind(job.uploadId)
      .first<{
        status: string
        detail: string | null
      }>()
    if (upload?.status === 'done') return 'done'
    if (upload?.status === 'failed') return upload.detail ?? 'failed'
    await scheduler.wait(100)
  }
  return 'The import did not end.'
}

/** The service's own queue door, with the ledger's row counts read off, beside a bare insert as its peer. */
const bench = {
  async fetch(request: Request, env: Bindings): Promise<Response> {
    const url = new URL(request.url)
    if (url.pathname === '/spent') return Response.json(spent)
    if (url.pathname === '/job') return new Response(await runJob(env, await request.json()))
    if (url.pathname === '/file') {
      await keepFile(env, url, new Uint8Array(await request.arrayBuffer()))
      return new Response(null, { status: 204 })
    }
    const isDry = url.searchParams.has('dry')
    const query = isDry ? '' : await request.text()
    return Response.json({ changes: await insertChunks(env, query, isDry) })
  },

  async queue(batch: MessageBatch, env: Bindings): Promise<void> {
    // Safe because the bench's queue hands over one job at a time, as the service sent it.
    const [job] = batch.messages.map(({ body }) => (body as { type: string }).type)
    const ledger = counting(env.LEDGER_00 as unknown as SqlDatabase, job ?? '')
    // Safe because counting() has every method of D1 that the engine calls.
    await worker.queue(batch, { ...env, LEDGER_00: ledger as unknown as D1Database })
  },
}

export { bench as default }
