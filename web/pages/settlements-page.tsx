import { useSearchParams } from '@solidjs/router'
import { loadSettlements, SETTLEMENT_SORTS } from '../api'
import type { Settlement, Settlements } from '../api-shapes'
import { Badge, statusTone } from '../components/badge'
import { DownloadLink } from '../components/download-link'
import { EmptyMoneyFace } from '../components/empty-face'
import { Part } from '../components/face'
import { Page } from '../components/page'
import { createList, ListTable } from '../components/list'
import { moneyColumn, sourceColumn, subOrderColumn } from '../components/list-columns'
import { Rupees } from '../components/rupees'
import { Skeleton } from '../components/skeleton'
import { SubOrderLink } from '../components/sub-order-link'
import { Toolbar } from '../components/toolbar'
import type { Column } from '../components/columns'
import type { Totals } from '../components/virtual-table'
import { useFilters } from '../filters'
import { formatCount, formatDay } from '../locales/format'
import { text } from '../locales/text'
import { apiUrl } from '../api-url'
import { SettlementFilters } from './settlements/settlement-filters'

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
  })
  const list = createList(loadSettlements, params)
  const clear = () => setSearch({ status: null, sku: null, q: null })
  return (
    <Page
      title={text.settlements.title}
      tools={
        <Toolbar fixedBasis="payment">
          <DownloadLink href={apiUrl('/export/settlements.csv', params())} />
        </Toolbar>
      }
    >
      <SettlementFilters />
      <Part loading={<Skeleton shape="rows" />}>
        <ListTable
          list={list}
          label={text.settlements.title}
          name="settlements"
          count={(page) => page.totals?.count}
          totals={({ totals }) => totalsOf(totals)}
          columns={COLUMNS}
          card={(item) => <Card item={item} />}
          sort={params().sort}
          onSort={(sort) => setSearch({ sort: sort === '-paidOn' ? null : sort })}
          empty={
            <EmptyMoneyFace
              icon="search"
              title={text.settlements.empty}
              detail={text.settlements.emptyDetail}
            >
              <button class="button" type="button" onClick={clear}>
                {text.settlements.clear}
              </button>
            </EmptyMoneyFace>
          }
        />
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
  subOrderColumn({
    key: 'subOrder',
    title: text.settlements.subOrder,
    width: 'minmax(11.5rem, 1.3fr)',
  }),
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
  moneyColumn({
    key: 'sale',
    title: text.settlements.sale,
    width: 'minmax(6rem, 0.6fr)',
    sort: 'sale',
    of: ({ terms }) => terms.sale,
  }),
  moneyColumn({
    key: 'settlement',
    title: text.settlements.settlement,
    width: 'minmax(7rem, 0.6fr)',
    sort: 'settlement',
    of: ({ settlement }) => settlement,
    isLossRed: true,
  }),
  sourceColumn(),
]

function Status(props: { item: Settlement }) {
  return (
    <Badge tone={statusTone(props.item.status)}>
      {props.item.status || text.settlements.noStatus}
    </Badge>
  )
}

function Card(props: { item: Settlement }) {
  return (
    <>
      <SubOrderLink subOrderNo={props.item.subOrderNo} isRow />
      <strong>
        <Rupees amount={props.item.settlement} tone={props.item.settlement < 0} />
      </strong>
      <span class="small">{props.item.sku}</span>
      <span class="muted small">
        {text.settlements.sale} <Rupees amount={props.item.terms.sale} />
      </span>
      <span class="muted small">{formatDay(props.item.paidOn)}</span>
      <Status item={props.item} />
    </>
  )
}
