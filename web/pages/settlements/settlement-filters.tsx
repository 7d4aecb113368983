import { useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { SETTLEMENT_SORTS } from '../../api'
import { Icon } from '../../components/icon'
import { text } from '../../locales/text'
import css from './settlements.module.css'

const TYPING_PAUSE_MS = 300

/** Search, status, SKU and (on a phone, where there is no table head) the order; all in the address. */
export function SettlementFilters() {
  const [search, setSearch] = useSearchParams<Record<'status' | 'sku' | 'q' | 'sort', string>>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const type = (words: string) => {
    clearTimeout(timer)
    timer = setTimeout(() => setSearch({ q: words.trim() }, { replace: true }), TYPING_PAUSE_MS)
  }
  return (
    <form class={css['filters']} role="search" onSubmit={(event) => event.preventDefault()}>
      <label class={css['search']}>
        <Icon name="search" small />
        <span class="hidden-text">{text.settlements.search}</span>
        <input
          class="input"
          type="search"
          placeholder={text.settlements.search}
          value={search.q ?? ''}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </label>
      <label>
        <span class="hidden-text">{text.settlements.status}</span>
        <select
          class="input"
          onChange={(event) => setSearch({ status: event.currentTarget.value })}
        >
          <option value="">{text.settlements.allStatuses}</option>
          <For each={text.settlements.statuses}>
            {(status) => (
              <option value={status} selected={status === search.status}>
                {status}
              </option>
            )}
          </For>
        </select>
      </label>
      <label class={css['phoneSort']}>
        <span class="hidden-text">{text.settlements.order}</span>
        <select class="input" onChange={(event) => setSearch({ sort: event.currentTarget.value })}>
          <For each={SETTLEMENT_SORTS}>
            {(sort) => (
              <option value={sort} selected={sort === (search.sort ?? '-paidOn')}>
                {text.settlements.sorts[sort]}
              </option>
            )}
          </For>
        </select>
      </label>
      <Show when={search.sku}>
        {(sku) => (
          <button class={css['chip']} type="button" onClick={() => setSearch({ sku: null })}>
            {`${text.settlements.sku} ${sku()}`}
            <Icon name="close" small />
            <span class="hidden-text">{text.common.clear}</span>
          </button>
        )}
      </Show>
    </form>
  )
}
