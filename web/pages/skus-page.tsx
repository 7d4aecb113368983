import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { SKU_VIEWS } from '#core/pnl/sku-figures'
import { loadSkus } from '../api'
import type { Sku, Skus } from '../api-shapes'
import { comparedPeriod } from '../compare'
import { EmptyMoneyFace } from '../components/empty-face'
import { Part } from '../components/face'
import { Page } from '../components/page'
import { createList, ListTable } from '../components/list'
import { Rupees } from '../components/rupees'
import { SearchField } from '../components/search-field'
import { Segmented } from '../components/segmented'
import { Skeleton } from '../components/skeleton'
import { Toolbar } from '../components/toolbar'
import type { Totals } from '../components/virtual-table'
import { useFilters } from '../filters'
import { formatCount } from '../locales/format'
import { text } from '../locales/text'
import type { Period } from '../period'
import { ComparedDays } from './skus/compared-days'
import { Cause, COLUMNS, COMPARED, percent, SkuLink } from './skus/sku-columns'
import { SkuDetail } from './skus/sku-detail'
import css from './skus/skus.module.css'

export function SkusPage() {
  const { filters } = useFilters()
  const [search, setSearch] = useSearchParams<Record<'view' | 'q' | 'sort' | 'sku', string>>()
  const view = () => SKU_VIEWS.find((each) => each === search.view) ?? 'all'
  const against = () => comparedPeriod(filters(), filters().preset, filters().comparison ?? 'none')
  const params = () => ({
    from: filters().from,
    to: filters().to,
    store: filters().store,
    basis: filters().basis,
    againstFrom: against()?.from,
    againstTo: against()?.to,
    view: view(),
    sort: search.sort ?? 'netProfit',
    q: search.q,
  })
  const list = createList(loadSkus, params)
  return (
    <Page title={text.skus.title} lead={text.skus.lead} tools={<Toolbar compares="none" />}>
      <div class="wrap" role="search">
        <Segmented
          label={text.skus.viewLabel}
          value={view()}
          options={SKU_VIEWS.map((value) => ({ value, label: text.skus.views[value] }))}
          onChange={(chosen) => setSearch({ view: chosen === 'all' ? null : chosen })}
        />
        <SearchField label={text.skus.search} />
      </div>
      <Show when={search.sku}>
        {(sku) => <SkuDetail sku={sku()} onClose={() => setSearch({ sku: null })} />}
      </Show>
      <Part loading={<Skeleton shape="rows" />}>
        <ListTable
          list={list}
          label={text.skus.title}
          name="skus"
          above={(page) => <Summary page={page()} against={against()} />}
          count={({ totals }) => totals.count}
          totals={totalsOf}
          columns={against() ? COMPARED : COLUMNS}
          card={(item) => <Card item={item} />}
          sort={params().sort}
          onSort={(sort) => setSearch({ sort: sort === 'netProfit' ? null : sort })}
          empty={
            <EmptyMoneyFace icon="search" title={text.skus.empty} detail={text.skus.emptyDetail} />
          }
        />
      </Part>
    </Page>
  )
}

function Summary(props: { page: Skus; against: Period | undefined }) {
  const totals = () => props.page.totals
  return (
    <div class={css['summary']}>
      <p>{text.skus.totals(totals().count, totals().lossMaking, totals().costMissing)}</p>
      <Show when={props.against}>{(days) => <ComparedDays against={days()} />}</Show>
      <Show when={props.page.view === 'high_return'}>
        <p class="muted">{text.skus.highReturn}</p>
      </Show>
      <Show when={props.page.costState === 'counting'}>
        <p role="status">{text.skus.counting}</p>
      </Show>
      <Show when={props.page.costState === 'not_then'}>
        <p role="status">{text.skus.notThen}</p>
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

function Card(props: { item: Sku }) {
  const words = text.skus
  return (
    <div class="stack">
      <p class="between">
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
