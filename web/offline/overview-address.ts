import type { Filters } from '../address-filters'

/** The address of an overview by its very days: “last month” is another month later. */
export function overviewAddress({ from, to, basis, store }: Filters): string {
  const search = new URLSearchParams({ from, to })
  if (basis === 'order') search.set('basis', basis)
  if (store) search.set('store', store)
  return `?${search}`
}
