import { storeId, uploadId } from '#core/ids'
import { listUploads } from '#db/control/queries/uploads'
import { Hono } from 'hono'
import * as z from 'zod'
import { outcomeSchema } from '../archive-format'
import type { AppEnv } from '../env'
import { relayLater } from '../jobs/relay-later'
import { describe } from '../openapi'
import { acceptUpload, MAX_UPLOAD_BYTES } from '../operations/accept-upload'
import { getUpload, streamRejectedRows, withReports } from '../operations/read-uploads'
import { undoUpload } from '../operations/remove-upload'
import { notFound } from '../problem'
import { openObject } from '../byte-source'
import { objectKey } from '../uploaded-bytes'
import { idOr404, idParam, validate } from '../validate'

const reason = z.strictObject({ code: z.string(), detail: z.string() })

const report = z.strictObject({
  id: z.int(),
  kind: z.string(),
  layout: z.string(),
  path: z.array(z.string()),
  sheet: z.string(),
  period: z.strictObject({ from: z.iso.date().nullable(), to: z.iso.date().nullable() }),
  rows: z.int(),
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  rejected: z.int(),
  /** What the file says of itself that is not so; its rows are counted all the same. */
  notices: z.array(reason),
  quarantined: reason.optional(),
})

export const upload = z.strictObject({
  id: z.string(),
  filename: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  storeId: z.string().nullable(),
  status: z.enum(['queued', 'parsing', 'done', 'failed']),
  progress: z.strictObject({ rowsRead: z.int() }),
  receivedAt: z.iso.datetime(),
  source: z.enum(['dashboard', 'extension', 'cli', 'api']),
  error: reason.optional(),
  reports: z.array(report),
  unrecognised: z.array(z.string()),
  /** Of an archive that was taken apart: what was in it. */
  archive: outcomeSchema.optional(),
})
const accepted = z.strictObject({ upload })
const known = z.strictObject({ upload, duplicate: z.literal(true) })
const uploadList = z.strictObject({ items: z.array(upload), nextCursor: z.string().nullable() })

const newUpload = z.object({
  filename: z.string().min(1).max(1_000),
  store: z.string().optional(),
  /** When it was first received: said of a file that is sent again out of an archive. */
  receivedAt: z.iso.datetime().optional(),
})

/** `<received at>_<id>` of the last upload of the page before. */
const CURSOR = /^(\d{1,15})_([0-9a-z]{16,32})$/

const page = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().regex(CURSOR).optional(),
})

export const uploadRoutes = new Hono<AppEnv>()
  .post(
    '/',
    describe({
      summary: 'Send a file; bytes that are already here are answered with 200',
      body: 'application/octet-stream',
      response: accepted,
      status: 202,
      also: { 200: known },
    }),
    validate('query', newUpload),
    async (c) => {
      const { filename, store, receivedAt } = c.req.valid('query')
      const declared = Number(c.req.header('content-length') ?? Number.NaN)
      const file = {
        filename,
        storeId: store === undefined ? undefined : idOr404(storeId, store),
        source: c.var.caller.via,
        declaredBytes: Number.isSafeInteger(declared) ? declared : undefined,
        body: c.req.raw.body,
        receivedAt: receivedAt === undefined ? undefined : notAfter(c.var.now, receivedAt),
      }
      const { caller } = c.var
      const taken = await acceptUpload(caller, file, MAX_UPLOAD_BYTES)
      relayLater(c, caller.db, taken.jobs)
      const [upload] = await withReports(caller, [taken.upload])
      if (upload === undefined) throw notFound()
      return taken.isDuplicate
        ? c.json({ upload, duplicate: true as const }, 200)
        : c.json({ upload }, 202)
    },
  )
  .get(
    '/',
    describe({ summary: 'List the uploads, the newest first', response: uploadList }),
    validate('query', page),
    async (c) => {
      const { limit, cursor } = c.req.valid('query')
      const { db, workspaceId } = c.var.caller
      const found = await listUploads(db, workspaceId, placeOf(cursor), limit + 1)
      const items = await withReports(c.var.caller, found.slice(0, limit))
      const last = found.length > limit ? found[limit - 1] : undefined
      return c.json({ items, nextCursor: last ? `${last.receivedAt}_${last.id}` : null })
    },
  )
  .get(
    '/:id',
    describe({ summary: 'Read one upload with its reports', response: upload }),
    validate('param', idParam),
    async (c) => {
      const found = await getUpload(c.var.caller, idOr404(uploadId, c.req.valid('param').id))
      const [upload] = await withReports(c.var.caller, [found])
      if (upload === undefined) throw notFound()
      return c.json(upload)
    },
  )
  .get(
    '/:id/file',
    describe({ summary: 'Get the file as it was sent', response: 'application/octet-stream' }),
    validate('param', idParam),
    async (c) => {
      const { caller } = c.var
      const upload = await getUpload(caller, idOr404(uploadId, c.req.valid('param').id))
      const key = objectKey(caller.workspaceId, upload.sha256)
      const source = await openObject(caller.files, key)
      if (source === undefined) throw notFound()
      return c.body(await source.stream(0, source.size), 200, {
        ...asAttachment(upload.filename, 'application/octet-stream'),
        'content-length': String(source.size),
      })
    },
  )
  .get(
    '/:id/rejected.csv',
    describe({ summary: 'Get the rows that were refused, with the reason', response: 'text/csv' }),
    validate('param', idParam),
    async (c) => {
      const upload = await getUpload(c.var.caller, idOr404(uploadId, c.req.valid('param').id))
      const rows = streamRejectedRows(c.var.caller, upload)
      const name = `${upload.filename}-rejected.csv`
      return c.body(rows, 200, asAttachment(name, 'text/csv; charset=utf-8'))
    },
  )
  .delete(
    '/:id',
    describe({ summary: 'Undo an upload: its rows leave the figures' }),
    validate('param', idParam),
    async (c) => {
      const id = idOr404(uploadId, c.req.valid('param').id)
      relayLater(c, c.var.caller.db, await undoUpload(c.var.caller, id))
      return c.body(null, 204)
    },
  )

/** What was received in the future would outrank everything that is said until then. */
function notAfter(now: Date, text: string): Date {
  return new Date(Math.min(Date.parse(text), now.getTime()))
}

function placeOf(cursor: string | undefined) {
  const [, receivedAt, id] = CURSOR.exec(cursor ?? '') ?? []
  return receivedAt && id ? { receivedAt: Number(receivedAt), id } : undefined
}

/** Somebody else's bytes: saved, never shown, and powerless where a browser shows them after all. */
function asAttachment(filename: string, contentType: string): Record<string, string> {
  const plain = filename.replaceAll(/[^\x20-\x7E]|["\\%]/g, '_')
  const encoded = encodeURIComponent(filename).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return {
    'content-type': contentType,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  }
}
