import { findWorkspace } from '#db/control/queries/workspaces'
import { dayInIndia } from '#core/dates'
import { UnreadableFile } from '#core/files/bytes'
import { Hono } from 'hono'
import * as z from 'zod'
import { requireConfirmed } from '../auth/require-confirmed'
import { noteSecurityEvent } from '../auth/security-events'
import { ARCHIVE_FORMAT, MAX_DECISIONS_BYTES, outcomeOf, outcomeSchema } from '../archive-format'
import type { AppEnv, Caller } from '../env'
import { relayLater } from '../jobs/relay-later'
import { logError } from '../log'
import { describe } from '../openapi'
import { archiveEntries, planArchive, planDecisions } from '../operations/export-archive'
import { restoreAll, restoreStores } from '../operations/import-archive'
import { parseDecisions } from '../operations/open-archive'
import { AppError } from '../problem'
import { streamZip } from '../zip-stream'
import { findWorkspaceName } from '../sealed/workspaces'
import { validate } from '../validate'
import { visitorOf } from './visitor'

const choice = z.object({
  /** Without the rows as CSV, where they are too many; what is read back is all there. */
  rows: z.enum(['0', '1']).default('1'),
})
const size = z.strictObject({
  files: z.int(),
  /** Of the files; the rows come on top. */
  bytes: z.int(),
  /** True where the archive leaves without the rows as CSV, because they are too many for one answer. */
  isWithoutRows: z.boolean(),
})

/** Everything out: for who has shown within ten minutes that it is them. */
export const archiveRoutes = new Hono<AppEnv>()
  .get(
    '/archive',
    describe({ summary: 'How large the archive of everything is', response: size }),
    async (c) => c.json(await sizeOf(c.var.caller)),
  )
  .post(
    '/archive/check',
    describe({ summary: 'Say whether the archive can be packed now', response: size }),
    requireConfirmed,
    async (c) => c.json(await sizeOf(c.var.caller)),
  )
  .post(
    '/archive',
    describe({
      summary: 'Everything in one ZIP, to keep or to bring into another workspace',
      response: 'application/zip',
    }),
    requireConfirmed,
    validate('query', choice),
    async (c) => {
      const { caller } = c.var
      const plan = await planArchive(caller, { withRows: c.req.valid('query').rows === '1' })
      const workspace = await findWorkspace(caller.db, caller.workspaceId)
      const name = workspace && (await findWorkspaceName(caller.files, workspace))
      await noteSecurityEvent(visitorOf(c), caller.personId, 'archive-downloaded')
      const entries = archiveEntries(plan, name ?? '')
      const body = streamZip(entries, (error) => logError(c.get('requestId'), error))
      return c.body(body, 200, {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${ARCHIVE_FORMAT}-${dayInIndia(caller.now)}.zip"`,
      })
    },
  )
  .get(
    '/decisions.json',
    describe({
      summary: 'Stores, costs by hand, overheads and decisions, as an archive has them',
      response: 'application/json',
    }),
    async (c) => {
      const decisions = await planDecisions(c.var.caller)
      return c.body(decisions, 200, {
        'content-type': 'application/json',
        'content-disposition': 'attachment; filename="decisions.json"',
      })
    },
  )

async function sizeOf(caller: Caller): Promise<z.infer<typeof size>> {
  const { uploads, isWithoutRows } = await planArchive(caller, { withRows: true })
  const bytes = uploads.reduce((all, upload) => all + upload.bytes, 0)
  return { files: uploads.length, bytes, isWithoutRows }
}

/** The ids of the stores here, in the order of the decisions: what a manifest calls a store by. */
const taken = outcomeSchema.extend({ storeIds: z.array(z.string()) })

/** For an archive that is larger than a request: its decisions, and then its files one by one. */
export const archiveImportRoutes = new Hono<AppEnv>().post(
  '/decisions',
  describe({
    summary: 'Take the decisions of an archive: stores, costs by hand, overheads and marks',
    body: 'application/octet-stream',
    response: taken,
  }),
  async (c) => {
    const { caller } = c.var
    const decisions = await readDecisions(c.req.raw.body)
    const storeIds = await refusals(() => restoreStores(caller, decisions))
    relayLater(c, caller.db, await restoreAll(caller, decisions, storeIds))
    return c.json({ ...outcomeOf(decisions, 0), storeIds: [...storeIds] })
  },
)

async function readDecisions(body: ReadableStream<Uint8Array> | null) {
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for await (const piece of body ?? []) {
    bytes += piece.byteLength
    if (bytes > MAX_DECISIONS_BYTES) {
      throw new AppError(413, 'file-too-large', 'The decisions of an archive have at most 20 MB.')
    }
    text += decoder.decode(piece, { stream: true })
  }
  return refusals(() => parseDecisions(text + decoder.decode()))
}

async function refusals<Answer>(act: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    throw new AppError(422, error.code, error.message, { cause: error })
  }
}
