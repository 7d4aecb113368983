import { rupeesText } from '#core/money/rupees'
import { A, createAsync, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { SKU_VIEWS } from '#core/pnl/sku-figures'
import { loadSkus } from '../api'
import type { Sku, Skus } from '../api-shapes'
import { Badge } from '../components/badge'
import { Face, Part } from '../components/face'
import { Page } from '../components/page'
import { createPages } from '../components/pages'
import { Rupees } from '../components/rupees'
import { SearchField } from '../components/search-field'
import { Segmented } from '../components/segmented'
import { Skeleton } from '../components/skeleton'
import { Toolbar } from '../components/toolbar'
import type { Column } from '../components/columns'
import { type Totals, VirtualTable } from '../components/virtual-table'
import { useFilters } from '../filters'
import { formatCount, formatPercent } from '../locales/format'
import { text } from '../locales/text'
import { SkuDetail } from './skus/sku-detail'
import css from './skus/skus.module.css'

const PAGE_SIZE = '100'

export function SkusPage() {
  const { filters } = useFilters()
  const [search, setSearch] = useSearchParams<Record<'view' | 'q' | 'sort' | 'sku', string>>()
  const view = () => SKU_VIEWS.find((each) => each === search.view) ?? 'all'
  const params = () => ({
    from: filters().from,
    to: filters().to,
    store: filters().store,
    basis: filters().basis,
    view: view(),
    sort: search.sort ?? 'netProfit',
    q: search.q,
    limit: PAGE_SIZE,
  })
  const first = createAsync(() => loadSkus(params()))
  const pages = createPages(first, (more) => loadSkus({ ...params(), ...more }))
  return (
    <Page title={text.money.skus.title} lead={text.money.skus.lead} tools={<Toolbar />}>
      <div class={css['filters']}>
        <Segmented
          label={text.money.skus.viewLabel}
          value={view()}
          options={SKU_VIEWS.map((value) => ({ value, label: text.money.skus.views[value] }))}
          onChange={(chosen) => setSearch({ view: chosen === 'all' ? null : chosen })}
        />
        <SearchField
          label={text.money.skus.search}
          value={search.q ?? ''}
          onSearch={(q) => setSearch({ q: q || null })}
        />
      </div>
      <Show when={search.sku}>
        {(sku) => <SkuDetail sku={sku()} onClose={() => setSearch({ sku: null })} />}
      </Show>
      <Part loading={<Skeleton shape="rows" />}>
        <Show when={first()}>
          {(page) => (
            <Show
              when={page().items.length > 0}
              fallback={
                <Face
                  icon="search"
                  title={text.money.skus.empty}
                  detail={text.money.skus.emptyDetail}
                />
              }
            >
              <Summary page={page()} />
              <div class="card">
                <VirtualTable
                  label={text.money.skus.title}
                  name="skus"
                  count={page().totals.count}
                  totals={totalsOf(page())}
                  columns={COLUMNS}
                  pages={pages}
                  card={(item) => <Card item={item} />}
                  sort={params().sort}
                  onSort={(sort) => setSearch({ sort: sort === 'netProfit' ? null : sort })}
                />
              </div>
            </Show>
          )}
        </Show>
      </Part>
    </Page>
  )
}

function Summary(props: { page: Skus }) {
  const totals = () => props.page.totals
  return (
    <div class={css['summary']}>
      <p>{text.money.skus.totals(totals().count, totals().lossMaking, totals().costMissing)}</p>
      <Show when={props.page.view === 'high_return'}>
        <p class="muted">{text.money.skus.highReturn}</p>
      </Show>
      <Show when={props.page.costState === 'counting'}>
        <p role="status">{text.money.skus.counting}</p>
      </Show>
      <Show when={props.page.costState === 'not_then'}>
        <p role="status">{text.money.skus.notThen}</p>
      </Show>
    </div>
  )
}

function totalsOf({ totals }: Skus): Totals {
  return {
    units: formatCount(totals.units),
    netSales: <Rupees amount={totals.netSales} />,
    netProfit: <Rupees amount={totals.netProfit} tone={totals.netProfit < 0} />,
  }
}

const COLUMNS: readonly Column<Sku>[] = [
  {
    key: 'sku',
    width: 'minmax(9rem, 1.4fr)',
    plain: ({ sku }) => sku,
    title: text.money.skus.sku,
    sort: 'sku',
    cell: (item) => <SkuLink item={item} />,
  },
  {
    key: 'units',
    width: '4rem',
    plain: ({ units }) => units,
    title: text.money.skus.units,
    isNumber: true,
    sort: 'units',
    cell: (item) => formatCount(item.units),
  },
  money('netSales'),
  money('netProfit'),
  share('marginPct'),
  share('returnPct'),
  share('rtoPct'),
  {
    key: 'averageSale',
    width: 'minmax(6rem, 0.8fr)',
    plain: ({ averageSale }) => (averageSale === null ? null : rupeesText(averageSale)),
    title: text.money.skus.averageSale,
    isNumber: true,
    sort: 'averageSale',
    cell: (item) => (
      <Show when={item.averageSale !== null} fallback={text.common.dash}>
        <Rupees amount={item.averageSale ?? 0} />
      </Show>
    ),
  },
  share('feeSharePct'),
  {
    key: 'cause',
    width: 'minmax(8rem, 1fr)',
    plain: ({ lossCause }) => lossCause && text.money.skus.causes[lossCause],
    title: text.money.skus.cause,
    cell: (item) => <Cause item={item} />,
  },
]

function money(key: 'netSales' | 'netProfit'): Column<Sku> {
  return {
    key,
    title: text.money.skus[key],
    width: 'minmax(6.5rem, 1fr)',
    isNumber: true,
    sort: key,
    plain: (item) => rupeesText(item.lines[key]),
    cell: (item) => <Rupees amount={item.lines[key]} tone={item.lines[key] < 0} />,
  }
}

function share(key: 'marginPct' | 'returnPct' | 'rtoPct' | 'feeSharePct'): Column<Sku> {
  return {
    key,
    title: text.money.skus[key],
    width: key === 'feeSharePct' ? '5.5rem' : '4.75rem',
    isNumber: true,
    sort: key,
    plain: (item) => item[key],
    cell: (item) => percent(item[key]),
  }
}

function percent(value: number | null): string {
  return value === null ? text.common.dash : formatPercent(value)
}

function SkuLink(props: { item: Sku }) {
  const [search] = useSearchParams()
  const href = () => {
    const next = new URLSearchParams()
    for (const [name, value] of Object.entries(search)) {
      if (typeof value === 'string') next.set(name, value)
    }
    next.set('sku', props.item.sku)
    return `/skus?${next.toString()}`
  }
  return (
    <A class={css['sku']} href={href()} aria-label={text.money.skus.open(props.item.sku)}>
      {props.item.sku}
    </A>
  )
}

export function Cause(props: { item: Pick<Sku, 'lossCause'> }) {
  return (
    <Show when={props.item.lossCause} fallback={<span class="muted">{text.common.dash}</span>}>
      {(cause) => (
        <Badge tone={cause() === 'cost_missing' ? 'warn' : 'bad'}>
          {text.money.skus.causes[cause()]}
        </Badge>
      )}
    </Show>
  )
}

function Card(props: { item: Sku }) {
  const words = text.money.skus
  return (
    <div class={css['card']}>
      <p class={css['cardHead']}>
        <SkuLink item={props.item} />
        <strong>
          <Rupees amount={props.item.lines.netProfit} tone={props.item.lines.netProfit < 0} />
        </strong>
      </p>
      <p class={css['cardNote']}>
        <span>{`${words.units} ${formatCount(props.item.units)}`}</span>
        <span>{`${words.returnPct} ${percent(props.item.returnPct)}`}</span>
        <span>{`${words.rtoPct} ${percent(props.item.rtoPct)}`}</span>
        <span>{`${words.marginPct} ${percent(props.item.marginPct)}`}</span>
        <Cause item={props.item} />
      </p>
    </div>
  )
}
