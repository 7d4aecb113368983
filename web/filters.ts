import { useSearchParams } from '@solidjs/router'
import { type Search, readFilters } from './address-filters'
import type { Basis } from './api-shapes'
import type { Comparison } from './compare'
import { DEFAULT_PRESET, type Period, type Preset } from './period'
import { todayInIndia } from './today'

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
