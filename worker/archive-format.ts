import { parseBusinessDate, parseBusinessMonth } from '#core/dates'
import { parseSubOrderNo, parseSupplierId } from '#core/ids'
import { MAX_COST } from '#core/meesho/costs-list'
import { RULES } from '#core/reconciliation/discrepancy'
import { MARK_STATES } from '#core/reconciliation/marks'
import { isOpaqueId } from '#core/ids'
import * as z from 'zod'
import { nameText } from './validate'

/** What a manifest says it is of; the version grows with every change that an older reader would misread. */
export const ARCHIVE_FORMAT = 'trackecom-archive'
export const ARCHIVE_VERSION = 1

/** The entries of an archive. Everything else is named by the manifest, which is written last. */
export const MANIFEST = 'manifest.json'
export const DECISIONS = 'decisions.json'

/** One request brings 64 KB of JSON, a year of decisions more: a hundred thousand marks fit. */
export const MAX_DECISIONS_BYTES = 20_000_000
export const MAX_MANIFEST_BYTES = 4_000_000
/** A ZIP of more is refused on its way back in; a seller sends some hundred files in ten years. */
export const MAX_ARCHIVED_FILES = 900

const HUNDRED_CRORES = 1_00_00_00_000_00

const instant = z.int().min(0)
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const day = z.string().refine((text) => parseBusinessDate(text) !== undefined)
const month = z.string().refine((text) => parseBusinessMonth(text) !== undefined)
const costAmount = z.int().min(0).max(MAX_COST).nullable()
const words = (length: number) => z.string().max(length)
const written = { entry: z.string().max(600), bytes: z.int().min(0), sha256: digest }

const file = z.strictObject({
  ...written,
  filename: z.string().min(1).max(1_000),
  receivedAt: z.iso.datetime(),
  source: z.enum(['dashboard', 'extension', 'cli', 'api']),
  /** The store it was read for, by its place in the decisions; nothing where nobody has said. */
  store: z.int().min(0).nullable(),
})

const table = z.strictObject({
  ...written,
  rows: z.int().min(0),
  /** In paise, by the title of the column. */
  sums: z.record(z.string(), z.int()),
})

export const manifestSchema = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.literal(ARCHIVE_VERSION),
  exportedAt: z.iso.datetime(),
  workspace: z.string(),
  decisions: z.strictObject(written),
  /** Every file as it was received, the oldest first. */
  files: z.array(file).max(MAX_ARCHIVED_FILES),
  tables: z.array(table),
})

const cost = z.strictObject({
  sku: z.string().min(1).max(200),
  effectiveFrom: day,
  cost: costAmount,
  packaging: costAmount,
  saidAt: instant,
})

const overhead = z.strictObject({
  id: z.string().refine(isOpaqueId),
  name: words(100),
  amount: z.int().min(1).max(HUNDRED_CRORES),
  fromMonth: month,
  toMonth: month.nullable(),
  createdAt: instant,
})

const mark = z.strictObject({
  subOrderNo: z.string().refine((text) => parseSubOrderNo(text) === text),
  rule: z.enum(RULES),
  about: words(1_000),
  state: z.enum(MARK_STATES),
  note: words(1_000),
  ticketId: words(100),
  markedAt: instant,
})

const store = z.strictObject({
  name: nameText,
  marketplace: z.enum(['meesho']),
  supplierId: z
    .string()
    .refine((text) => parseSupplierId(text) !== undefined)
    .nullable(),
  gstScheme: z.enum(['regular', 'none']),
  cogsPolicy: z.enum(['kept', 'all_shipped', 'kept_and_returned']),
  isSample: z.boolean(),
  costs: z.array(cost),
  overheads: z.array(overhead),
  marks: z.array(mark),
})

/** What a person said, store by store: no file can say it again. */
export const decisionsSchema = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.literal(ARCHIVE_VERSION),
  stores: z.array(store).max(50),
})

export type Manifest = z.infer<typeof manifestSchema>
export type Decisions = z.infer<typeof decisionsSchema>
export type ArchivedStore = Decisions['stores'][number]

/** What became of an archive that was taken apart, as its upload keeps it. */
export const outcomeSchema = z.strictObject({
  files: z.int(),
  stores: z.int(),
  costs: z.int(),
  overheads: z.int(),
  marks: z.int(),
})
export type ArchiveOutcome = z.infer<typeof outcomeSchema>

export const NOTHING_YET: ArchiveOutcome = { files: 0, stores: 0, costs: 0, overheads: 0, marks: 0 }

export function outcomeOf({ stores }: Decisions, files: number): ArchiveOutcome {
  const count = (kind: 'costs' | 'overheads' | 'marks') =>
    stores.reduce((all, each) => all + each[kind].length, 0)
  return {
    files,
    stores: stores.length,
    costs: count('costs'),
    overheads: count('overheads'),
    marks: count('marks'),
  }
}

/** The column of an upload that came out of an archive: it is never opened as one itself. */
export function fromArchive(uploadId: string): string {
  return JSON.stringify({ from: uploadId })
}

/** What the column of an upload says. */
export function readArchiveColumn(text: string | null): 'none' | 'inside' | ArchiveOutcome {
  if (text === null) return 'none'
  return outcomeSchema.safeParse(JSON.parse(text)).data ?? 'inside'
}
