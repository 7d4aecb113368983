import { rupeesText } from '#core/money/rupees'
import { createAsync, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { ALWAYS } from '#core/costs/unit-cost'
import { Face } from '../../components/face'
import { createPages } from '../../components/pages'
import { Rupees } from '../../components/rupees'
import { SearchField } from '../../components/search-field'
import type { Column } from '../../components/columns'
import { VirtualTable } from '../../components/virtual-table'
import { type CostItem, loadCosts } from '../../costs-api'
import { useFilters } from '../../filters'
import { formatDay } from '../../locales/format'
import { text } from '../../locales/text'
import { useMay } from '../../roles'
import css from './costs.module.css'

const PAGE_SIZE = '100'

/** SKUs with a cost, and what is in force today. */
export function CostList() {
  const { filters } = useFilters()
  const may = useMay()
  const [search, setSearch] = useSearchParams<Record<'q', string>>()
  const asked = () => ({ store: filters().store, q: search.q, limit: PAGE_SIZE })
  const first = createAsync(() => loadCosts(asked()))
  const pages = createPages(first, (more) => loadCosts({ ...asked(), ...more }))
  const words = text.costs.list
  return (
    <section class={css['list']}>
      <div class={css['sectionHead']}>
        <h2>{words.title}</h2>
        <div class={css['filters']} role="search">
          <SearchField
            label={words.search}
            value={search.q ?? ''}
            onSearch={(q) => setSearch({ q: q || null }, { replace: true })}
          />
          <Show when={may('changes')}>
            <button class="button" type="button" onClick={() => setSearch({ add: '1' })}>
              {words.add}
            </button>
          </Show>
        </div>
      </div>
      <Show when={first()}>
        {(page) => (
          <Show
            when={page().items.length > 0}
            fallback={
              <Face
                icon="search"
                title={search.q ? words.noMatch : words.empty}
                detail={search.q ? words.noMatchDetail : words.emptyDetail}
              />
            }
          >
            <div class="card">
              <VirtualTable
                label={words.title}
                name="costs"
                columns={COLUMNS}
                pages={pages}
                card={(item) => <Card item={item} />}
              />
            </div>
          </Show>
        )}
      </Show>
    </section>
  )
}

const COLUMNS: readonly Column<CostItem>[] = [
  {
    key: 'sku',
    width: 'minmax(10rem, 1.6fr)',
    plain: ({ sku }) => sku,
    title: text.costs.list.sku,
    cell: (item) => <SkuButton item={item} />,
  },
  {
    key: 'cost',
    width: 'minmax(7rem, 1fr)',
    plain: ({ inForce }) => rupeesOrNull(inForce.cost),
    title: text.costs.list.cost,
    isNumber: true,
    cell: (item) => <Known amount={item.inForce.cost} />,
  },
  {
    key: 'packaging',
    width: 'minmax(7rem, 1fr)',
    plain: ({ inForce }) => rupeesOrNull(inForce.packaging),
    title: text.costs.list.packaging,
    isNumber: true,
    cell: (item) => <Known amount={item.inForce.packaging} />,
  },
  {
    key: 'since',
    width: '9rem',
    plain: (item) => lastChange(item),
    title: text.costs.list.since,
    cell: (item) => lastChange(item),
  },
]

/** An unknown amount is said to be unknown, and is no zero. */
export function Known(props: { amount: number | null }) {
  return (
    <Show
      when={props.amount !== null && { amount: props.amount }}
      fallback={<span class="muted">{text.costs.list.unknown}</span>}
    >
      {(known) => <Rupees amount={known().amount} />}
    </Show>
  )
}

export function formatSince(day: string): string {
  return day <= ALWAYS ? text.costs.list.always : text.costs.list.later(formatDay(day))
}

function lastChange({ costs }: CostItem): string {
  const days = costs.map(({ effectiveFrom }) => effectiveFrom).toSorted()
  const last = days.at(-1)
  return last === undefined ? text.common.dash : formatSince(last)
}

function SkuButton(props: { item: CostItem }) {
  const [, setSearch] = useSearchParams()
  const may = useMay()
  return (
    <Show when={may('changes')} fallback={<span class={css['name']}>{props.item.sku}</span>}>
      <button
        class={css['open']}
        type="button"
        aria-label={text.costs.list.change(props.item.sku)}
        onClick={() => setSearch({ edit: props.item.sku, of: props.item.storeId })}
      >
        {props.item.sku}
      </button>
    </Show>
  )
}

function Card(props: { item: CostItem }) {
  return (
    <div class={css['card']}>
      <SkuButton item={props.item} />
      <strong>
        <Known amount={props.item.inForce.cost} />
      </strong>
      <span class="small muted">{lastChange(props.item)}</span>
      <span class="small muted">
        {text.costs.list.packaging} <Known amount={props.item.inForce.packaging} />
      </span>
    </div>
  )
}

function rupeesOrNull(amount: number | null): string | null {
  return amount === null ? null : rupeesText(amount)
}
