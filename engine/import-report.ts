import type { BusinessDate } from '#core/dates'
import type { Table } from '#core/files/row'
import {
  isRejected,
  type ReadRow,
  type RecognisedReport,
  type RecordOf,
  type RejectedRow,
  type ReportKind,
} from '#core/meesho/report'
import { type Db, runBatch } from '#db/client'
import { MAX_CHUNK_ROWS, toChunk } from '#db/ledger/chunk'
import { addRejectedRows, finishReport, type Step } from '#db/ledger/queries/report-steps'
import { findReport, type Report } from '#db/ledger/queries/reports'
import { markAdded, markPromises } from '#db/ledger/queries/unjudged'
import { FACT_WRITERS, type FactWriter, type WriterContext } from './fact-writers'
import { staleMarksOf } from './stale-months'

// A little under what toChunk takes for plain letters, so that most chunks are cut once.
const CHUNK_CHARACTERS = 700_000

/** Told after every step, with the rows it took and the statements it cost; may throw to pause. */
export type OnStep = (rows: number, statements: number) => Promise<void>

type Source = { readonly table: Table; readonly recognised: RecognisedReport }

type Reading<Kind extends ReportKind> = {
  readonly ledger: Db
  readonly report: Report
  readonly writer: FactWriter<Kind>
  readonly onStep: OnStep
  readonly now: Date
}

/** Rows of the step being gathered; the checkpoint is the first row after the step before it. */
type Pending = {
  fromRow: number
  toRow: number
  characters: number
  rows: string[]
  keys: Set<string>
  rejected: RejectedRow[]
  periodFrom: BusinessDate | undefined
  periodTo: BusinessDate | undefined
}

/** The checkpoint is no longer where this runner left it: another delivery, or an undo, has moved it. */
class Overtaken extends Error {
  override name = 'Overtaken'
}

// One runner overtakes another at most once a step; more rounds than this is a fault, not a race.
const MAX_ROUNDS = 50

/** Brings every row of a report into the ledger, from wherever an earlier delivery was stopped. */
export async function importReport(
  ledger: Db,
  report: Report,
  source: Source,
  context: WriterContext,
  onStep: OnStep,
): Promise<void> {
  let current: Report | undefined = report
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    if (current === undefined || current.state !== 'reading') return
    try {
      await readReport(ledger, current, source, context, onStep)
      return
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error
    }
    current = await findReport(ledger, current.workspaceId, report.id)
  }
  throw new Error('A report was overtaken too often')
}

function readReport(
  ledger: Db,
  report: Report,
  { table, recognised }: Source,
  context: WriterContext,
  onStep: OnStep,
): Promise<void> {
  const reading = { ledger, report, onStep, table, now: context.now }
  return readKind(reading, recognised, context)
}

function readKind<Kind extends ReportKind>(
  { table, ...base }: Omit<Reading<Kind>, 'writer'> & Pick<Source, 'table'>,
  recognised: { readonly kind: Kind; readonly headerRow: number; readonly read: ReadRow<Kind> },
  context: WriterContext,
): Promise<void> {
  return readRows({ ...base, writer: FACT_WRITERS[recognised.kind](context) }, table, recognised)
}

async function readRows<Kind extends ReportKind>(
  reading: Reading<Kind>,
  table: Table,
  { headerRow, read }: { headerRow: number; read: ReadRow<Kind> },
): Promise<void> {
  const { report, writer } = reading
  const pending = newPending(report.nextRow)
  for await (const rows of table.rows()) {
    for (const row of rows) {
      if (row.number <= headerRow) continue
      const record = read(row)
      if (record === undefined) continue
      // Rows before the checkpoint are encoded all the same: the count of twins starts with the file.
      const encoded = isRejected(record) ? undefined : writer.encode(record, row.number)
      if (row.number < report.nextRow) continue
      if (isFull(pending, encoded, keyOf(writer, record))) await flush(reading, pending)
      gather(pending, row.number, record, encoded, writer)
    }
  }
  await flush(reading, pending)
  await finish(reading)
}

function keyOf<Kind extends ReportKind>(
  writer: FactWriter<Kind>,
  record: RecordOf[Kind] | RejectedRow,
): string {
  return isRejected(record) ? '' : writer.chunkKeyOf(record)
}

function newPending(fromRow: number): Pending {
  return {
    fromRow,
    toRow: fromRow,
    characters: 0,
    rows: [],
    keys: new Set(),
    rejected: [],
    periodFrom: undefined,
    periodTo: undefined,
  }
}

function isFull(pending: Pending, encoded: string | undefined, key: string): boolean {
  return (
    pending.rows.length + pending.rejected.length >= MAX_CHUNK_ROWS ||
    pending.characters + (encoded?.length ?? 0) > CHUNK_CHARACTERS ||
    (key !== '' && pending.keys.has(key))
  )
}

function gather<Kind extends ReportKind>(
  pending: Pending,
  rowNo: number,
  record: RecordOf[Kind] | RejectedRow,
  encoded: string | undefined,
  writer: FactWriter<Kind>,
): void {
  pending.toRow = rowNo + 1
  if (isRejected(record)) {
    pending.rejected.push(record)
    return
  }
  if (encoded === undefined) return
  pending.rows.push(encoded)
  pending.characters += encoded.length + 1
  const key = writer.chunkKeyOf(record)
  if (key !== '') pending.keys.add(key)
  const day = writer.dayOf(record)
  if (day === undefined) return
  const last = writer.lastDayOf?.(record) ?? day
  if (pending.periodFrom === undefined || day < pending.periodFrom) pending.periodFrom = day
  if (pending.periodTo === undefined || last > pending.periodTo) pending.periodTo = last
}

/** Writes what has been gathered and starts the next step. */
async function flush<Kind extends ReportKind>(
  reading: Reading<Kind>,
  pending: Pending,
): Promise<void> {
  if (pending.toRow === pending.fromRow) return
  const { ledger, report, writer } = reading
  const step: Step = {
    reportId: report.id,
    fromRow: pending.fromRow,
    toRow: pending.toRow,
    rows: pending.rows.length + pending.rejected.length,
    rejected: pending.rejected.length,
    periodFrom: pending.periodFrom,
    periodTo: pending.periodTo,
  }
  const chunk = toChunk(pending.rows)
  if (chunk === undefined) throw new Error('A chunk grew larger than a statement takes')
  const refused = pending.rejected.length > 0 ? [addRejectedRows(step, pending.rejected)] : []
  const statements = [
    ...refused,
    ...writer.write(report.storeId, step, chunk),
    ...markAdded(report.kind, report.storeId, step, chunk),
  ]
  await runBatch(ledger, statements)
  await expectStep(reading, step)
  Object.assign(pending, newPending(step.toRow))
  await reading.onStep(step.rows, statements.length + 1)
}

/** A batch whose checkpoint was not its own changed nothing; the reading must start from the real one. */
async function expectStep<Kind extends ReportKind>(reading: Reading<Kind>, step: Step) {
  const now = await findReport(reading.ledger, reading.report.workspaceId, step.reportId)
  if (now?.state !== 'reading' || now.nextRow !== step.toRow) throw new Overtaken()
}

/** Marks the report read, and in the same transaction every month whose totals it may have changed. */
async function finish<Kind extends ReportKind>({
  ledger,
  report,
  now,
}: Reading<Kind>): Promise<void> {
  const read = await findReport(ledger, report.workspaceId, report.id)
  if (read === undefined) return
  // A repeated download added nothing, so no total can have changed.
  const hasNews = read.newRows > 0 || read.changedRows > 0
  const marks = hasNews ? await staleMarksOf(ledger, read) : []
  // From now on its promises count, those too that an earlier reading of it had added.
  const promises = read.kind === 'outstanding' ? [markPromises(read.storeId, read.id)] : []
  await runBatch(ledger, [...marks, ...promises, finishReport(read, now)])
}
