import { formatDay, formatMonth } from './locales/format'
import { text } from './locales/text'
import type { Reconciliation } from './reconcile-api'

/** Why what no file says was paid may have been. */
export type Doubt = Pick<NonNullable<Reconciliation['unproven']>, 'end' | 'missing'>

// More would be a paragraph, and the calendar on Files has them all.
const MOST_NAMED = 3

/** How far payments are known, in sentences; nothing where no payments file is there at all. */
export function reachWords({ end, missing }: Doubt): string | undefined {
  if (end?.paymentsTo === null) return undefined
  const sentences = [
    ...(end ? [text.reconcile.reachEnd(formatDay(end.paymentsTo))] : []),
    ...(missing.length > 0 ? [text.reconcile.reachMissing(namesOf(missing))] : []),
  ]
  return sentences.join(text.common.space)
}

function namesOf(months: readonly string[]): string {
  const [first = '', last = ''] = [months[0], months.at(-1)]
  return months.length > MOST_NAMED
    ? `${formatMonth(first)} … ${formatMonth(last)}`
    : months.map(formatMonth).join(', ')
}
