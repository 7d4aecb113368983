import { rupeesText } from '#core/money/rupees'
import { A, createAsync, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { loadSettlements, SETTLEMENT_SORTS } from '../api'
import type { Settlement, Settlements } from '../api-shapes'
import { Badge, statusTone } from '../components/badge'
import { DownloadLink } from '../components/download-link'
import { EmptyFace } from '../components/empty-face'
import { Part } from '../components/face'
import { Page } from '../components/page'
import { createPages } from '../components/pages'
import { Rupees } from '../components/rupees'
import { Skeleton } from '../components/skeleton'
import { SourceLink, sourceText } from '../components/source-link'
import { Toolbar } from '../components/toolbar'
import type { Column } from '../components/columns'
import { type Totals, VirtualTable } from '../components/virtual-table'
import { useFilters } from '../filters'
import { formatCount, formatDay } from '../locales/format'
import { text } from '../locales/text'
import { apiUrl } from '../api-url'
import { SettlementFilters } from './settlements/settlement-filters'
import css from './settlements/settlements.module.css'

const PAGE_SIZE = '100'

export function SettlementsPage() {
  const { filters } = useFilters()
  const [search, setSearch] = useSearchParams<Record<'status' | 'sku' | 'q' | 'sort', string>>()
  const params = () => ({
    from: filters().from,
    to: filters().to,
    store: filters().store,
    status: search.status,
    sku: search.sku,
    q: search.q,
    sort: SETTLEMENT_SORTS.find((sort) => sort === search.sort) ?? ('-paidOn' as const),
    limit: PAGE_SIZE,
  })
  const first = createAsync(() => loadSettlements(params()))
  const pages = createPages(first, (more) => loadSettlements({ ...params(), ...more }))
  const clear = () => setSearch({ status: null, sku: null, q: null })
  return (
    <Page
      title={text.settlements.title}
      tools={
        <Toolbar fixedBasis="payment">
          <DownloadLink
            href={apiUrl('/export/settlements.csv', { ...params(), limit: undefined })}
          />
        </Toolbar>
      }
    >
      <SettlementFilters />
      <Part loading={<Skeleton shape="rows" />}>
        <Show when={first()}>
          {(page) => (
            <Show
              when={page().items.length > 0}
              fallback={
                <EmptyFace
                  icon="search"
                  title={text.settlements.empty}
                  detail={text.settlements.emptyDetail}
                >
                  <button class="button" type="button" onClick={clear}>
                    {text.settlements.clear}
                  </button>
                </EmptyFace>
              }
            >
              <div class="card">
                <VirtualTable
                  label={text.settlements.title}
                  name="settlements"
                  count={page().totals?.count}
                  totals={totalsOf(page().totals)}
                  columns={COLUMNS}
                  pages={pages}
                  card={(item) => <Card item={item} />}
                  sort={params().sort}
                  onSort={(sort) => setSearch({ sort: sort === '-paidOn' ? null : sort })}
                />
              </div>
            </Show>
          )}
        </Show>
      </Part>
    </Page>
  )
}

function totalsOf(totals: Settlements['totals']): Totals | undefined {
  if (totals === null) return undefined
  return {
    sale: <Rupees amount={totals.sale} />,
    settlement: <Rupees amount={totals.settlement} tone={totals.settlement < 0} />,
  }
}

const COLUMNS: readonly Column<Settlement>[] = [
  {
    key: 'paidOn',
    width: '6rem',
    plain: ({ paidOn }) => paidOn,
    title: text.settlements.paidOn,
    sort: 'paidOn',
    cell: (item) => formatDay(item.paidOn),
  },
  {
    key: 'subOrder',
    width: 'minmax(11.5rem, 1.3fr)',
    plain: ({ subOrderNo }) => subOrderNo,
    title: text.settlements.subOrder,
    cell: (item) => <OrderLink item={item} />,
  },
  {
    key: 'sku',
    width: 'minmax(6rem, 1fr)',
    plain: ({ sku }) => sku,
    title: text.settlements.sku,
    cell: (item) => <span>{item.sku}</span>,
  },
  {
    key: 'status',
    width: '7rem',
    plain: ({ status }) => status,
    title: text.settlements.status,
    cell: (item) => <Status item={item} />,
  },
  {
    key: 'quantity',
    width: '2rem',
    plain: ({ quantity }) => quantity,
    title: text.settlements.quantity,
    isNumber: true,
    cell: (item) => (item.quantity === null ? text.common.dash : formatCount(item.quantity)),
  },
  {
    key: 'sale',
    width: 'minmax(6rem, 0.6fr)',
    plain: ({ terms }) => rupeesText(terms.sale),
    title: text.settlements.sale,
    isNumber: true,
    sort: 'sale',
    cell: (item) => <Rupees amount={item.terms.sale} />,
  },
  {
    key: 'settlement',
    width: 'minmax(7rem, 0.6fr)',
    plain: ({ settlement }) => rupeesText(settlement),
    title: text.settlements.settlement,
    isNumber: true,
    sort: 'settlement',
    cell: (item) => <Rupees amount={item.settlement} tone={item.settlement < 0} />,
  },
  {
    key: 'source',
    width: '4.5rem',
    plain: ({ source }) => sourceText(source),
    title: text.provenance.file,
    isNumber: true,
    cell: (item) => (
      <span class={css['above']}>
        <SourceLink source={item.source} />
      </span>
    ),
  },
]

function OrderLink(props: { item: Settlement }) {
  return (
    <A class={css['order']} href={`/orders/${encodeURIComponent(props.item.subOrderNo)}`}>
      {props.item.subOrderNo}
    </A>
  )
}

function Status(props: { item: Settlement }) {
  return (
    <Badge tone={statusTone(props.item.status)}>
      {props.item.status || text.settlements.noStatus}
    </Badge>
  )
}

function Card(props: { item: Settlement }) {
  return (
    <div class={css['card']}>
      <OrderLink item={props.item} />
      <strong>
        <Rupees amount={props.item.settlement} tone={props.item.settlement < 0} />
      </strong>
      <span class={css['sku']}>{props.item.sku}</span>
      <span class="muted small">
        {text.settlements.sale} <Rupees amount={props.item.terms.sale} />
      </span>
      <span class="muted small">{formatDay(props.item.paidOn)}</span>
      <Status item={props.item} />
    </div>
  )
}
