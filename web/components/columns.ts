import type { JSX } from 'solid-js'

/** What a file of a list has of it. */
export type PlainColumn<Item> = {
  readonly key: string
  readonly title: string
  /** As a spreadsheet reads it: days as `2026-08-31`, money in rupees; nothing where it is unknown. */
  readonly plain: (item: Item) => string | number | null
}

export type Column<Item> = PlainColumn<Item> & {
  /** A track of the grid: `7rem`, `minmax(8rem, 1fr)`. */
  readonly width: string
  readonly isNumber?: boolean
  /** The name the API sorts by; a column without it cannot be sorted. */
  readonly sort?: string
  readonly cell: (item: Item) => JSX.Element
}

type Keyed = { readonly key: string }

/** The columns of a list of keys, in the order of the table; the first names the row and always stays. */
export function chosenColumns<Each extends Keyed>(
  columns: readonly Each[],
  keys: readonly string[] | undefined,
): readonly Each[] {
  if (keys === undefined) return columns
  const wanted = new Set(keys)
  return columns.filter(({ key }, index) => index === 0 || wanted.has(key))
}

/** What an address or a browser remembers; nothing where it names no column that the table has. */
export function readColumnKeys(
  text: string | null | undefined,
  columns: readonly Keyed[],
): readonly string[] | undefined {
  const keys = (text ?? '').split(',').filter((key) => columns.some((each) => each.key === key))
  return keys.length > 0 ? keys : undefined
}

export function writeColumnKeys(columns: readonly Keyed[]): string {
  return columns.map(({ key }) => key).join(',')
}
