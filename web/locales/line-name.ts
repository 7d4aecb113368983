import type { LineName } from '../api-shapes'
import { text } from './text'

/** What stands for an amount that is unknown. A seller may well have no overheads. */
export function missingName(line: LineName): string {
  return line === 'overheads' ? text.figures.notEntered : text.figures.costMissing
}

/** While no cost is known, the last line is not called profit without saying so. */
export function lineName(line: LineName, costMissing: boolean): string {
  return line === 'netProfit' && !costMissing
    ? text.figures.netProfitWithCost
    : text.figures.lines[line]
}
