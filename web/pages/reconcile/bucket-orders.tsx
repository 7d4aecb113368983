import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { EmptyFace } from '../../components/empty-face'
import { KnownRupees } from '../../components/known-rupees'
import { createList, ListTable } from '../../components/list'
import { moneyColumn, subOrderColumn } from '../../components/list-columns'
import { Rupees } from '../../components/rupees'
import { SearchField } from '../../components/search-field'
import { Section } from '../../components/section'
import { SubOrderLink } from '../../components/sub-order-link'
import type { Column } from '../../components/columns'
import type { Totals } from '../../components/virtual-table'
import { useFilters } from '../../filters'
import { formatDay } from '../../locales/format'
import { text } from '../../locales/text'
import { type Bucket, loadOrders, type Order, type Orders } from '../../reconcile-api'

type BucketOrdersProps = {
  /** Nothing for the sub-orders of every bucket; each then says where it stands. */
  bucket: Bucket | undefined
  asOf: string | undefined
}

/** The sub-orders that stand in one bucket, or all of them, the newest order first. */
export function BucketOrders(props: BucketOrdersProps) {
  const { filters } = useFilters()
  const [search] = useSearchParams<Record<'q', string>>()
  const list = createList(loadOrders, () => ({
    bucket: props.bucket,
    asOf: props.asOf,
    store: filters().store,
    q: search.q,
  }))
  const title = () => (props.bucket ? text.cases.buckets[props.bucket] : text.orders.all)
  return (
    <Section title={title()} tools={<SearchField label={text.reconcile.searchOrders} />}>
      <ListTable
        list={list}
        label={title()}
        name="orders"
        count={({ totals }) => totals?.count}
        totals={({ totals }) => totalsOf(totals)}
        columns={props.bucket ? COLUMNS : ANY_COLUMNS}
        card={(item) => <Card item={item} hasBucket={props.bucket === undefined} />}
        empty={
          <EmptyFace
            icon="search"
            title={text.reconcile.noOrders}
            detail={text.reconcile.noOrdersDetail}
          />
        }
      />
    </Section>
  )
}

/** Money of one bucket; of several it would add what came to what is still to come. */
function totalsOf(totals: Orders['totals']): Totals | undefined {
  if (totals === null || totals.amount === null) return undefined
  return { amount: <Rupees amount={totals.amount} /> }
}

const COLUMNS: readonly Column<Order>[] = [
  subOrderColumn({
    key: 'no',
    title: text.settlements.subOrder,
    width: 'minmax(11.5rem, 1.2fr)',
  }),
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
  moneyColumn({
    key: 'amount',
    title: text.profit.amount,
    width: '8rem',
    of: shownAmount,
    unknown: text.reconcile.notKnown,
    isLossRed: true,
  }),
]

const ANY_COLUMNS = COLUMNS.toSpliced(3, 0, {
  key: 'bucket',
  width: '10rem',
  plain: ({ bucket }) => text.cases.buckets[bucket],
  title: text.orders.bucket,
  cell: (item) => text.cases.buckets[item.bucket],
})

function Due(props: { item: Order }) {
  return (
    <Show
      when={props.item.bucket === 'awaiting' || props.item.bucket === 'overdue'}
      fallback={text.common.dash}
    >
      <Show when={props.item.dueOn} fallback={text.reconcile.noDue}>
        {(day) => <>{text.reconcile.due(formatDay(day()))}</>}
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
  return (
    <KnownRupees amount={shownAmount(props.item)} unknown={text.reconcile.notKnown} isLossRed />
  )
}

function Card(props: { item: Order; hasBucket: boolean }) {
  return (
    <>
      <SubOrderLink subOrderNo={props.item.subOrderNo} isRow />
      <strong>
        <Amount item={props.item} />
      </strong>
      <span class="small muted">{props.item.sku}</span>
      <span class="small muted">
        <Show when={props.hasBucket} fallback={<Due item={props.item} />}>
          {text.cases.buckets[props.item.bucket]}
        </Show>
      </span>
    </>
  )
}
