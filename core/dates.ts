import type { Brand } from './brand'

/** A day in India, `YYYY-MM-DD`. Plain text order is day order. */
export type BusinessDate = Brand<string, 'BusinessDate'>

/** A month in India, `YYYY-MM`. */
export type BusinessMonth = Brand<string, 'BusinessMonth'>

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const ISO_MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const IST_OFFSET_MS = 5.5 * 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

/** Nothing for text of another form, and for days no calendar has. */
export function parseBusinessDate(text: string): BusinessDate | undefined {
  const match = ISO_DAY.exec(text)
  if (!match) return undefined
  return isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]))
    ? (text as BusinessDate)
    : undefined
}

export function businessDate(text: string): BusinessDate {
  const parsed = parseBusinessDate(text)
  if (parsed === undefined) throw new RangeError(`Not a day: ${text}`)
  return parsed
}

const two = (value: number) => String(value).padStart(2, '0')

export function businessDateOf(year: number, month: number, day: number): BusinessDate | undefined {
  if (!isCalendarDay(year, month, day)) return undefined
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as BusinessDate
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return false
  if (day <= 28) return true
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function parseBusinessMonth(text: string): BusinessMonth | undefined {
  return ISO_MONTH.test(text) ? (text as BusinessMonth) : undefined
}

export function monthOf(day: BusinessDate): BusinessMonth {
  return day.slice(0, 7) as BusinessMonth
}

export function firstDayOf(month: BusinessMonth): BusinessDate {
  return `${month}-01` as BusinessDate
}

export function lastDayOf(month: BusinessMonth): BusinessDate {
  const [year, index] = month.split('-').map(Number) as [number, number]
  return `${month}-${new Date(Date.UTC(year, index, 0)).getUTCDate()}` as BusinessDate
}

export function nextMonth(month: BusinessMonth): BusinessMonth {
  const [year, index] = month.split('-').map(Number) as [number, number]
  return (
    index === 12 ? `${year + 1}-01` : `${year}-${String(index + 1).padStart(2, '0')}`
  ) as BusinessMonth
}

// Twenty years: a longer span has a wrong day in it.
const MAX_MONTHS = 240

/** Every month from one to another, both included; cut after twenty years, none when they are turned round. */
export function monthsBetween(from: BusinessMonth, to: BusinessMonth): BusinessMonth[] {
  const months: BusinessMonth[] = []
  for (let month = from; month <= to && months.length < MAX_MONTHS; month = nextMonth(month)) {
    months.push(month)
  }
  return months
}

export function addDays(day: BusinessDate, days: number): BusinessDate {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as BusinessDate
}

export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** The day it is in India at this instant; India has one offset and no summer time. */
export function dayInIndia(instant: Date): BusinessDate {
  return new Date(instant.getTime() + IST_OFFSET_MS).toISOString().slice(0, 10) as BusinessDate
}

/** The first millisecond after a day in India: what happened on the day happened before it. */
export function endOfDayInIndia(day: BusinessDate): number {
  return Date.parse(day) + DAY_MS - IST_OFFSET_MS
}

/** The financial year that holds a day, by the year it starts in: 2026 for 1 Apr 2026 to 31 Mar 2027. */
export function financialYearOf(day: BusinessDate): number {
  const year = Number(day.slice(0, 4))
  return Number(day.slice(5, 7)) >= 4 ? year : year - 1
}

// Day 0 of the 1900 date system, which counts a 29 Feb 1900 that never was.
const SERIAL_EPOCH_MS = Date.UTC(1899, 11, 30)

/** A spreadsheet's serial day number (1900 system); nothing outside the years 1900 to 2199. */
export function businessDateFromSerial(serial: number): BusinessDate | undefined {
  if (!(serial >= 61 && serial < 109_575)) return undefined
  const day = new Date(SERIAL_EPOCH_MS + Math.floor(serial) * DAY_MS)
  return day.toISOString().slice(0, 10) as BusinessDate
}
