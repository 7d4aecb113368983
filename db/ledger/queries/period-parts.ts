import { type Days, leftOut, splitPeriod } from '#core/pnl/period'
import type { KnownAt } from '../knowledge'
import type { Group } from './pnl'

/** A range of periods that one kind of row adds up: kept totals, or the facts themselves. */
export type PeriodPart = {
  readonly of: 'day' | 'month' | 'facts'
  readonly from: string
  readonly to: string
}

/**
 * Whole months, and days that no whole month covers; by SKU, only months are kept. Totals hold what is
 * known now: for a past moment the facts are added up.
 */
export function periodParts(
  days: Days,
  group: Group,
  bySku: boolean,
  knownAt: KnownAt,
): PeriodPart[] {
  if (knownAt !== undefined) return [{ of: 'facts', ...days }]
  const single = bySku ? 'facts' : 'day'
  if (group === 'day') return [{ of: single, ...days }]
  const split = splitPeriod(days)
  return [
    ...(split.months ? [{ of: 'month' as const, ...split.months }] : []),
    ...split.days.map((range) => ({ of: single, ...range }) as const),
  ]
}

type Query = Days & { readonly group: Group; readonly knownAt?: KnownAt }

/** The same parts by SKU, with as few facts to read as can be: see widen(). */
export async function skuParts(
  { from, to, group, knownAt }: Query,
  isEmpty: (days: Days) => Promise<boolean>,
): Promise<PeriodPart[]> {
  const days = { from, to }
  if (knownAt !== undefined || group === 'day') return periodParts(days, group, true, knownAt)
  return periodParts(await widen(days, isEmpty), group, true, knownAt)
}

/**
 * The period with the months at its ends taken whole, where nothing is kept of the days that it leaves
 * out: a year to date ends in the middle of a month, and the rest of it has not come yet.
 */
export async function widen(days: Days, isEmpty: (days: Days) => Promise<boolean>): Promise<Days> {
  const { before, after } = leftOut(days)
  const [from, to] = await Promise.all([
    before && isEmpty(before).then((empty) => (empty ? before.from : days.from)),
    after && isEmpty(after).then((empty) => (empty ? after.to : days.to)),
  ])
  return { from: from ?? days.from, to: to ?? days.to }
}
