import { storeId } from '#core/ids'
import { dayInIndia } from '#core/dates'
import { listOldestUploads } from '#db/control/queries/archives'
import { listStores, type Store } from '#db/control/queries/stores'
import type { UploadPlace, UploadRow } from '#db/control/queries/uploads'
import { countReportRows } from '#db/ledger/queries/export-rows'
import { readDecisions } from '#engine/archive-decisions'
import { archivedTables } from '#engine/export-archive'
import { type Budget, newBudget, newTally, spend } from '#engine/export-csv'
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  DECISIONS,
  type Decisions,
  MANIFEST,
  type Manifest,
  MAX_ARCHIVED_FILES,
  MAX_DECISIONS_BYTES,
  readArchiveColumn,
} from '../archive-format'
import { openObject } from '../byte-source'
import type { Caller } from '../env'
import { AppError } from '../problem'
import { objectKey } from '../uploaded-bytes'
import { hashPieces, type Piece } from '../zip-stream'

/** What goes into an archive, gathered before its first byte: what cannot be packed is refused in words. */
export type ArchivePlan = {
  readonly caller: Caller
  readonly stores: readonly Store[]
  readonly uploads: readonly UploadRow[]
  readonly decisions: Uint8Array
  /** True where the rows as CSV stay out: by choice, or because they are more than one answer may read. */
  readonly isWithoutRows: boolean
  readonly budget: Budget
}

export async function planArchive(
  caller: Caller,
  { withRows }: { readonly withRows: boolean },
): Promise<ArchivePlan> {
  const budget = newBudget()
  const stores = await listStores(caller.db, caller.workspaceId)
  const uploads = await listArchivable(caller, budget)
  const decisions = decisionsText(await gatherDecisions(caller, stores, budget))
  const rows = withRows ? await countRows(caller, stores) : 0
  const isWithoutRows = !withRows || rows > MAX_ROWS
  return { caller, stores, uploads, decisions, isWithoutRows, budget }
}

function countRows({ ledger }: Caller, stores: readonly Store[]): Promise<number> {
  return countReportRows(
    ledger,
    stores.map(({ id }) => storeId(id)),
  )
}

/** The decisions alone, for an archive that is larger than a request. */
export async function planDecisions(caller: Caller): Promise<Uint8Array<ArrayBuffer>> {
  const stores = await listStores(caller.db, caller.workspaceId)
  return decisionsText(await gatherDecisions(caller, stores, newBudget()))
}

async function gatherDecisions(
  { ledger }: Caller,
  stores: readonly Store[],
  budget: Budget,
): Promise<Decisions> {
  const decided: unknown[] = []
  for (const store of stores) {
    const { name, marketplace, supplierId, gstScheme, cogsPolicy, isSample } = store
    const said = await readDecisions(ledger, storeId(store.id), budget)
    decided.push({ name, marketplace, supplierId, gstScheme, cogsPolicy, isSample, ...said })
  }
  // Safe because every part was checked when it was said; the tests read each archive back.
  return { format: ARCHIVE_FORMAT, version: ARCHIVE_VERSION, stores: decided } as Decisions
}

// Six hundred of the statements of an answer; what is wrong takes eight for a thousand.
const MAX_ROWS = 3_000_000

const UPLOADS_A_PAGE = 500

/** Every file that was kept; archives are left out, because what was in them was kept too. */
async function listArchivable({ db, workspaceId }: Caller, budget: Budget): Promise<UploadRow[]> {
  const uploads: UploadRow[] = []
  let after: UploadPlace | undefined
  for (;;) {
    spend(budget, 1)
    const page = await listOldestUploads(db, workspaceId, after, UPLOADS_A_PAGE)
    for (const upload of page) {
      const archive = readArchiveColumn(upload.archive)
      if (archive === 'none' || archive === 'inside') uploads.push(upload)
    }
    if (uploads.length > MAX_ARCHIVED_FILES) throw tooManyFiles()
    after = page.at(-1)
    if (page.length < UPLOADS_A_PAGE) return uploads
  }
}

function tooManyFiles(): AppError {
  return new AppError(
    422,
    'archive-too-many-files',
    `You have sent more than ${MAX_ARCHIVED_FILES} files, which is more than one archive holds. Take each file from the list of files, and the decisions from the address of their own.`,
  )
}

/** The entries of the archive in their order; the manifest comes last, when every digest is known. */
export async function* archiveEntries(plan: ArchivePlan, workspace: string): AsyncGenerator<Piece> {
  const { now } = plan.caller
  const decisions = hashPieces(once(plan.decisions))
  yield { name: DECISIONS, modified: now, pieces: decisions.pieces }
  const written = { entry: DECISIONS, ...decisions.result() }
  const files: Manifest['files'] = []
  for (const upload of plan.uploads) {
    const source = await openObject(
      plan.caller.files,
      objectKey(plan.caller.workspaceId, upload.sha256),
    )
    if (source === undefined) {
      // A file whose bytes never arrived failed for it, and nothing was counted of it.
      if (upload.status === 'failed') continue
      throw new Error('The bytes of an upload are gone')
    }
    const entry = entryOf(files.length + 1, upload.filename)
    const hashed = hashPieces(await source.stream(0, source.size))
    yield { name: entry, modified: new Date(upload.receivedAt), pieces: hashed.pieces }
    const result = hashed.result()
    if (result.sha256 !== upload.sha256) throw new Error('The bytes of an upload have changed')
    files.push({ entry, ...result, ...particulars(plan, upload) })
  }
  const tables: Manifest['tables'] = []
  for (const { name, texts } of plan.isWithoutRows ? [] : tablesOf(plan)) {
    const tally = newTally()
    const hashed = hashPieces(encoded(texts(tally)))
    const entry = `rows/${name}.csv`
    yield { name: entry, modified: now, pieces: hashed.pieces }
    tables.push({ entry, ...hashed.result(), ...tally })
  }
  const manifest: Manifest = {
    format: ARCHIVE_FORMAT,
    version: ARCHIVE_VERSION,
    exportedAt: now.toISOString(),
    workspace,
    decisions: written,
    files,
    tables,
  }
  const text = JSON.stringify(manifest, null, 1)
  yield { name: MANIFEST, modified: now, pieces: once(encoder.encode(text)) }
}

const encoder = new TextEncoder()

/** As POST /api/import/decisions takes them. */
function decisionsText(decisions: Decisions): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(encoder.encode(JSON.stringify(decisions, null, 1)))
  if (bytes.byteLength <= MAX_DECISIONS_BYTES) return bytes
  const sentence = 'There are more costs and decisions than one archive holds. Write to us.'
  throw new AppError(422, 'archive-too-large', sentence)
}

function tablesOf({ caller, stores, budget }: ArchivePlan) {
  return archivedTables({
    ledger: caller.ledger,
    stores: stores.map(({ id, name, supplierId }) => ({ id: storeId(id), name, supplierId })),
    days: undefined,
    asOf: dayInIndia(caller.now),
    knownAt: undefined,
    budget,
  })
}

function particulars({ stores }: ArchivePlan, upload: UploadRow) {
  const { filename, receivedAt, source, storeId: of } = upload
  const store = stores.findIndex(({ id }) => id === of)
  return {
    filename,
    receivedAt: new Date(receivedAt).toISOString(),
    source,
    store: store < 0 ? null : store,
  }
}

/** The name is for people; reading back goes by the manifest. */
function entryOf(number: number, filename: string): string {
  const plain = filename.replaceAll(/[\\/:*?"<>|]/g, '_').replaceAll(/^\.+/g, '_')
  return `files/${String(number).padStart(4, '0')} ${plain}`
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function* encoded(texts: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield encoder.encode(text)
}
