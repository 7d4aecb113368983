import { useSearchParams } from '@solidjs/router'
import { type Accessor, createEffect, createSignal, untrack } from 'solid-js'
import { readStored, store } from '../storage'
import { chosenColumns, readColumnKeys, writeColumnKeys } from './columns'

/** Where the address keeps the columns of a screen's table, unless it has a second one. */
const IN_ADDRESS = 'columns'

export type ColumnChoice<Each> = {
  /** Its name in the address. */
  readonly inAddress: string
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
  inAddress = IN_ADDRESS,
): ColumnChoice<Each> {
  const [search, setSearch] = useSearchParams<Record<string, string>>()
  const name = `columns.${table}`
  const [remembered, setRemembered] = createSignal(readStored(name))
  const named = () => readColumnKeys(search[inAddress], columns())
  const shown = () => chosenColumns(columns(), named() ?? readColumnKeys(remembered(), columns()))
  createEffect(() => {
    const keys = readColumnKeys(remembered(), columns())
    if (keys === undefined || named() !== undefined) return
    if (chosenColumns(columns(), keys).length === columns().length) return
    const wanted = keys.join(',')
    untrack(() => setSearch({ [inAddress]: wanted }, { replace: true }))
  })
  const choose = (next: readonly Each[]) => {
    const isAll = next.length === columns().length
    const keys = isAll ? undefined : writeColumnKeys(next)
    store(name, keys)
    setRemembered(keys ?? null)
    setSearch({ [inAddress]: keys ?? null }, { replace: true })
  }
  return {
    inAddress,
    shown,
    toggle: (key) => {
      const now = new Set(shown().map((each) => each.key))
      if (!now.delete(key)) now.add(key)
      choose(chosenColumns(columns(), [...now]))
    },
    showAll: () => choose(columns()),
  }
}
