import { isMissing, parseRupees } from '../money/rupees'

/** A row copied out of a table, so that it outlives the table's own next row. */
export type PeekedRow = { readonly number: number; readonly cells: readonly string[] }

/**
 * `money` and `key` columns must be there. A `text` column may be missing, and an `added` one too:
 * it came with a later generation of the layout.
 */
export type ColumnSpec = {
  readonly header: string
  readonly need: 'money' | 'key' | 'text' | 'added'
  /** Tells columns of one name apart: the title they stand under and the letters of the formula row. */
  readonly group?: string
  readonly legend?: string
}

export type Spec = Readonly<Record<string, ColumnSpec>>

/** Where each column is, from 0; -1 where a file may lack it and does. */
export type Columns<S extends Spec> = { readonly [Name in keyof S]: number }

export type Header = {
  readonly row: number
  /** The last row of titles, names and legends. */
  readonly lastRow: number
  /** As the file writes them, trimmed. */
  readonly names: readonly string[]
  readonly keys: readonly string[]
  readonly groups: readonly string[]
  readonly legend: readonly string[]
  /** The first rows of data, as far as they were looked at. */
  readonly data: readonly PeekedRow[]
}

export type ColumnTrouble = {
  readonly missing: readonly string[]
  readonly unknown: readonly string[]
}

/** Titles and names stand at the top; what looks like a header further down is data. */
export const HEADER_ROWS = 20

const SPELLINGS = new Map([
  ['commision', 'commission'],
  ['comission', 'commission'],
  ['inc', 'incl'],
  ['exc', 'excl'],
])

/** Equal for headers that differ only in case, punctuation, spaces and the spellings the panel mixes. */
export function normaliseHeader(text: string): string {
  const words = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}₹]+/gu, ' ')
    .trim()
  return words
    .split(' ')
    .map((word) => SPELLINGS.get(word) ?? word)
    .join(' ')
}

/** How much of a layout a row of names holds, from 0 to 1; duplicates count as often as the layout has them. */
export function likeness(keys: readonly string[], spec: Spec): number {
  const left = new Map<string, number>()
  for (const key of keys) left.set(key, (left.get(key) ?? 0) + 1)
  let expected = 0
  let found = 0
  for (const { header, need } of Object.values(spec)) {
    if (need === 'added') continue
    expected += 1
    const key = normaliseHeader(header)
    const count = left.get(key) ?? 0
    if (count === 0) continue
    found += 1
    left.set(key, count - 1)
  }
  return found >= 3 ? found / expected : 0
}

/** The header at a row of the peeked ones, with the group titles above it and the formula legend below. */
export function headerAt(peeked: readonly PeekedRow[], index: number): Header {
  const names = (peeked[index]?.cells ?? []).map((name) => name.replace(/^\uFEFF/, '').trim())
  const row = peeked[index]?.number ?? 0
  const next = peeked[index + 1]
  const hasLegend = next !== undefined && isLegend(next.cells)
  return {
    row,
    lastRow: hasLegend ? next.number : row,
    names,
    keys: names.map(normaliseHeader),
    groups: groupsAbove(peeked.slice(0, index), names.length),
    legend: hasLegend ? next.cells.map((cell) => cell.trim()) : [],
    data: peeked.slice(index + (hasLegend ? 2 : 1)),
  }
}

const MONEY_GROUPS = new Set([
  'revenue details',
  'deductions',
  'other charges',
  'tcs tds',
  'recovery claims and compensation details',
])

/** Each column's group title; merged titles have their text in their first column only. */
function groupsAbove(above: readonly PeekedRow[], width: number): string[] {
  const titles = above.findLast(({ cells }) =>
    cells.some((cell) => MONEY_GROUPS.has(normaliseHeader(cell))),
  )
  if (!titles) return []
  let group = ''
  return Array.from({ length: width }, (_, column) => {
    group = normaliseHeader(titles.cells[column] ?? '') || group
    return group
  })
}

const LEGEND_KEY = /^[A-Z]{1,2}( = .*)?$|^\([A-Z]{1,2}( [+-] [A-Z]{1,2})+\)$/

/** The row of letters and formulas below the names, where hardly anything else is written. */
function isLegend(cells: readonly string[]): boolean {
  const written = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const letters = written.filter((cell) => LEGEND_KEY.test(cell)).length
  return letters >= 2 && letters * 2 > written.length
}

/** Finds every column of a layout, or the names of the money columns that stop the whole report. */
export function resolveColumns<S extends Spec>(
  header: Header,
  spec: S,
): Columns<S> | ColumnTrouble {
  const found: Record<string, number> = {}
  const used = new Set<number>()
  for (const names of sameHeader(spec)) {
    const columns = columnsOf(header, spec, names)
    for (const [index, name] of names.entries()) {
      const column = columns[index] ?? -1
      found[name] = column
      if (column >= 0) used.add(column)
    }
  }
  const missing = Object.entries(spec)
    .filter(([name, { need }]) => (need === 'money' || need === 'key') && found[name] === -1)
    .map(([, { header: text, group }]) => (group ? `${text} (under ${group})` : text))
  const unknown = unknownMoney(header, used)
  if (missing.length > 0 || unknown.length > 0) return { missing, unknown }
  // Safe because every name of the layout was given a column above.
  return found as Columns<S>
}

export function isColumnTrouble(columns: object): columns is ColumnTrouble {
  return 'missing' in columns && Array.isArray(columns.missing)
}

/** Where each figure stands, in the file's own words; equal titles are told apart by the column's letters. */
export function titlesOf(
  { names }: Header,
  places: Readonly<Record<string, number | readonly number[]>>,
): Readonly<Record<string, string>> {
  const titleOf = (column: number) => {
    const name = names[column] ?? ''
    const isTwin = names.filter((each) => each === name).length > 1
    return isTwin ? `${name} (column ${columnLetters(column)})` : name
  }
  const titles: Record<string, string> = {}
  for (const [figure, place] of Object.entries(places)) {
    const columns = (typeof place === 'number' ? [place] : place).filter((column) => column >= 0)
    if (columns.length > 0) titles[figure] = columns.map(titleOf).join(' + ')
  }
  return titles
}

/** The layout's column names, those that share one header together, in the layout's order. */
function sameHeader(spec: Spec): string[][] {
  const byHeader = new Map<string, string[]>()
  for (const [name, { header }] of Object.entries(spec)) {
    const key = normaliseHeader(header)
    byHeader.set(key, [...(byHeader.get(key) ?? []), name])
  }
  return [...byHeader.values()]
}

/**
 * The letters of the formula row say best which of two equal names is which, because they belong to one
 * column; a group title spans several and loses its place when columns move. Order is the last resort.
 */
function columnsOf(header: Header, spec: Spec, names: readonly string[]): number[] {
  const specs = names.flatMap((name) => spec[name] ?? [])
  const key = normaliseHeader(specs[0]?.header ?? '')
  const columns = header.keys.flatMap((each, column) => (each === key ? [column] : []))
  if (specs.length === 1) return columns.slice(0, 1)
  const byLegend = specs.map(({ legend }) =>
    columns.filter((column) => header.legend[column] === legend),
  )
  if (byLegend.every((each) => each.length === 1)) return byLegend.flat()
  const byGroup = specs.map(({ group }) =>
    columns.filter((column) => header.groups[column] === normaliseHeader(group ?? '')),
  )
  if (byGroup.some((each) => each.length > 0))
    return byGroup.map((each) => (each.length === 1 ? (each[0] ?? -1) : -1))
  return columns.length === specs.length ? columns : []
}

function unknownMoney(header: Header, used: ReadonlySet<number>): string[] {
  const unknown: string[] = []
  const width = header.data.reduce(
    (widest, { cells }) => Math.max(widest, cells.length),
    header.names.length,
  )
  for (let column = 0; column < width; column += 1) {
    if (used.has(column)) continue
    const name = header.names[column] ?? ''
    if (name === '' ? holdsAmounts(header, column) : isMoney(header, column, used))
      unknown.push(name || `column ${columnLetters(column)}, which has amounts but no name`)
  }
  return unknown
}

const MONEY_WORDS = new RegExp(
  `(^| )(${[
    'amounts?|fees?|charges?|prices?|costs?|tax|taxes|cess|[csi]?gst|tcs|tds|commissions?|₹.*|inr|rs|rupees?',
    'compensations?|claims?|recover(y|ies)|premiums?|waivers?|discounts?|credits?|debits?|penalt(y|ies)',
    'refunds?|settlements?|payouts?|revenues?|sales?|incentives?|bonus|deductions?|adjustments?',
    'value|earnings?|reimbursements?|subsid(y|ies)|deposits?|cashback|balance',
  ].join('|')})( |$)`,
)

/** A `Waiver Reason` or `Claim Type` speaks of money without being any, as long as its cells agree. */
const LABEL = / (type|reason|status|date|name|category|remarks?|id|no|number)$/

/** An unknown column is money by its name, by its group, or, after the last group's end, by its cells. */
function isMoney(header: Header, column: number, used: ReadonlySet<number>): boolean {
  if (LABEL.test(header.keys[column] ?? '') && !holdsAmounts(header, column)) return false
  if (MONEY_WORDS.test(header.keys[column] ?? '')) return true
  if (!MONEY_GROUPS.has(header.groups[column] ?? '')) return false
  return column < Math.max(...used) || holdsAmounts(header, column)
}

function holdsAmounts(header: Header, column: number): boolean {
  return header.data.some(({ cells }) => {
    const text = cells[column] ?? ''
    return !isMissing(text) && parseRupees(text) !== undefined
  })
}

/** A column as a spreadsheet program letters it: 0 is A, 26 is AA. */
function columnLetters(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}
