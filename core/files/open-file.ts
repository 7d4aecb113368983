import type { BusinessDate } from '../dates'
import { type ByteSource, UnreadableFile } from './bytes'
import { csvTable, wholeOf } from './csv'
import { type Format, formatOf, HEAD_BYTES, sentenceAbout } from './file-format'
import { LIMITS, type Limits } from './limits'
import type { Table } from './row'
import { isWorkbook, openWorkbook } from './xlsx'
import { openNested, openZip, readEntry, type Spent, type Zip } from './zip'
import type { ZipEntry } from './zip-directory'

/** One file of an upload that is not a ZIP: the upload itself, or one that stood in it. */
export type Leaf = {
  /** The names of the entries that led here, outermost first; none for the upload itself. For display only. */
  readonly path: readonly string[]
  readonly kind: 'xlsx' | 'csv' | 'other'
  readonly createdOn: BusinessDate | undefined
  readonly tables: readonly Table[]
  /** Why a file that should have been read could not be; the other files are still worth reading. */
  readonly error: UnreadableFile | undefined
  /** What a file that is only listed is, in a plain sentence. */
  readonly note: string | undefined
}

type Place = { path: readonly string[]; depth: number; limits: Limits; spent: Spent }

/**
 * The files of an upload, opened one at a time as they are asked for. Throws when the upload itself cannot be
 * read; a file inside that cannot be read is a leaf with an error.
 */
export async function* openFile(source: ByteSource, limits: Limits = LIMITS): AsyncGenerator<Leaf> {
  if (source.size === 0) throw new UnreadableFile('file-empty', 'This file is empty.')
  if (source.size > limits.uploadBytes) {
    throw new UnreadableFile('upload-too-large', 'This file is too large. Upload a shorter period.')
  }
  const place = { path: [], depth: 1, limits, spent: { inflatedBytes: 0, entries: 0 } }
  const format = formatOf(await source.read(0, Math.min(HEAD_BYTES, source.size)))
  if (format === 'zip') yield* openArchive(source, place)
  else yield leafOf(place.path, format, () => csvTable(() => wholeOf(source), limits))
}

/** A workbook is one leaf; any other ZIP is the leaves of its entries. */
async function* openArchive(source: ByteSource, place: Place): AsyncGenerator<Leaf> {
  const { limits, spent } = place
  const zip = await openZip(source, { limits, spent })
  if (isWorkbook(zip)) {
    const { createdOn, tables } = await openWorkbook(zip)
    yield { ...emptyLeaf(place.path, 'xlsx'), createdOn, tables }
    return
  }
  if (place.depth > limits.zipDepth) throw tooDeep()
  const entries = zip.entries.filter(isFile)
  spent.entries += entries.length
  if (spent.entries > limits.entries) throw tooManyFiles(limits.entries)
  for (const entry of entries) yield* openEntry(zip, entry, place)
}

async function* openEntry(zip: Zip, entry: ZipEntry, place: Place): AsyncGenerator<Leaf> {
  const path = [...place.path, entry.name]
  let kind: Leaf['kind'] = 'other'
  try {
    const format = formatOf(await readHead(zip, entry))
    if (format !== 'zip') {
      yield leafOf(path, format, () => csvTable(() => readEntry(zip, entry), zip.limits))
      return
    }
    kind = 'xlsx'
    const nested = await openNested(zip, entry)
    // What is held in memory here is held while everything inside is read.
    const heldBytes = zip.limits.heldBytes - (entry.method === 0 ? 0 : entry.size)
    const limits = { ...zip.limits, heldBytes }
    yield* openArchive(nested, { ...place, path, depth: place.depth + 1, limits })
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    yield { ...emptyLeaf(path, kind), error }
  }
}

/** The first bytes of an entry, inflating no more than it must; a short one is read, and so proven, whole. */
async function readHead(zip: Zip, entry: ZipEntry): Promise<Uint8Array> {
  const head = new Uint8Array(Math.min(HEAD_BYTES, entry.size))
  let filled = 0
  for await (const piece of readEntry(zip, entry)) {
    const part = piece.subarray(0, head.byteLength - filled)
    head.set(part, filled)
    filled += part.byteLength
    if (filled === HEAD_BYTES) break
  }
  return head
}

function leafOf(path: readonly string[], format: Exclude<Format, 'zip'>, table: () => Table): Leaf {
  if (format === 'text') return { ...emptyLeaf(path, 'csv'), tables: [table()] }
  const { sentence, code } = sentenceAbout(format)
  // Invoices come with PDFs beside the reports; only what should have been a report is an error.
  const isExpected = path.length > 0 && (format === 'pdf' || format === 'image')
  const leaf = emptyLeaf(path, 'other')
  return isExpected
    ? { ...leaf, note: sentence }
    : { ...leaf, note: sentence, error: new UnreadableFile(code, sentence) }
}

function emptyLeaf(path: readonly string[], kind: Leaf['kind']): Leaf {
  return { path, kind, createdOn: undefined, tables: [], error: undefined, note: undefined }
}

/** False for folders, and for what macOS and editors leave behind. */
function isFile({ name }: ZipEntry): boolean {
  if (name.endsWith('/') || name.startsWith('__MACOSX/')) return false
  return !name.slice(name.lastIndexOf('/') + 1).startsWith('.')
}

function tooDeep(): UnreadableFile {
  return new UnreadableFile(
    'zip-too-deep',
    'This is a ZIP in a ZIP in a ZIP. Unpack it once and upload the files inside.',
  )
}

function tooManyFiles(limit: number): UnreadableFile {
  return new UnreadableFile(
    'zip-too-many-files',
    `This upload holds more than ${limit} files. Upload fewer at a time.`,
  )
}
