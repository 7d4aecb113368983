import { makeZip, type ZipFile } from './zip-writer'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

export type WorkbookParts = {
  /** The XML of each sheet, whole, by its name; an iterable is written as it comes. */
  sheets: Readonly<Record<string, string | Iterable<string>>>
  sharedStrings?: string
  styles?: string
  is1904?: boolean
  /** An instant, as docProps/core.xml writes it. */
  created?: string
  /** Targets written as `/xl/worksheets/…`. */
  hasAbsoluteTargets?: boolean
  isStored?: boolean
}

/** A workbook from XML written by hand, for the forms that no library would write. */
export function makeWorkbook(parts: WorkbookParts): Promise<Uint8Array> {
  return makeZip(workbookFiles(parts))
}

export function workbookFiles(parts: WorkbookParts): ZipFile[] {
  const names = Object.keys(parts.sheets)
  const prefix = parts.hasAbsoluteTargets ? '/xl/' : ''
  const sheetLinks = names.map((_, index) =>
    link(`rId${index + 1}`, 'worksheet', `${prefix}worksheets/sheet${index + 1}.xml`),
  )
  const links = [
    ...sheetLinks,
    ...(parts.sharedStrings ? [link('rId900', 'sharedStrings', `${prefix}sharedStrings.xml`)] : []),
    ...(parts.styles ? [link('rId901', 'styles', `${prefix}styles.xml`)] : []),
  ]
  const files: [string, string | Iterable<string> | undefined][] = [
    ['[Content_Types].xml', contentTypes(names.length, parts)],
    ['_rels/.rels', relationships([link('rId1', 'officeDocument', 'xl/workbook.xml')])],
    ['docProps/core.xml', parts.created && coreProperties(parts.created)],
    ['xl/workbook.xml', workbook(names, parts.is1904 === true)],
    ['xl/_rels/workbook.xml.rels', relationships(links)],
    ['xl/sharedStrings.xml', parts.sharedStrings],
    ['xl/styles.xml', parts.styles],
    ...names.map((name, index): [string, string | Iterable<string> | undefined] => [
      `xl/worksheets/sheet${index + 1}.xml`,
      parts.sheets[name],
    ]),
  ]
  return files.flatMap(([name, content]) =>
    content ? [{ name, content, isStored: parts.isStored === true }] : [],
  )
}

/** A sheet whose rows are written by hand. */
export function sheetOf(rows: string): string {
  return `${XML}<worksheet xmlns="${MAIN}"><dimension ref="A1"/><sheetData>${rows}</sheetData></worksheet>`
}

export function sharedStringsOf(items: string): string {
  return `${XML}<sst xmlns="${MAIN}">${items}</sst>`
}

/** Styles where style `n` shows numbers in the n-th format: a built-in id, or a code of its own. */
export function stylesOf(formats: readonly (number | string)[]): string {
  const codes = formats.filter((format) => typeof format === 'string')
  const numFmts = codes.map(
    (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(code)}"/>`,
  )
  const xfs = formats.map(
    (format) =>
      `<xf numFmtId="${typeof format === 'number' ? format : 164 + codes.indexOf(format)}" applyNumberFormat="1"/>`,
  )
  return `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${codes.length}">${numFmts.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** `0` is A, `26` is AA. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
}

function workbook(names: readonly string[], is1904: boolean): string {
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${is1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheets.join('')}</sheets></workbook>`
}

function link(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
}

function relationships(links: readonly string[]): string {
  return `${XML}<Relationships xmlns="${PACKAGE}">${links.join('')}</Relationships>`
}

function coreProperties(created: string): string {
  return `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created></cp:coreProperties>`
}

function contentTypes(sheets: number, parts: WorkbookParts): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const overrides = [
    `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>`,
    ...Array.from(
      { length: sheets },
      (_, index) =>
        `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
    ),
    parts.sharedStrings
      ? `<Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/>`
      : '',
    parts.styles ? `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` : '',
  ]
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
}
