/** Spreadsheet programs take a file without it for Latin-1, and show a seller broken Hindi. */
export const BYTE_ORDER_MARK = '\uFEFF'

const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/
// As ASCII, and as the full-width forms that East Asian versions of Excel take for them.
const STARTS_FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/

/** One record, with its line end. Text that a spreadsheet would run as a formula stays text. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => quoted(guarded(String(cell)))).join(',')}\r\n`
}

function guarded(text: string): string {
  return STARTS_FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
