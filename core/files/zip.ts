import { type ByteSource, bytesOf, piecesOf, rangeOf, UnreadableFile } from './bytes'
import { crc32 } from './crc32'
import { LIMITS, type Limits } from './limits'
import { damagedZip, readDirectory, type ZipEntry } from './zip-directory'

/** What one upload has inflated and listed so far; shared by every ZIP inside it. */
export type Spent = { inflatedBytes: number; entries: number }

export type Zip = {
  readonly source: ByteSource
  readonly entries: readonly ZipEntry[]
  readonly limits: Limits
  readonly spent: Spent
  /** Entries already paid for, so that reading one twice costs nothing more. */
  readonly paid: Set<ZipEntry>
}

type OpenOptions = { limits?: Limits; spent?: Spent }

const STORED = 0
const DEFLATED = 8
const LOCAL_SIGNATURE = 0x04034b50
const LOCAL_BYTES = 30

export async function openZip(source: ByteSource, options: OpenOptions = {}): Promise<Zip> {
  const { limits = LIMITS, spent = { inflatedBytes: 0, entries: 0 } } = options
  const entries = await readDirectory(source, limits)
  return { source, entries, limits, spent, paid: new Set() }
}

/** The entry's bytes in pieces; ends only when their number and checksum are what the ZIP promised. */
export async function* readEntry(zip: Zip, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  refuseUnreadable(zip, entry)
  pay(zip, entry)
  const start = await findData(zip, entry)
  const raw = await zip.source.stream(start, start + entry.compressedSize)
  let count = 0
  try {
    const pieces = entry.method === STORED ? checked(raw, entry) : piecesOf(inflated(raw, entry))
    for await (const piece of pieces) {
      count += piece.byteLength
      if (count > entry.size) throw lyingZip()
      yield piece
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : damagedZip(error)
  }
  if (count !== entry.size) throw lyingZip()
}

/** The entry as a source of its own, for a ZIP inside a ZIP: a range when stored, else held in memory. */
export async function openNested(zip: Zip, entry: ZipEntry): Promise<ByteSource> {
  refuseUnreadable(zip, entry)
  if (entry.method === STORED) {
    const start = await findData(zip, entry)
    return rangeOf(zip.source, start, start + entry.size)
  }
  if (entry.size > zip.limits.heldBytes) throw tooLarge(zip.limits.heldBytes)
  const bytes = new Uint8Array(entry.size)
  let filled = 0
  for await (const piece of readEntry(zip, entry)) {
    bytes.set(piece, filled)
    filled += piece.byteLength
  }
  return bytesOf(bytes)
}

function refuseUnreadable(zip: Zip, entry: ZipEntry): void {
  if (entry.isEncrypted) {
    throw new UnreadableFile(
      'zip-encrypted',
      'This file is locked with a password. Remove the password and upload it again.',
    )
  }
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new UnreadableFile(
      'zip-method-unknown',
      'This ZIP was packed in a way we cannot open. Unpack it and upload the files inside.',
    )
  }
  if (entry.method === STORED && entry.size !== entry.compressedSize) throw lyingZip()
  if (entry.compressedSize > zip.limits.entryBytes) throw tooLarge(zip.limits.entryBytes)
}

function pay(zip: Zip, entry: ZipEntry): void {
  if (zip.paid.has(entry)) return
  // The promised size is as good as the true one: readEntry stops at the first byte beyond it.
  if (zip.spent.inflatedBytes + entry.size > zip.limits.inflatedBytes) {
    throw new UnreadableFile(
      'inflated-too-large',
      `The files inside unpack to more than ${megabytes(zip.limits.inflatedBytes)}. Upload a shorter period.`,
    )
  }
  zip.spent.inflatedBytes += entry.size
  zip.paid.add(entry)
}

/** The local header is believed in one thing only: how long it is itself. */
async function findData({ source }: Zip, entry: ZipEntry): Promise<number> {
  const headerEnd = entry.headerOffset + LOCAL_BYTES
  const header = await source.read(entry.headerOffset, headerEnd)
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  if (header.byteLength !== LOCAL_BYTES || view.getUint32(0, true) !== LOCAL_SIGNATURE) {
    throw damagedZip()
  }
  const start = headerEnd + view.getUint16(26, true) + view.getUint16(28, true)
  if (start + entry.compressedSize > source.size) throw damagedZip()
  return start
}

/**
 * Deflated data between a gzip header and a gzip trailer made from what the ZIP promised: native
 * inflate then checks the CRC and the length itself, at no cost to us.
 */
function inflated(raw: ReadableStream<Uint8Array>, entry: ZipEntry): ReadableStream<Uint8Array> {
  const header = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
  const trailer = new DataView(new ArrayBuffer(8))
  trailer.setUint32(0, entry.crc32, true)
  trailer.setUint32(4, entry.size % 2 ** 32, true)
  const frame = new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(header),
    // Safe because no runtime hands out shared memory as the pieces of a stream.
    transform: (piece, controller) => controller.enqueue(piece as Uint8Array<ArrayBuffer>),
    flush: (controller) => controller.enqueue(new Uint8Array(trailer.buffer)),
  })
  return raw.pipeThrough(frame).pipeThrough(new DecompressionStream('gzip'))
}

async function* checked(raw: ReadableStream<Uint8Array>, entry: ZipEntry) {
  let crc = 0
  for await (const piece of piecesOf(raw)) {
    crc = crc32(piece, crc)
    yield piece
  }
  if (crc !== entry.crc32) throw damagedZip()
}

function lyingZip(): UnreadableFile {
  return new UnreadableFile(
    'zip-lying',
    'This ZIP does not hold what it says it holds. Download it again and upload the new copy.',
  )
}

function tooLarge(limit: number): UnreadableFile {
  return new UnreadableFile(
    'file-too-large',
    `A file inside is larger than ${megabytes(limit)}. Download a shorter period and upload that.`,
  )
}

function megabytes(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${bytes} bytes`
}
