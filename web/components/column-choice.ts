import { useSearchParams } from '@solidjs/router'
import { type Accessor, createEffect, createSignal, untrack } from 'solid-js'
import { readStored, store } from '../storage'
import { chosenColumns, readColumnKeys, writeColumnKeys } from './columns'

export type ColumnChoice<Each> = {
  readonly shown: Accessor<readonly Each[]>
  readonly toggle: (key: string) => void
  readonly showAll: () => void
}

/**
 * Which columns of a table a person wants: what the address says, else what this browser remembers. A
 * choice stands in the address too, so that a link shows to others what it shows here.
 */
export function createColumnChoice<Each extends { readonly key: string }>(
  table: string,
  columns: Accessor<readonly Each[]>,
): ColumnChoice<Each> {
  const [search, setSearch] = useSearchParams<{ columns: string }>()
  const name = `columns.${table}`
  const [remembered, setRemembered] = createSignal(readStored(name))
  const inAddress = () => readColumnKeys(search.columns, columns())
  const shown = () =>
    chosenColumns(columns(), inAddress() ?? readColumnKeys(remembered(), columns()))
  createEffect(() => {
    const keys = readColumnKeys(remembered(), columns())
    if (keys === undefined || inAddress() !== undefined) return
    if (chosenColumns(columns(), keys).length === columns().length) return
    const wanted = keys.join(',')
    untrack(() => setSearch({ columns: wanted }, { replace: true }))
  })
  const choose = (next: readonly Each[]) => {
    const isAll = next.length === columns().length
    const keys = isAll ? undefined : writeColumnKeys(next)
    store(name, keys)
    setRemembered(keys ?? null)
    setSearch({ columns: keys ?? null }, { replace: true })
  }
  return {
    shown,
    toggle: (key) => {
      const now = new Set(shown().map((each) => each.key))
      if (!now.delete(key)) now.add(key)
      choose(chosenColumns(columns(), [...now]))
    },
    showAll: () => choose(columns()),
  }
}
