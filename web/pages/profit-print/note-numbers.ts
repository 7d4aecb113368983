import type { LineName, PnlGroup } from '../../api-shapes'
import { STATEMENT, shownLines, shownParts } from '../../pnl-statement'

/** Every line in the order of the statement: its place is its number, whatever a sheet leaves out. */
const ORDER: readonly LineName[] = STATEMENT.flatMap(({ line, parts }) => [line, ...parts])

export function noteOf(line: LineName): number {
  return ORDER.indexOf(line) + 1
}

/** The lines that a sheet shows, with the numbers that stand beside them. */
export function shownNotes(
  groups: readonly PnlGroup[],
): readonly { readonly line: LineName; readonly no: number }[] {
  return shownLines(groups)
    .flatMap((line) => [line.line, ...shownParts(line, groups)])
    .map((line) => ({ line, no: noteOf(line) }))
}
