import { businessDateFromSerial } from '../dates'
import { numberText } from './number-text'
import { xmlPieces } from './xml-text'

/** By style index: does the style show a number as a date or a time? */
export type DateStyles = readonly boolean[]

const DAY_SECONDS = 24 * 60 * 60
/** The 1904 system counts from 1 Jan 1904, which is day 1462 of the 1900 system. */
export const OFFSET_1904 = 1462

/** The built-in formats that show a date or a time, among them those of Asian calendars. */
function isBuiltInDate(format: number): boolean {
  return (
    (format >= 14 && format <= 22) ||
    (format >= 27 && format <= 36) ||
    (format >= 45 && format <= 47) ||
    (format >= 50 && format <= 58)
  )
}

/** True for a format code with a part of a date in it; a length of time such as `[h]:mm` is no date. */
export function isDateFormat(code: string): boolean {
  const positive = code.replace(/"[^"]*"|\\.|[_*]./g, '').split(';')[0] ?? ''
  if (/\[(h+|m+|s+)\]/i.test(positive)) return false
  return /[ymdhs]/i.test(positive.replace(/\[[^\]]*\]/g, '').replace(/general/i, ''))
}

export function readDateStyles(stylesXml: string): DateStyles {
  const custom = new Map<number, boolean>()
  const styles: boolean[] = []
  let isInCellFormats = false
  for (const piece of xmlPieces(stylesXml)) {
    if (piece.kind === 'text') continue
    if (piece.name === 'cellXfs') isInCellFormats = piece.kind === 'open'
    if (piece.kind !== 'open') continue
    const format = Number(piece.attributes.get('numFmtId') ?? 0)
    if (piece.name === 'numFmt') {
      custom.set(format, isDateFormat(piece.attributes.get('formatCode') ?? ''))
    } else if (piece.name === 'xf' && isInCellFormats) {
      styles.push(custom.get(format) ?? isBuiltInDate(format))
    }
  }
  return styles
}

/**
 * A serial day as `YYYY-MM-DD`, with ` HH:MM:SS` when it is not midnight, and only the time when there is
 * no day. What no calendar has (day 60, the year 2500) stays the number it is.
 */
export function serialText(written: string, dayOffset: number): string {
  const serial = Number(written)
  if (!(serial >= 0)) return numberText(written)
  const seconds = Math.round((serial - Math.floor(serial)) * DAY_SECONDS)
  const days = Math.floor(serial) + dayOffset + Math.floor(seconds / DAY_SECONDS)
  const clock = clockText(seconds % DAY_SECONDS)
  if (days === 0) return clock
  // Excel counts a 29 Feb 1900, day 60, that never was; the days before it are one off.
  const day = days < 60 ? undefined : businessDateFromSerial(days)
  if (day === undefined) return numberText(written)
  return seconds % DAY_SECONDS === 0 ? day : `${day} ${clock}`
}

function clockText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 19)
}

/** The text of a `t="d"` cell, `2026-08-21T00:00:00`, in the same form. */
export function isoDateText(written: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d*)?Z?)?$/.exec(written.trim())
  if (!match) return written.trim()
  const [, day = '', clock = '00:00:00'] = match
  return clock === '00:00:00' ? day : `${day} ${clock}`
}
