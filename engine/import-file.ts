import type { BusinessDate } from '#core/dates'
import { type ByteSource, UnreadableFile } from '#core/files/bytes'
import { type Leaf, openFile } from '#core/files/open-file'
import type { Table } from '#core/files/row'
import type { StoreId, SupplierId, UploadId, WorkspaceId } from '#core/ids'
import { downloadDayOf } from '#core/meesho/file-names'
import { isOutstandingPayments, recogniseReport } from '#core/meesho/recognise-report'
import type { FileHints, Recognition, RecognisedReport } from '#core/meesho/report'
import type { Db } from '#db/client'
import {
  addQuarantinedReport,
  addReport,
  listReportsOfUploads,
  type ReportPlace,
} from '#db/ledger/queries/reports'
import { importReport, type OnStep } from './import-report'
import { rebuildTotals } from './rebuild-totals'
import { removeUpload } from './remove-upload'

export type FileToImport = {
  readonly id: UploadId
  readonly workspaceId: WorkspaceId
  readonly filename: string
  /** Stands in for the day of an outstanding report that does not say when it was made. */
  readonly receivedOn: BusinessDate
  /** Milliseconds: when what it says was said, such as a cost; the moment of its reading where it is not given. */
  readonly receivedAt?: number
}

export type ImportOptions = {
  readonly now: Date
  /** Says which store the file belongs to, or throws to refuse it; nothing has been written until then. */
  readonly resolveStore: (supplierId: SupplierId | undefined) => Promise<StoreId>
  readonly onProgress?: (rowsRead: number) => Promise<void>
  /** How many statements this delivery may spend; beyond it the import stops at a checkpoint. */
  readonly statements?: number
}

export type ImportOutcome = {
  readonly storeId: StoreId | undefined
  readonly rowsRead: number
  /** Sheets and files that are no report we know, by name. */
  readonly unrecognised: readonly string[]
  /** False when the statements were used up: the same call again goes on from the checkpoint. */
  readonly done: boolean
}

/** A sheet or CSV with its place in the file: `ordinal` is the same at every reading. */
type Found = {
  readonly ordinal: number
  readonly path: readonly string[]
  readonly table: Table
  readonly hints: FileHints
  readonly recognition: Recognition
}

/** Thrown through an import to stop it at the checkpoint it has just written. */
class Paused extends Error {
  override name = 'Paused'
}

// One invocation may send D1 1,000 statements; what is left over serves the service's own.
const STATEMENTS = 800

/**
 * Reads a file into the ledger. Throws UnreadableFile for a file nobody can read, and whatever
 * `resolveStore` throws; in both cases nothing of the file counts. Called again it goes on where it
 * stopped, and adds nothing twice.
 */
export async function importFile(
  ledger: Db,
  file: FileToImport,
  source: ByteSource,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const { supplierId, hasReports, unrecognised } = await surveyFile(file, source)
  if (!hasReports) return { storeId: undefined, rowsRead: 0, unrecognised, done: true }
  const storeId = await options.resolveStore(supplierId)

  let left = options.statements ?? STATEMENTS
  let rowsRead = await countRowsRead(ledger, file)
  const onStep: OnStep = async (rows, statements) => {
    left -= statements
    rowsRead += rows
    if (rows > 0) await options.onProgress?.(rowsRead)
    if (left <= 0) throw new Paused()
  }
  try {
    await importReports(ledger, file, source, { storeId, now: options.now, onStep })
    await rebuildTotals(ledger, storeId, onStep)
  } catch (error) {
    if (error instanceof Paused) return { storeId, rowsRead, unrecognised, done: false }
    // A sheet that breaks half-way was counted up to its last whole checkpoint: none of it stays.
    if (error instanceof UnreadableFile) await removeUpload(ledger, file, options.now)
    throw error
  }
  return { storeId, rowsRead: await countRowsRead(ledger, file), unrecognised, done: true }
}

async function countRowsRead(ledger: Db, { workspaceId, id }: FileToImport): Promise<number> {
  const reports = await listReportsOfUploads(ledger, workspaceId, [id])
  return reports.reduce((rows, report) => rows + report.rows, 0)
}

type Survey = {
  readonly supplierId: SupplierId | undefined
  readonly hasReports: boolean
  readonly unrecognised: string[]
}

/** Looks at every sheet before anything is written: a file of two suppliers is nobody's. */
async function surveyFile(file: FileToImport, source: ByteSource): Promise<Survey> {
  const supplierIds = new Set<SupplierId>()
  const [unrecognised, kept]: [string[], string[]] = [[], []]
  const onUnread = (name: string, isKept: boolean) => (isKept ? kept : unrecognised).push(name)
  let hasReports = false
  for await (const found of findReports(file, source, onUnread)) {
    const { recognition, path, table } = found
    if (recognition.status === 'unrecognised')
      unrecognised.push([...path, table.name].filter(Boolean).join(' › ') || file.filename)
    if (recognition.status !== 'recognised' && recognition.status !== 'quarantined') continue
    hasReports = true
    const supplierId =
      recognition.status === 'recognised' ? recognition.report.supplierId : recognition.supplierId
    if (supplierId !== undefined) supplierIds.add(supplierId)
  }
  if (supplierIds.size > 1) {
    const ids = [...supplierIds].join(' and ')
    throw new UnreadableFile(
      'mixed-suppliers',
      `This file holds reports of more than one supplier (${ids}). Upload each supplier's files on their own, so that their money is never mixed.`,
    )
  }
  const [supplierId] = supplierIds
  return { supplierId, hasReports, unrecognised: [...unrecognised, ...listKept(kept)] }
}

// Invoices come with a PDF each, and nobody reads a thousand names.
const MAX_KEPT_NAMES = 20

/** Files that stand beside the reports as they should: kept with the upload, and not read. */
function listKept(names: readonly string[]): string[] {
  if (names.length <= MAX_KEPT_NAMES) return [...names]
  const rest = names.length - MAX_KEPT_NAMES
  return [...names.slice(0, MAX_KEPT_NAMES), `${rest} more files, ${names.length} in all`]
}

/** Every sheet and CSV of the file with what it is, one leaf open at a time. */
async function* findReports(
  file: FileToImport,
  source: ByteSource,
  onUnread: (name: string, isKept: boolean) => void,
): AsyncGenerator<Found> {
  let ordinal = 0
  for await (const leaf of openFile(source)) {
    if (leaf.kind === 'other' || leaf.error) {
      if (leaf.path.length === 0 && leaf.error) throw leaf.error
      const name = leaf.path.join(' › ') || file.filename
      onUnread(leaf.error ? `${name}: ${leaf.error.message}` : name, leaf.error === undefined)
      continue
    }
    const hints = { names: [file.filename, ...leaf.path], createdOn: leaf.createdOn }
    const outstanding = await findOutstanding(leaf)
    for (const table of leaf.tables) {
      const workbook = outstanding === undefined ? {} : { outstanding }
      const recognition = await recogniseReport(table, hints, workbook)
      yield { ordinal, path: leaf.path, table, hints, recognition }
      ordinal += 1
    }
  }
}

/** Whether a workbook's payments are promises; nothing where no sheet of it can tell. */
async function findOutstanding(leaf: Leaf): Promise<boolean | undefined> {
  for (const table of leaf.tables) {
    const outstanding = await isOutstandingPayments(table)
    if (outstanding !== undefined) return outstanding
  }
  return undefined
}

type Target = { readonly storeId: StoreId; readonly now: Date; readonly onStep: OnStep }

async function importReports(
  ledger: Db,
  file: FileToImport,
  source: ByteSource,
  { storeId, now, onStep }: Target,
): Promise<void> {
  // What earlier deliveries finished costs nothing again: a delivery always gets further than the last.
  const known = await listReportsOfUploads(ledger, file.workspaceId, [file.id])
  const byOrdinal = new Map(known.map((report) => [report.ordinal, report]))
  for await (const found of findReports(file, source, () => {})) {
    const { recognition, table, hints, ordinal } = found
    const before = byOrdinal.get(ordinal)
    if (before !== undefined && before.state !== 'reading') continue
    if (recognition.status === 'quarantined') {
      await addQuarantinedReport(ledger, placeOf(file, storeId, found, now), recognition)
      await onStep(0, 1)
    }
    if (recognition.status !== 'recognised') continue
    const report = before ?? (await addReport(ledger, placeOf(file, storeId, found, now)))
    const seenOn = downloadDayOf(hints.names) ?? ('' as const)
    const context = { now, seenOn, saidAt: file.receivedAt ?? report.importedAt }
    await importReport(ledger, report, { table, recognised: recognition.report }, context, onStep)
    await onStep(0, STATEMENTS_A_REPORT)
  }
}

// Adding it, reading its checkpoint, and the batch that ends it.
const STATEMENTS_A_REPORT = 8

function placeOf(file: FileToImport, storeId: StoreId, found: Found, now: Date): ReportPlace {
  const { recognition, ordinal, path, table } = found
  const report = recognition.status === 'recognised' ? recognition.report : undefined
  return {
    workspaceId: file.workspaceId,
    storeId,
    uploadId: file.id,
    filename: file.filename,
    ordinal,
    path,
    sheet: table.name,
    kind: recognition.status === 'quarantined' ? recognition.kind : (report?.kind ?? ''),
    layout: report?.layout ?? '',
    columns: report?.columns ?? {},
    notices: report?.notices ?? [],
    supplierId: report?.supplierId,
    snapshotOn: isPromise(report) ? (report.snapshotOn ?? file.receivedOn) : undefined,
    importedAt: now,
  }
}

function isPromise(report: RecognisedReport | undefined): report is RecognisedReport {
  return report?.kind === 'outstanding' || report?.kind === 'outstanding.ads'
}
