import { UnreadableFile } from './bytes'

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const REFERENCE = /&(?:#x([0-9a-fA-F]{1,8})|#(\d{1,8})|([a-zA-Z][\w.-]*));/g
const EXCEL_ESCAPE = /_x([0-9a-fA-F]{4})_/g

/** What the characters between two XML tags mean; an unknown entity stays as it is written. */
export function xmlText(raw: string): string {
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  if (!lines.includes('&')) return lines
  return lines.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
  })
}

/** Excel writes what XML forbids as `_x000D_`, and a real underscore before such a text as `_x005F_`. */
export function unescapeExcel(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(EXCEL_ESCAPE, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

export type XmlPiece =
  /** `isEmpty` for `<name/>`, which has no closing tag. */
  | { kind: 'open'; name: string; isEmpty: boolean; attributes: ReadonlyMap<string, string> }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string }

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:"[^"]*"|'[^']*'|[^"'<>])*?)(\/?)>|([^<]+)/gy
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** The pieces of a small XML text, by local names: parts of a workbook, or one rich cell. Refuses a DOCTYPE. */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  const token = new RegExp(TOKEN)
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex
    const match = token.exec(xml)
    if (!match) throw xml.startsWith('<!DOCTYPE', at) ? declaresEntities() : damagedXml()
    const [, cdata, closed, opened, attributes = '', slash, text] = match
    if (cdata !== undefined) yield { kind: 'text', text: cdata }
    else if (text !== undefined) yield { kind: 'text', text: xmlText(text) }
    else if (closed !== undefined) yield { kind: 'close', name: localName(closed) }
    else if (opened !== undefined) {
      const isEmpty = slash === '/'
      yield { kind: 'open', name: localName(opened), isEmpty, attributes: attributesOf(attributes) }
    }
  }
}

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    found.set(localName(name), xmlText(double ?? single ?? ''))
  }
  return found
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The text of a rich cell: all its runs joined, without the reading aids of Asian scripts. */
export function richText(xml: string): string {
  let text = ''
  let phonetic = 0
  let inText = false
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (inText && phonetic === 0) text += piece.text
    } else if (piece.name === 't') inText = piece.kind === 'open' && !piece.isEmpty
    else if (piece.name === 'rPh') phonetic += piece.kind === 'close' ? -1 : Number(!piece.isEmpty)
  }
  return unescapeExcel(text)
}

/** All text between the tags of a small piece of XML. */
export function textWithin(xml: string): string {
  let text = ''
  for (const piece of xmlPieces(xml)) if (piece.kind === 'text') text += piece.text
  return text
}

export function damagedXml(): UnreadableFile {
  return new UnreadableFile(
    'workbook-damaged',
    'This workbook is damaged. Download it again and upload the new copy.',
  )
}

export function declaresEntities(): UnreadableFile {
  return new UnreadableFile(
    'workbook-unsafe',
    'This workbook holds definitions that no report needs, so we do not open it.',
  )
}
