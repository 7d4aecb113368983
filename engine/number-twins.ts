/** What makes a line itself, but for which of those that are alike in all of it. */
type Alike = {
  readonly subOrderNo: string
  readonly paidOn: string
  readonly transactionId: string
  readonly status: string
  readonly settlement: number
  readonly sale: number
  readonly occurrence: number
}

type Credit = { readonly claims: number; readonly compensation: number }

/**
 * Lines that are alike are numbered in their file, row by row. Where they differ in what is no part of
 * their identity, say in the fees that gave the same settlement, the order of rows would decide what is
 * judged. So they are numbered anew by what they say: the credits first, by which tickets are matched
 * from rows that hold no more, and then all else.
 */
export function numberTwins<Line extends Alike & Credit>(lines: readonly Line[]): Line[] {
  if (lines.every(({ occurrence }) => occurrence === 1)) return [...lines]
  return [...Map.groupBy(lines, likenessOf).values()].flatMap((twins) =>
    twins.length === 1
      ? twins
      : twins
          .toSorted(byWhatTheySay)
          .map((line, index) => Object.assign({}, line, { occurrence: index + 1 })),
  )
}

function likenessOf({ subOrderNo, paidOn, transactionId, status, settlement, sale }: Alike) {
  return JSON.stringify([subOrderNo, paidOn, transactionId, status, settlement, sale])
}

function byWhatTheySay<Line extends Alike & Credit>(a: Line, b: Line): number {
  return a.claims - b.claims || a.compensation - b.compensation || compare(saidIn(a), saidIn(b))
}

// Where a row stands, and when it came, is nothing that it says.
const BESIDE = new Set(['occurrence', 'reportId', 'rowNo', 'addedAt', 'closedAt'])

function saidIn(line: object): string {
  return JSON.stringify(Object.entries(line).filter(([name]) => !BESIDE.has(name)))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
