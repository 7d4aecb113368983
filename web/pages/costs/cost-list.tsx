import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { ALWAYS } from '#core/costs/unit-cost'
import { Face } from '../../components/face'
import { KnownRupees } from '../../components/known-rupees'
import { createList, ListFilters, ListTable } from '../../components/list'
import { moneyColumn } from '../../components/list-columns'
import { SearchField } from '../../components/search-field'
import { Section } from '../../components/section'
import type { Column } from '../../components/columns'
import { type CostItem, loadCosts } from '../../costs-api'
import { useFilters } from '../../filters'
import { formatDay } from '../../locales/format'
import { text } from '../../locales/text'
import { useMay } from '../../roles'
import css from './costs.module.css'

/** SKUs with a cost, and what is in force today. */
export function CostList() {
  const { filters } = useFilters()
  const may = useMay()
  const [search, setSearch] = useSearchParams<Record<'q', string>>()
  const list = createList(loadCosts, () => ({ store: filters().store, q: search.q }))
  const words = text.costs.list
  return (
    <Section
      title={words.title}
      tools={
        <ListFilters>
          <SearchField label={words.search} />
          <Show when={may('changes')}>
            <button class="button" type="button" onClick={() => setSearch({ add: '1' })}>
              {words.add}
            </button>
          </Show>
        </ListFilters>
      }
    >
      <ListTable
        list={list}
        label={words.title}
        name="costs"
        count={({ totals }) => totals?.count}
        columns={COLUMNS}
        card={(item) => <Card item={item} />}
        empty={
          <Face
            icon="search"
            title={search.q ? words.noMatch : words.empty}
            detail={search.q ? words.noMatchDetail : words.emptyDetail}
          />
        }
      />
    </Section>
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
  moneyColumn({
    key: 'cost',
    title: text.costs.list.cost,
    width: 'minmax(7rem, 1fr)',
    of: ({ inForce }) => inForce.cost,
    unknown: text.costs.list.unknown,
  }),
  moneyColumn({
    key: 'packaging',
    title: text.costs.list.packaging,
    width: 'minmax(7rem, 1fr)',
    of: ({ inForce }) => inForce.packaging,
    unknown: text.costs.list.unknown,
  }),
  {
    key: 'since',
    width: '9rem',
    plain: (item) => lastChange(item),
    title: text.costs.list.since,
    cell: (item) => lastChange(item),
  },
]

export function Known(props: { amount: number | null }) {
  return <KnownRupees amount={props.amount} unknown={text.costs.list.unknown} />
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
        class={`row-link ${css['open']}`}
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
    <>
      <SkuButton item={props.item} />
      <strong>
        <Known amount={props.item.inForce.cost} />
      </strong>
      <span class="small muted">{lastChange(props.item)}</span>
      <span class="small muted">
        {text.costs.list.packaging} <Known amount={props.item.inForce.packaging} />
      </span>
    </>
  )
}
