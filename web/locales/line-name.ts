import type { LineName } from '../api-shapes'
import { text } from './text'

/** While a cost is missing, the last line is not called profit without saying so. */
export function lineName(line: LineName, costMissing: boolean): string {
  return line === 'netProfit' && !costMissing
    ? text.figures.netProfitWithCost
    : text.figures.lines[line]
}
