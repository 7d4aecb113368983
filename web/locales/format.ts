import type { BusinessDate, BusinessMonth } from '#core/dates'
import { groupIndian } from '#core/money/format-rupees'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function monthName(text: string): string {
  return MONTHS[Number(text.slice(5, 7)) - 1] ?? ''
}

/** `05 Aug 2026`, the same in every language. */
export function formatDay(day: BusinessDate | string): string {
  return `${day.slice(8, 10)} ${monthName(day)} ${day.slice(0, 4)}`
}

export function formatShortDay(day: BusinessDate | string): string {
  return `${day.slice(8, 10)} ${monthName(day)}`
}

export function formatMonth(month: BusinessMonth | string): string {
  return `${monthName(month)} ${month.slice(0, 4)}`
}

/** The year only where it begins: `Jun 2026`, `Jul`, …, `Jan 2027`. */
export function formatShortMonth(month: string, isFirst: boolean): string {
  return isFirst || month.endsWith('-01') ? formatMonth(month) : monthName(month)
}

/** A range as short as it can be said: `01–31 Aug 2026`, `01 Jun – 31 Aug 2026`. */
export function formatPeriod(from: string, to: string): string {
  if (from === to) return formatDay(from)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${from.slice(8, 10)}–${formatDay(to)}`
  if (from.slice(0, 4) === to.slice(0, 4)) return `${formatShortDay(from)} – ${formatDay(to)}`
  return `${formatDay(from)} – ${formatDay(to)}`
}

export function formatCount(count: number): string {
  return count < 0 ? `−${groupIndian(-count)}` : groupIndian(count)
}

/** One decimal and a true minus: `12.5 %`. */
export function formatPercent(percent: number): string {
  const tenths = Math.round(Math.abs(percent) * 10)
  const sign = percent < 0 && tenths > 0 ? '−' : ''
  return `${sign}${(tenths / 10).toFixed(1)} %`
}

export function formatRate(bps: number): string {
  return `${Number((bps / 100).toFixed(2))} %`
}

export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** A moment as people in India read it: `22 Nov 2026, 14:05`. */
export function formatInstant(iso: string): string {
  const india = new Date(Date.parse(iso) + 5.5 * 60 * 60 * 1000).toISOString()
  return `${formatDay(india)}, ${india.slice(11, 16)}`
}
