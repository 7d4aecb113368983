import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { SETTLEMENT_SORTS } from '../../api'
import { FilterSelect } from '../../components/filter-select'
import { Icon } from '../../components/icon'
import { SearchField } from '../../components/search-field'
import { text } from '../../locales/text'
import css from './settlements.module.css'

/** Search, status, SKU and (on a phone, where there is no table head) the order; all in the address. */
export function SettlementFilters() {
  const [search, setSearch] = useSearchParams<Record<'status' | 'sku' | 'q' | 'sort', string>>()
  return (
    <form class="wrap" role="search" onSubmit={(event) => event.preventDefault()}>
      <SearchField label={text.settlements.search} />
      <FilterSelect
        label={text.settlements.status}
        value={search.status}
        options={[
          { value: '', label: text.settlements.allStatuses },
          ...text.settlements.statuses.map((status) => ({ value: status, label: status })),
        ]}
        onChoose={(status) => setSearch({ status })}
      />
      <FilterSelect
        label={text.settlements.order}
        value={search.sort ?? '-paidOn'}
        options={SETTLEMENT_SORTS.map((sort) => ({
          value: sort,
          label: text.settlements.sorts[sort],
        }))}
        onChoose={(sort) => setSearch({ sort })}
        onPhoneOnly
      />
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
