import { declaresEntities } from './xml-text'

export const OPEN = 0
export const CLOSE = 1
/** `<name/>` */
export const EMPTY = 2

/** A tag in UTF-8 bytes, found without making text of anything. One is used again for every tag. */
export type XmlCursor = {
  bytes: Uint8Array
  /** Just behind the tag. */
  at: number
  end: number
  kind: number
  /** Where the tag's `<` stands. */
  tagStart: number
  /** The local name, without its prefix. */
  nameStart: number
  nameEnd: number
  /** The attribute that nextAttribute() stands on; `letter` is its name when that is one letter long. */
  attributesAt: number
  letter: number
  valueStart: number
  valueEnd: number
  /** A comment, a CDATA section or an instruction was passed on the way to this tag. */
  isOdd: boolean
}

export function newCursor(): XmlCursor {
  return {
    bytes: new Uint8Array(0),
    at: 0,
    end: 0,
    kind: OPEN,
    tagStart: 0,
    nameStart: 0,
    nameEnd: 0,
    attributesAt: 0,
    letter: 0,
    valueStart: 0,
    valueEnd: 0,
    isOdd: false,
  }
}

const LT = 0x3c
const GT = 0x3e
const SLASH = 0x2f
const BANG = 0x21
const QUESTION = 0x3f
const COLON = 0x3a
const DASH = 0x2d
const BRACKET = 0x5b
const DOUBLE = 0x22
const SINGLE = 0x27
const EQUALS = 0x3d

const ENDS_NAME = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte <= 0x20 || byte === SLASH || byte === GT ? 1 : 0,
)

/** Moves behind the next tag; false when the bytes end before that tag does. */
export function nextTag(cursor: XmlCursor): boolean {
  const { bytes, end } = cursor
  cursor.isOdd = false
  let at = cursor.at
  for (;;) {
    while (at < end && bytes[at] !== LT) at++
    if (at + 1 >= end) return false
    const sign = bytes[at + 1]
    if (sign !== BANG && sign !== QUESTION) return readTag(cursor, at)
    at = sign === QUESTION ? behind(cursor, at + 2, QUESTION, 1) : behindDeclaration(cursor, at)
    if (at < 0) return false
    cursor.isOdd = true
  }
}

// oxlint-disable-next-line complexity -- three short loops over the bytes of one tag
function readTag(cursor: XmlCursor, tagStart: number): boolean {
  const { bytes, end } = cursor
  const isClose = bytes[tagStart + 1] === SLASH
  let nameStart = isClose ? tagStart + 2 : tagStart + 1
  let at = nameStart
  while (at < end && ENDS_NAME[bytes[at] ?? 0] === 0) {
    if (bytes[at] === COLON) nameStart = at + 1
    at++
  }
  const nameEnd = at
  while (at < end && bytes[at] !== GT) {
    const quote = bytes[at++]
    if (quote !== DOUBLE && quote !== SINGLE) continue
    while (at < end && bytes[at] !== quote) at++
    at++
  }
  if (at >= end) return false
  cursor.tagStart = tagStart
  cursor.nameStart = nameStart
  cursor.nameEnd = nameEnd
  cursor.attributesAt = nameEnd
  cursor.kind = isClose ? CLOSE : bytes[at - 1] === SLASH ? EMPTY : OPEN
  cursor.at = at + 1
  return true
}

/** Behind a comment or a CDATA section; -1 when the bytes end first. */
function behindDeclaration(cursor: XmlCursor, at: number): number {
  const { bytes, end } = cursor
  if (at + 4 > end) return -1
  if (bytes[at + 2] === DASH && bytes[at + 3] === DASH) return behind(cursor, at + 4, DASH, 2)
  // `[` opens CDATA; the only other things that start so are DOCTYPE and what stands in one.
  if (bytes[at + 2] === BRACKET) return behind(cursor, at + 3, 0x5d, 2)
  throw declaresEntities()
}

/** Behind `sign` repeated `times` and then `>`; -1 when the bytes end first. */
function behind({ bytes, end }: XmlCursor, from: number, sign: number, times: number): number {
  let run = 0
  for (let at = from; at < end; at++) {
    if (bytes[at] === GT && run >= times) return at + 1
    run = bytes[at] === sign ? run + 1 : 0
  }
  return -1
}

/** True when the tag's local name is `name`, which is ASCII. */
export function isNamed(cursor: XmlCursor, name: string): boolean {
  if (cursor.nameEnd - cursor.nameStart !== name.length) return false
  for (let index = 0; index < name.length; index++) {
    if (cursor.bytes[cursor.nameStart + index] !== name.charCodeAt(index)) return false
  }
  return true
}

/** The tag's first letter when its name has only one letter, as most in a sheet do; else 0. */
export function shortName(cursor: XmlCursor): number {
  return cursor.nameEnd - cursor.nameStart === 1 ? (cursor.bytes[cursor.nameStart] ?? 0) : 0
}

/** Moves to the tag's next attribute; false behind the last. Names longer than one letter leave `letter` 0. */
// oxlint-disable-next-line complexity -- four short loops over the bytes of one attribute
export function nextAttribute(cursor: XmlCursor): boolean {
  const { bytes } = cursor
  const end = cursor.at - 1
  let at = cursor.attributesAt
  while (at < end && (bytes[at] ?? 0) <= 0x20) at++
  const nameStart = at
  while (at < end && bytes[at] !== EQUALS && (bytes[at] ?? 0) > 0x20) at++
  cursor.letter = at - nameStart === 1 ? (bytes[nameStart] ?? 0) : 0
  while (at < end && bytes[at] !== DOUBLE && bytes[at] !== SINGLE) at++
  const quote = bytes[at]
  cursor.valueStart = ++at
  while (at < end && bytes[at] !== quote) at++
  cursor.valueEnd = at
  cursor.attributesAt = at + 1
  return at < end
}
