import { createAsync } from '@solidjs/router'
import { type Accessor, For, Show } from 'solid-js'
import { SAMPLE_SUPPLIER_ID } from '#core/sample-seller'
import { loadMe } from '../api'
import type { Store } from '../api-shapes'
import { useFilters } from '../filters'
import { text } from '../locales/text'
import { storeName } from './toolbar'

/** The stores to choose from for a change, where the address names none and there are several. */
export function createStoreChoice(): Accessor<readonly Store[]> {
  const { filters } = useFilters()
  const me = createAsync(() => loadMe())
  return () => {
    const own = (me()?.stores ?? []).filter(({ supplierId }) => supplierId !== SAMPLE_SUPPLIER_ID)
    return filters().store === undefined && own.length > 1 ? own : []
  }
}

type StoreFieldProps = {
  stores: readonly Store[]
  value?: string
  onChange?: (store: string) => void
}

/** Whoever has one store, or has chosen one above, never sees it. */
export function StoreField(props: StoreFieldProps) {
  return (
    <Show when={props.stores.length > 0}>
      <label class="field">
        <span>{text.store.which}</span>
        <select
          class="input"
          name="store"
          onChange={(event) => props.onChange?.(event.currentTarget.value)}
        >
          <option value="" selected={!props.value}>
            {text.store.choose}
          </option>
          <For each={props.stores}>
            {(store) => (
              <option value={store.id} selected={store.id === props.value}>
                {storeName(store)}
              </option>
            )}
          </For>
        </select>
      </label>
    </Show>
  )
}
