import { type BusinessDate, dayInIndia } from '../dates'
import { UnreadableFile } from './bytes'
import type { Table } from './row'
import { damagedXml, declaresEntities, textWithin, type XmlPiece, xmlPieces } from './xml-text'
import { type CellContext, refuseOtherEncodings, sheetRows } from './xlsx-sheet'
import { readSharedTexts, type SharedTexts } from './xlsx-strings'
import { OFFSET_1904, readDateStyles } from './xlsx-styles'
import { readEntry, type Zip } from './zip'
import type { ZipEntry } from './zip-directory'

export type Workbook = {
  /** The day, in India, on which the program that wrote the workbook says it did; nothing when it does not say. */
  readonly createdOn: BusinessDate | undefined
  /** The sheets in the order of their tabs, hidden ones too; charts are left out. */
  readonly tables: readonly Table[]
}

type Part = { name: string; entry: ZipEntry }

/** True for a ZIP that is a workbook. */
export function isWorkbook(zip: Zip): boolean {
  return findWorkbookPart(zip) !== undefined
}

/** Reads the list of sheets; the sheets themselves are read when their rows are asked for. */
export async function openWorkbook(zip: Zip): Promise<Workbook> {
  const main = findWorkbookPart(zip)
  if (!main) throw damagedXml()
  if (main.entry.name.endsWith('.bin')) throw binaryWorkbook()
  const links = await readLinks(zip, main.name)
  const { sheets, is1904 } = parseWorkbook(await readPart(zip, main.entry))
  const context = contextOf(zip, links, is1904)
  const tables: Table[] = []
  for (const { name, link } of sheets) {
    const target = links.get(link)
    if (target === undefined) throw damagedXml()
    if (target.type !== 'worksheet') continue
    const entry = findPart(zip, target.name)
    if (!entry) throw damagedXml()
    tables.push({ name, rows: () => openSheet(zip, entry, context) })
  }
  return { createdOn: await readCreatedOn(zip), tables }
}

async function* openSheet(zip: Zip, entry: ZipEntry, context: () => Promise<CellContext>) {
  yield* sheetRows(readEntry(zip, entry), await context(), zip.limits)
}

/** Shared texts and styles are read once, when the first sheet is, and kept for the others. */
function contextOf(zip: Zip, links: Links, is1904: boolean): () => Promise<CellContext> {
  let context: Promise<CellContext> | undefined
  const read = async () => ({
    sharedTexts: await readShared(zip, links),
    dateStyles: await readStyles(zip, links),
    dayOffset: is1904 ? OFFSET_1904 : 0,
  })
  return () => (context ??= read())
}

async function readShared(zip: Zip, links: Links): Promise<SharedTexts> {
  const entry = findLinked(zip, links, 'sharedStrings')
  return readSharedTexts(entry ? readEntry(zip, entry) : noTexts(), zip.limits)
}

async function* noTexts() {
  yield new TextEncoder().encode('<sst/>')
}

async function readStyles(zip: Zip, links: Links): Promise<readonly boolean[]> {
  const entry = findLinked(zip, links, 'styles')
  return entry ? readDateStyles(await readPart(zip, entry)) : []
}

type Links = ReadonlyMap<string, { type: string; name: string }>

/** The parts that a part links to, by link id; the type is the last word of its address, in either dialect. */
async function readLinks(zip: Zip, partName: string): Promise<Links> {
  const folder = partName.slice(0, partName.lastIndexOf('/') + 1)
  const links = new Map<string, { type: string; name: string }>()
  const entry = findPart(zip, `${folder}_rels/${partName.slice(folder.length)}.rels`)
  if (!entry) return links
  for (const { name, attributes } of openings(await readPart(zip, entry))) {
    const target = attributes.get('Target')
    if (name !== 'Relationship' || target === undefined) continue
    const type = attributes.get('Type')?.split('/').at(-1) ?? ''
    links.set(attributes.get('Id') ?? '', { type, name: resolve(folder, target) })
  }
  return links
}

function resolve(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function findLinked(zip: Zip, links: Links, type: string): ZipEntry | undefined {
  const link = [...links.values()].find((each) => each.type === type)
  return link && findPart(zip, link.name)
}

/** Part names ignore case. */
function findPart(zip: Zip, name: string): ZipEntry | undefined {
  return zip.entries.find((entry) => partNameOf(entry) === name.toLowerCase())
}

function partNameOf(entry: ZipEntry): string {
  return entry.name.replace(/^\/+/, '').toLowerCase()
}

function findWorkbookPart(zip: Zip): Part | undefined {
  for (const name of ['xl/workbook.xml', 'xl/workbook.bin']) {
    const entry = findPart(zip, name)
    if (entry) return { name, entry }
  }
  return undefined
}

function parseWorkbook(xml: string): { sheets: { name: string; link: string }[]; is1904: boolean } {
  const sheets: { name: string; link: string }[] = []
  let is1904 = false
  for (const { name, attributes } of openings(xml)) {
    if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.get('date1904') ?? '')
    // The attribute is `r:id`, whatever prefix the file gives the name space.
    if (name === 'sheet') {
      sheets.push({ name: attributes.get('name') ?? '', link: attributes.get('id') ?? '' })
    }
  }
  return { sheets, is1904 }
}

async function readCreatedOn(zip: Zip): Promise<BusinessDate | undefined> {
  const entry = findPart(zip, 'docProps/core.xml')
  if (!entry) return undefined
  const xml = await readPart(zip, entry)
  const created = /<(?:\w+:)?created\b[^>]*>[^<]*/.exec(xml)?.[0]
  const instant = new Date(created === undefined ? '' : textWithin(created).trim())
  return Number.isNaN(instant.getTime()) ? undefined : dayInIndia(instant)
}

function* openings(xml: string): Generator<Extract<XmlPiece, { kind: 'open' }>> {
  for (const piece of xmlPieces(xml)) if (piece.kind === 'open') yield piece
}

/** A small part as text, whole. */
async function readPart(zip: Zip, entry: ZipEntry): Promise<string> {
  if (entry.size > zip.limits.partBytes) throw damagedXml()
  const bytes = new Uint8Array(entry.size)
  let end = 0
  for await (const piece of readEntry(zip, entry)) {
    bytes.set(piece, end)
    end += piece.byteLength
  }
  refuseOtherEncodings({ bytes, end })
  const xml = new TextDecoder().decode(bytes)
  if (xml.includes('<!DOCTYPE')) throw declaresEntities()
  return xml
}

function binaryWorkbook(): UnreadableFile {
  return new UnreadableFile(
    'workbook-binary',
    'This is a binary Excel workbook (.xlsb). Save it as .xlsx and upload that.',
  )
}
