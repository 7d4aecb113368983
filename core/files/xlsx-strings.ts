import { UnreadableFile } from './bytes'
import { append, fits, makeRoom, newWindow } from './byte-window'
import { CODED, PLAIN, READY } from './cells'
import { cellTooLong, type Limits } from './limits'
import { isPlainXml, plainText, type TextCache } from './plain-text'
import {
  CLOSE,
  EMPTY,
  isNamed,
  newCursor,
  nextTag,
  OPEN,
  shortName,
  type XmlCursor,
} from './xml-bytes'
import { damagedXml, richText, unescapeExcel, xmlText } from './xml-text'

/** A workbook's shared texts, packed as bytes: a hundred thousand small strings would take twice the memory. */
export type SharedTexts = {
  bytes: Uint8Array
  size: number
  count: number
  /** Text `n` ends at `ends[n]` and begins where the one before it ended. */
  ends: Uint32Array
  /** PLAIN, CODED, or READY for UTF-8 whose escapes are already undone. */
  kinds: Uint8Array
}

const LETTER_T = 0x74
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()

export async function readSharedTexts(
  pieces: AsyncIterable<Uint8Array>,
  limits: Limits,
): Promise<SharedTexts> {
  const texts: SharedTexts = {
    bytes: new Uint8Array(4096),
    size: 0,
    count: 0,
    ends: new Uint32Array(256),
    kinds: new Uint8Array(256),
  }
  const window = newWindow()
  const cursor = newCursor()
  let isWhole = false
  const scan = () => {
    cursor.bytes = window.bytes
    cursor.at = window.at
    cursor.end = window.end
    isWhole = scanTexts(texts, cursor, limits)
    window.at = cursor.at
  }
  for await (const piece of pieces) {
    if (isWhole) continue
    if (!fits(window, piece)) {
      scan()
      makeRoom(window, piece, limits)
    }
    append(window, piece)
  }
  if (!isWhole) scan()
  if (!isWhole) throw damagedXml()
  return texts
}

/** Adds every whole text; true when the list's own end was seen. Leaves the cursor before an unfinished text. */
function scanTexts(texts: SharedTexts, cursor: XmlCursor, limits: Limits): boolean {
  let understood = cursor.at
  while (nextTag(cursor)) {
    if (isNamed(cursor, 'si') && cursor.kind !== CLOSE) {
      if (cursor.kind === EMPTY) addText(texts, new Uint8Array(0), PLAIN, limits)
      else if (!scanText(texts, cursor, limits)) break
    } else if (isNamed(cursor, 'sst') && cursor.kind !== OPEN) return true
    understood = cursor.at
  }
  cursor.at = understood
  return false
}

function scanText(texts: SharedTexts, cursor: XmlCursor, limits: Limits): boolean {
  const { bytes } = cursor
  const bodyStart = cursor.at
  let start = bodyStart
  let end = bodyStart
  let tags = 0
  let isRich = false
  while (nextTag(cursor)) {
    isRich ||= cursor.isOdd
    if (cursor.kind === CLOSE && isNamed(cursor, 'si')) {
      if (isRich) {
        const text = richText(utf8.decode(bytes.subarray(bodyStart, cursor.tagStart)))
        addText(texts, encoder.encode(text), READY, limits)
      } else {
        const kind = isPlainXml(bytes, start, end) ? PLAIN : CODED
        addText(texts, bytes.subarray(start, end), kind, limits)
      }
      return true
    }
    isRich ||= shortName(cursor) !== LETTER_T || ++tags > 2
    if (cursor.kind === OPEN) start = end = cursor.at
    else if (cursor.kind === CLOSE) end = cursor.tagStart
  }
  return false
}

function addText(texts: SharedTexts, text: Uint8Array, kind: number, limits: Limits): void {
  if (text.byteLength > limits.cellBytes) throw cellTooLong()
  const end = texts.size + text.byteLength
  if (end > limits.sharedTextBytes) throw tooMuchText()
  if (end > texts.bytes.byteLength) {
    const larger = new Uint8Array(Math.max(end, texts.bytes.byteLength * 2))
    larger.set(texts.bytes.subarray(0, texts.size))
    texts.bytes = larger
  }
  if (texts.count === texts.ends.length) {
    const ends = new Uint32Array(texts.count * 2)
    ends.set(texts.ends)
    texts.ends = ends
    const kinds = new Uint8Array(texts.count * 2)
    kinds.set(texts.kinds)
    texts.kinds = kinds
  }
  texts.bytes.set(text, texts.size)
  texts.size = end
  texts.ends[texts.count] = end
  texts.kinds[texts.count++] = kind
}

/** Text `index` of the workbook; a place that the workbook does not have is damage, not a blank. */
export function sharedText(texts: SharedTexts, cache: TextCache, index: number): string {
  if (index >= texts.count) throw damagedXml()
  const start = index === 0 ? 0 : (texts.ends[index - 1] ?? 0)
  const end = texts.ends[index] ?? 0
  if (texts.kinds[index] === PLAIN) return plainText(cache, texts.bytes, start, end)
  const text = utf8.decode(texts.bytes.subarray(start, end))
  return texts.kinds[index] === READY ? text : unescapeExcel(xmlText(text))
}

function tooMuchText(): UnreadableFile {
  return new UnreadableFile(
    'workbook-too-much-text',
    'This workbook holds too much text to read at once. Download a shorter period and upload that.',
  )
}
