import { type BusinessDate, parseBusinessDate } from '#core/dates'
import { useSearchParams } from '@solidjs/router'
import type { Basis } from './api-shapes'
import { type Comparison, isComparison } from './compare'
import { DEFAULT_PRESET, type Period, type Preset, isPreset, presetPeriod } from './period'
import { todayInIndia } from './today'

type Search = Partial<
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

/** The filters of this address, each read where it is used, and the ways to change them. */
export function useFilters() {
  const [search, setSearch] = useSearchParams<Search>()
  const today = todayInIndia()
  const filters = () => readFilters(search, today)
  return {
    filters,
    today,
    choosePreset: (preset: Preset) =>
      setSearch({ period: preset === DEFAULT_PRESET ? null : preset, from: null, to: null }),
    choosePeriod: (period: Period) => setSearch({ period: null, from: period.from, to: period.to }),
    chooseBasis: (basis: Basis) => setSearch({ basis: basis === 'payment' ? null : basis }),
    chooseStore: (store: string) => setSearch({ store: store || null }),
    chooseComparison: (compare: Comparison) => setSearch({ compare }),
  }
}

const KEPT = ['period', 'from', 'to', 'basis', 'store', 'compare']

/** A link to another screen that keeps the days, the basis and the store of this one. */
export function keepFilters(path: string, currentSearch: string, extra: object = {}): string {
  const current = new URLSearchParams(currentSearch)
  const next = new URLSearchParams()
  for (const name of KEPT) {
    const value = current.get(name)
    if (value) next.set(name, value)
  }
  for (const [name, value] of Object.entries(extra)) {
    if (value === undefined) next.delete(name)
    else next.set(name, String(value))
  }
  const text = next.toString()
  return text ? `${path}?${text}` : path
}
