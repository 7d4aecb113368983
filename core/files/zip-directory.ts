import { type ByteSource, UnreadableFile } from './bytes'
import type { Limits } from './limits'

/** A file as the central directory of its ZIP describes it. */
export type ZipEntry = {
  /** For display and for finding a workbook's parts; never a path to write to. */
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly crc32: number
  readonly compressedSize: number
  readonly size: number
  readonly headerOffset: number
}

const END_SIGNATURE = 0x06054b50
const END_BYTES = 22
const COMMENT_MAX = 0xffff
const END64_LOCATOR_SIGNATURE = 0x07064b50
const END64_LOCATOR_BYTES = 20
const END64_SIGNATURE = 0x06064b50
const END64_BYTES = 56
const ENTRY_SIGNATURE = 0x02014b50
const ENTRY_BYTES = 46
const LOCAL_HEADER_BYTES = 30
const ENCRYPTED_FLAGS = 0x0001 | 0x0040 | 0x2000
const UTF8_FLAG = 0x0800
const ZIP64_EXTRA = 0x0001
const IN_ZIP64 = 0xffffffff

export function damagedZip(cause?: unknown): UnreadableFile {
  return new UnreadableFile(
    'zip-damaged',
    'This file is cut off or damaged. Download it again and upload the new copy.',
    cause === undefined ? undefined : { cause },
  )
}

/** Every file the ZIP lists, in its own order. Reads only the end of the source. */
export async function readDirectory(source: ByteSource, limits: Limits): Promise<ZipEntry[]> {
  const end = await findEnd(source)
  if (end.count > limits.entries) {
    throw new UnreadableFile(
      'zip-too-many-files',
      `This ZIP holds more than ${limits.entries} files. Upload fewer at a time.`,
    )
  }
  if (end.length > limits.partBytes) throw damagedZip()
  const bytes = await source.read(end.start, end.start + end.length)
  if (bytes.byteLength !== end.length) throw damagedZip()
  const entries = parseEntries(viewOf(bytes), end.count)
  refuseOverlaps(entries, end.start)
  return entries
}

type DirectoryEnd = { count: number; start: number; length: number }

async function findEnd(source: ByteSource): Promise<DirectoryEnd> {
  const tailBytes = Math.min(source.size, END64_LOCATOR_BYTES + END_BYTES + COMMENT_MAX)
  const tailStart = source.size - tailBytes
  const tail = viewOf(await source.read(tailStart, source.size))
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    const isEnd =
      tail.getUint32(at, true) === END_SIGNATURE &&
      at + END_BYTES + tail.getUint16(at + 20, true) === tail.byteLength
    if (!isEnd) continue
    const plain = {
      count: tail.getUint16(at + 10, true),
      length: tail.getUint32(at + 12, true),
      start: tail.getUint32(at + 16, true),
    }
    const isSingleDisk =
      tail.getUint16(at + 4, true) === 0 || tail.getUint16(at + 4, true) === 0xffff
    if (!isSingleDisk) throw damagedZip()
    const locator = at - END64_LOCATOR_BYTES
    if (locator >= 0 && tail.getUint32(locator, true) === END64_LOCATOR_SIGNATURE) {
      return readZip64End(source, safeNumber(tail, locator + 8), tailStart + locator)
    }
    // A ZIP that ends inside another (a stored workbook) has offsets that do not meet its own end.
    if (plain.start + plain.length !== tailStart + at) throw damagedZip()
    return plain
  }
  throw damagedZip()
}

async function readZip64End(source: ByteSource, start: number, end: number): Promise<DirectoryEnd> {
  if (start + END64_BYTES > end) throw damagedZip()
  const record = viewOf(await source.read(start, start + END64_BYTES))
  if (record.getUint32(0, true) !== END64_SIGNATURE) throw damagedZip()
  const found = {
    count: safeNumber(record, 32),
    length: safeNumber(record, 40),
    start: safeNumber(record, 48),
  }
  if (found.start + found.length !== start) throw damagedZip()
  return found
}

function parseEntries(view: DataView, count: number): ZipEntry[] {
  const entries: ZipEntry[] = []
  let at = 0
  while (at < view.byteLength) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
      throw damagedZip()
    }
    const nameEnd = at + ENTRY_BYTES + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    const next = extraEnd + view.getUint16(at + 32, true)
    if (next > view.byteLength) throw damagedZip()
    entries.push(parseEntry(view, at, nameEnd, extraEnd))
    at = next
  }
  if (entries.length !== count) throw damagedZip()
  return entries
}

function parseEntry(view: DataView, at: number, nameEnd: number, extraEnd: number): ZipEntry {
  const flags = view.getUint16(at + 8, true)
  const plain = {
    name: nameOf(view, at + ENTRY_BYTES, nameEnd, (flags & UTF8_FLAG) !== 0),
    method: view.getUint16(at + 10, true),
    isEncrypted: (flags & ENCRYPTED_FLAGS) !== 0,
    crc32: view.getUint32(at + 16, true),
    compressedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    headerOffset: view.getUint32(at + 42, true),
  }
  const isZip64 = [plain.size, plain.compressedSize, plain.headerOffset].includes(IN_ZIP64)
  return isZip64 ? withZip64Sizes(plain, view, nameEnd, extraEnd) : plain
}

/** The 64-bit numbers stand in a fixed order, and only those that did not fit their 32-bit place. */
function withZip64Sizes(plain: ZipEntry, view: DataView, start: number, end: number): ZipEntry {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_EXTRA) continue
    const fieldEnd = at + 4 + view.getUint16(at + 2, true)
    if (fieldEnd > end) throw damagedZip()
    let next = at + 4
    const wide = (value: number) => {
      if (value !== IN_ZIP64) return value
      if (next + 8 > fieldEnd) throw damagedZip()
      next += 8
      return safeNumber(view, next - 8)
    }
    const size = wide(plain.size)
    const compressedSize = wide(plain.compressedSize)
    return { ...plain, size, compressedSize, headerOffset: wide(plain.headerOffset) }
  }
  throw damagedZip()
}

/** Two entries over the same bytes are how a small ZIP pretends to hold a large one. */
function refuseOverlaps(entries: readonly ZipEntry[], directoryStart: number): void {
  const inOrder = [...entries].sort((a, b) => a.headerOffset - b.headerOffset)
  for (const [index, entry] of inOrder.entries()) {
    const end = entry.headerOffset + LOCAL_HEADER_BYTES + entry.compressedSize
    if (end > (inOrder[index + 1]?.headerOffset ?? directoryStart)) throw damagedZip()
  }
}

function nameOf(view: DataView, start: number, end: number, isUtf8: boolean): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + start, end - start)
  // The code page of old names is anyone's guess; they are shown, not used.
  const name = new TextDecoder(isUtf8 ? 'utf-8' : 'windows-1252').decode(bytes)
  return name.replaceAll('\\', '/')
}

function safeNumber(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true)
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damagedZip()
  return Number(value)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
