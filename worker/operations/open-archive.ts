import { type ByteSource, UnreadableFile } from '#core/files/bytes'
import { LIMITS, type Limits } from '#core/files/limits'
import { openZip, readEntry, type Zip } from '#core/files/zip'
import type { ZipEntry } from '#core/files/zip-directory'
import type * as z from 'zod'
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  type Decisions,
  DECISIONS,
  decisionsSchema,
  MANIFEST,
  type Manifest,
  manifestSchema,
  MAX_ARCHIVED_FILES,
  MAX_DECISIONS_BYTES,
  MAX_MANIFEST_BYTES,
} from '../archive-format'
import { hashPieces } from '../zip-stream'

export type Archive = {
  readonly manifest: Manifest
  readonly decisions: Decisions
  /** The bytes of a file that the manifest names; only what it promised. */
  readonly open: (file: Manifest['files'][number]) => AsyncGenerator<Uint8Array>
}

/** As of an upload; but a whole upload may stand in an archive, and there are as many as we pack. */
const ARCHIVE_LIMITS: Limits = {
  ...LIMITS,
  entryBytes: LIMITS.uploadBytes,
  entries: MAX_ARCHIVED_FILES + 50,
}

type Found = { readonly zip: Zip; readonly byName: ReadonlyMap<string, ZipEntry> }

/** The archive in a file; nothing where it is another kind of file. Throws UnreadableFile for a broken one. */
export async function openArchive(source: ByteSource): Promise<Archive | undefined> {
  const found = await findArchive(source)
  if (found === undefined) return undefined
  const manifest = parseManifest(await readJson(found, MANIFEST, MAX_MANIFEST_BYTES))
  const { entry, bytes, sha256 } = manifest.decisions
  const text = await readText(found, entry, MAX_DECISIONS_BYTES)
  if (text.bytes !== bytes || text.sha256 !== sha256) throw damaged()
  const decisions = parseDecisions(text.text)
  const stores = decisions.stores.length
  if (manifest.files.some(({ store }) => store !== null && store >= stores)) throw damaged()
  return {
    manifest,
    decisions,
    open: (file) => readEntry(found.zip, entryOf(found, file.entry)),
  }
}

/** Reads every file to its end: nothing is taken from an archive of which a part is broken. */
export async function proveArchive({ manifest, open }: Archive): Promise<void> {
  for (const file of manifest.files) {
    const hashed = hashPieces(open(file))
    let read = 0
    for await (const piece of hashed.pieces) read += piece.byteLength
    const { bytes, sha256 } = hashed.result()
    if (read !== bytes || bytes !== file.bytes || sha256 !== file.sha256) throw damaged()
  }
}

/** A person who unpacks an archive and packs it again gets it back inside a folder. */
async function findArchive(source: ByteSource): Promise<Found | undefined> {
  const zip = await openQuietly(source)
  const manifest = zip?.entries.find(({ name }) => /^(?:[^/]+\/)?manifest\.json$/.test(name))
  if (zip === undefined || manifest === undefined) return undefined
  const folder = manifest.name.slice(0, -MANIFEST.length)
  const byName = new Map<string, ZipEntry>()
  for (const entry of zip.entries) {
    if (!entry.name.startsWith(folder) || entry.name.endsWith('/')) continue
    const name = entry.name.slice(folder.length)
    if (byName.has(name)) throw damaged()
    byName.set(name, entry)
  }
  return byName.has(DECISIONS) ? { zip, byName } : undefined
}

/** A file that is no ZIP, or a broken one, is told so by its own reading. */
async function openQuietly(source: ByteSource): Promise<Zip | undefined> {
  const head = await source.read(0, Math.min(2, source.size))
  if (head[0] !== 0x50 || head[1] !== 0x4b) return undefined
  try {
    return await openZip(source, { limits: ARCHIVE_LIMITS })
  } catch (error) {
    if (error instanceof UnreadableFile) return undefined
    throw error
  }
}

function entryOf({ byName }: Found, name: string): ZipEntry {
  const entry = byName.get(name)
  if (entry === undefined) throw damaged()
  return entry
}

async function readText(found: Found, name: string, maxBytes: number) {
  const entry = entryOf(found, name)
  if (entry.size > maxBytes) throw damaged()
  const decoder = new TextDecoder()
  const hashed = hashPieces(readEntry(found.zip, entry))
  let text = ''
  for await (const piece of hashed.pieces) text += decoder.decode(piece, { stream: true })
  return { text: text + decoder.decode(), ...hashed.result() }
}

async function readJson(found: Found, name: string, maxBytes: number): Promise<unknown> {
  return parseJson((await readText(found, name, maxBytes)).text)
}

function parseManifest(json: unknown): Manifest {
  refuseOtherVersion(json)
  return parsed(manifestSchema, json)
}

/** Throws UnreadableFile for what are no decisions of an archive that we can read. */
export function parseDecisions(text: string): Decisions {
  const json = parseJson(text)
  refuseOtherVersion(json)
  return parsed(decisionsSchema, json)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw damaged()
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, json: unknown): z.infer<Schema> {
  const result = schema.safeParse(json)
  if (!result.success) throw damaged()
  return result.data
}

function refuseOtherVersion(json: unknown): void {
  const isObject = typeof json === 'object' && json !== null
  if (!isObject || !('format' in json) || json.format !== ARCHIVE_FORMAT) throw foreign()
  if ('version' in json && json.version === ARCHIVE_VERSION) return
  throw new UnreadableFile(
    'archive-version',
    'This archive was made by another version of TrackEcom, which we cannot read. Nothing of it was taken.',
  )
}

function foreign(): UnreadableFile {
  return new UnreadableFile(
    'archive-foreign',
    'This looks like an archive of another program. Nothing of it was taken. Send the report files inside it one by one.',
  )
}

function damaged(): UnreadableFile {
  return new UnreadableFile(
    'archive-damaged',
    'A part of this archive is missing or was changed. Nothing of it was taken. Download it again and send the new copy.',
  )
}
