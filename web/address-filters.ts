import { type BusinessDate, parseBusinessDate } from '#core/dates'
import type { Basis } from './api-shapes'
import { type Comparison, isComparison } from './compare'
import { DEFAULT_PRESET, type Period, type Preset, isPreset, presetPeriod } from './period'

export type Search = Partial<
  Record<'period' | 'from' | 'to' | 'basis' | 'store' | 'compare', string | undefined>
>

export type Filters = Period & {
  /** Nothing when the days were chosen one by one. */
  readonly preset: Preset | undefined
  readonly basis: Basis
  readonly store: string | undefined
  /** Nothing while nobody chose: a screen then compares as it does by itself. */
  readonly comparison: Comparison | undefined
}

/** What the address says, and sensible answers where it says nothing or nonsense. */
export function readFilters(search: Search, today: BusinessDate): Filters {
  const basis: Basis = search.basis === 'order' ? 'order' : 'payment'
  const comparison = isComparison(search.compare) ? search.compare : undefined
  const rest = { basis, store: search.store || undefined, comparison }
  const from = parseBusinessDate(search.from ?? '')
  const to = parseBusinessDate(search.to ?? '')
  if (from && to && from <= to) return { from, to, preset: undefined, ...rest }
  const preset = isPreset(search.period) ? search.period : DEFAULT_PRESET
  return { ...presetPeriod(preset, today), preset, ...rest }
}
