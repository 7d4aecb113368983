import { useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { Icon } from '../../components/icon'
import { text } from '../../locales/text'
import css from './group-cards.module.css'

const SKU_SORTS = ['netProfit', '-netProfit', '-settlement', 'settlement', '-units'] as const
const DAY_SORTS = ['-key', 'key', 'netProfit', '-netProfit', '-settlement', 'settlement'] as const

/** A SKU's search and, on a phone, where there is no table head, the order; both in the address. */
export function GroupFilters(props: { isSku: boolean; sort: string; count: number }) {
  const [search, setSearch] = useSearchParams<{ sort: string; q: string }>()
  return (
    <form class={css['filters']} role="search" onSubmit={(event) => event.preventDefault()}>
      <Show when={props.isSku}>
        <label class={css['search']}>
          <Icon name="search" small />
          <span class="hidden-text">{text.figures.groups.searchSku}</span>
          <input
            class="input"
            type="search"
            placeholder={text.figures.groups.searchSku}
            value={search.q ?? ''}
            onInput={(event) => setSearch({ q: event.currentTarget.value }, { replace: true })}
          />
        </label>
      </Show>
      <label class={css['order']}>
        <span class="hidden-text">{text.settlements.order}</span>
        <select class="input" onChange={(event) => setSearch({ sort: event.currentTarget.value })}>
          <For each={props.isSku ? SKU_SORTS : DAY_SORTS}>
            {(sort) => (
              <option value={sort} selected={sort === props.sort}>
                {text.figures.groups.sorts[sort]}
              </option>
            )}
          </For>
        </select>
      </label>
      <span class="muted small" role="status">
        {text.common.rows(props.count)}
      </span>
    </form>
  )
}
