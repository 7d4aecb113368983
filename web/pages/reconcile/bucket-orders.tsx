import { rupeesText } from '#core/money/rupees'
import { A, createAsync, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { EmptyFace } from '../../components/empty-face'
import { createPages } from '../../components/pages'
import { Rupees } from '../../components/rupees'
import { SearchField } from '../../components/search-field'
import type { Column } from '../../components/columns'
import { type Totals, VirtualTable } from '../../components/virtual-table'
import { useFilters } from '../../filters'
import { formatDay } from '../../locales/format'
import { text } from '../../locales/text'
import { type Bucket, loadOrders, type Order, type Orders } from '../../reconcile-api'
import css from './reconcile.module.css'

const PAGE_SIZE = '100'

type BucketOrdersProps = {
  /** Nothing for the sub-orders of every bucket; each then says where it stands. */
  bucket: Bucket | undefined
  asOf: string | undefined
}

/** The sub-orders that stand in one bucket, or all of them, the newest order first. */
export function BucketOrders(props: BucketOrdersProps) {
  const { filters } = useFilters()
  const [search, setSearch] = useSearchParams<Record<'q', string>>()
  const asked = () => ({
    bucket: props.bucket,
    asOf: props.asOf,
    store: filters().store,
    q: search.q,
    limit: PAGE_SIZE,
  })
  const first = createAsync(() => loadOrders(asked()))
  const pages = createPages(first, (more) => loadOrders({ ...asked(), ...more }))
  const title = () => (props.bucket ? text.cases.buckets[props.bucket] : text.orders.all)
  return (
    <section class={css['section']}>
      <div class={css['sectionHead']}>
        <h2>{title()}</h2>
        <SearchField
          label={text.reconcile.searchOrders}
          value={search.q ?? ''}
          onSearch={(q) => setSearch({ q: q || null }, { replace: true })}
        />
      </div>
      <Show when={first()}>
        {(page) => (
          <Show
            when={page().items.length > 0}
            fallback={
              <EmptyFace
                icon="search"
                title={text.reconcile.noOrders}
                detail={text.reconcile.noOrdersDetail}
              />
            }
          >
            <div class="card">
              <VirtualTable
                label={title()}
                name="orders"
                count={page().totals?.count}
                totals={totalsOf(page().totals)}
                columns={props.bucket ? COLUMNS : ANY_COLUMNS}
                pages={pages}
                card={(item) => <Card item={item} hasBucket={props.bucket === undefined} />}
              />
            </div>
          </Show>
        )}
      </Show>
    </section>
  )
}

/** Money of one bucket; of several it would add what came to what is still to come. */
function totalsOf(totals: Orders['totals']): Totals | undefined {
  if (totals === null || totals.amount === null) return undefined
  return { amount: <Rupees amount={totals.amount} /> }
}

const COLUMNS: readonly Column<Order>[] = [
  {
    key: 'no',
    width: 'minmax(11.5rem, 1.2fr)',
    plain: ({ subOrderNo }) => subOrderNo,
    title: text.settlements.subOrder,
    cell: (item) => <OrderLink item={item} />,
  },
  {
    key: 'sku',
    width: 'minmax(8rem, 1fr)',
    plain: ({ sku }) => sku,
    title: text.settlements.sku,
    cell: (item) => item.sku || text.common.dash,
  },
  {
    key: 'ordered',
    width: '7rem',
    plain: ({ orderedOn }) => orderedOn,
    title: text.settlements.orderedOn,
    cell: (item) => (item.orderedOn ? formatDay(item.orderedOn) : text.common.dash),
  },
  {
    key: 'due',
    width: '9rem',
    plain: ({ bucket, dueOn }) => (bucket === 'awaiting' || bucket === 'overdue' ? dueOn : null),
    title: text.reconcile.asOf,
    cell: (item) => <Due item={item} />,
  },
  {
    key: 'amount',
    width: '8rem',
    plain: (item) => {
      const amount = shownAmount(item)
      return amount === null ? null : rupeesText(amount)
    },
    title: text.profit.amount,
    isNumber: true,
    cell: (item) => <Amount item={item} />,
  },
]

const ANY_COLUMNS = COLUMNS.toSpliced(3, 0, {
  key: 'bucket',
  width: '10rem',
  plain: ({ bucket }) => text.cases.buckets[bucket],
  title: text.orders.bucket,
  cell: (item) => text.cases.buckets[item.bucket],
})

function OrderLink(props: { item: Order }) {
  return (
    <A class={css['order']} href={`/orders/${encodeURIComponent(props.item.subOrderNo)}`}>
      {props.item.subOrderNo}
    </A>
  )
}

function Due(props: { item: Order }) {
  return (
    <Show
      when={props.item.bucket === 'awaiting' || props.item.bucket === 'overdue'}
      fallback={text.common.dash}
    >
      <Show when={props.item.dueOn} fallback={text.reconcile.noDue}>
        {(day) => text.reconcile.due(formatDay(day()))}
      </Show>
    </Show>
  )
}

type Money = Pick<Order, 'bucket' | 'settled' | 'promised' | 'expected'>

function shownAmount({ bucket, promised, expected, settled }: Money): number | null {
  if (bucket === 'promised') return promised
  return bucket === 'awaiting' || bucket === 'overdue' ? expected : settled
}

/** What is still to come where it is, else what has been settled; an unknown amount is no zero. */
export function Amount(props: { item: Money }) {
  const shown = () => shownAmount(props.item)
  return (
    <Show
      when={shown() !== null && { amount: shown() ?? 0 }}
      fallback={<span class="muted">{text.reconcile.notKnown}</span>}
    >
      {(known) => <Rupees amount={known().amount} tone={known().amount < 0} />}
    </Show>
  )
}

function Card(props: { item: Order; hasBucket: boolean }) {
  return (
    <div class={css['orderCard']}>
      <OrderLink item={props.item} />
      <strong>
        <Amount item={props.item} />
      </strong>
      <span class="small muted">{props.item.sku}</span>
      <span class="small muted">
        <Show when={props.hasBucket} fallback={<Due item={props.item} />}>
          {text.cases.buckets[props.item.bucket]}
        </Show>
      </span>
    </div>
  )
}
