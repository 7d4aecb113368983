import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { FilterSelect } from '../../components/filter-select'
import { SearchField } from '../../components/search-field'
import { text } from '../../locales/text'

const SKU_SORTS = ['netProfit', '-netProfit', '-settlement', 'settlement', '-units'] as const
const DAY_SORTS = ['-key', 'key', 'netProfit', '-netProfit', '-settlement', 'settlement'] as const

/** A SKU's search and, on a phone, where there is no table head, the order; both in the address. */
export function GroupFilters(props: { isSku: boolean; sort: string; count: number }) {
  const [, setSearch] = useSearchParams<{ sort: string }>()
  const sorts = () => (props.isSku ? SKU_SORTS : DAY_SORTS)
  return (
    <form class="wrap" role="search" onSubmit={(event) => event.preventDefault()}>
      <Show when={props.isSku}>
        <SearchField label={text.figures.groups.searchSku} />
      </Show>
      <FilterSelect
        label={text.settlements.order}
        value={sorts().find((sort) => sort === props.sort)}
        options={sorts().map((sort) => ({ value: sort, label: text.figures.groups.sorts[sort] }))}
        onChoose={(sort) => setSearch({ sort })}
        onPhoneOnly
      />
      <span class="muted small" role="status">
        {text.common.rows(props.count)}
      </span>
    </form>
  )
}
