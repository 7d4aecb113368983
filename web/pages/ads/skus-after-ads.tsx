import { A, useLocation, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { ALLOCATIONS } from '#core/ads/allocation'
import { type AdSku, type AdSkus, loadAdSkus } from '../../ads-api'
import type { Column } from '../../components/columns'
import { Explain } from '../../components/explain'
import { Face, Part } from '../../components/face'
import { KnownRupees } from '../../components/known-rupees'
import { createList, ListTable } from '../../components/list'
import { moneyColumn } from '../../components/list-columns'
import { Rupees } from '../../components/rupees'
import { Section } from '../../components/section'
import { Segmented } from '../../components/segmented'
import { Skeleton } from '../../components/skeleton'
import type { Totals } from '../../components/virtual-table'
import { keepFilters, useFilters } from '../../filters'
import { formatCount } from '../../locales/format'
import { ads as words } from '../../locales/parts'
import { text } from '../../locales/text'
import css from './ads.module.css'

const WIDTH = 'minmax(6.5rem, 1fr)'
const FIRST_SORT = 'afterAds'

/** Ads laid over SKUs by an assumption that the address names and the screen says. */
export function SkusAfterAds() {
  const [search, setSearch] = useSearchParams<Record<'allocation' | 'sort', string>>()
  const by = () => ALLOCATIONS.find((each) => each === search.allocation) ?? 'net_sales'
  return (
    <Section
      title={
        <>
          {words.skus.title}
          <Explain figure="adAllocation" name={text.figures.more.adAllocation} />
        </>
      }
      tools={
        <Segmented
          label={words.skus.byLabel}
          value={by()}
          options={ALLOCATIONS.map((value) => ({ value, label: words.skus.by[value] }))}
          onChange={(value) => setSearch({ allocation: value === 'net_sales' ? null : value })}
        />
      }
    >
      <p role="note">
        <strong>{words.skus.assumption}</strong> {words.skus.meaning[by()]}
      </p>
      <Part loading={<Skeleton shape="rows" />}>
        <SkuList by={by()} sort={search.sort ?? FIRST_SORT} />
      </Part>
    </Section>
  )
}

function SkuList(props: { by: AdSkus['by']; sort: string }) {
  const { filters } = useFilters()
  const [, setSearch] = useSearchParams<{ sort: string }>()
  const list = createList(loadAdSkus, () => {
    const { from, to, basis, store } = filters()
    return { from, to, basis, store, by: props.by, sort: props.sort }
  })
  return (
    <ListTable
      list={list}
      label={words.skus.title}
      name="ad-skus"
      above={(page) => <Notices page={page()} />}
      count={({ totals }) => totals.count}
      totals={({ totals }) => totalsOf(totals)}
      columns={columnsOf()}
      card={(item) => <Card item={item} />}
      sort={props.sort}
      onSort={(sort) => setSearch({ sort: sort === FIRST_SORT ? null : sort })}
      empty={<Face icon="search" title={words.skus.empty} />}
    />
  )
}

/** What no SKU could take is said above, and is in none of these. */
function totalsOf(totals: AdSkus['totals']): Totals {
  return {
    netSales: <Rupees amount={totals.netSales} />,
    adOrders: formatCount(totals.adOrders),
    contribution: <KnownRupees amount={totals.contribution} unknown={words.skus.costMissing} />,
    ads: <KnownRupees amount={totals.ads} unknown={words.skus.notLaid} />,
    afterAds: <KnownRupees amount={totals.afterAds} isLossRed />,
  }
}

function Notices(props: { page: AdSkus }) {
  return (
    <>
      <Show when={props.page.costState !== 'current'}>
        <p role="status">{words.skus.counting}</p>
      </Show>
      <Show when={props.page.unallocated !== 0}>
        <p>
          {words.skus.unallocated} <Rupees amount={props.page.unallocated} />
        </p>
      </Show>
    </>
  )
}

/** Read when it is drawn: the words of this page come beside it. */
function columnsOf(): readonly Column<AdSku>[] {
  return [
    {
      key: 'sku',
      title: words.skus.sku,
      width: 'minmax(9rem, 1.4fr)',
      sort: 'sku',
      plain: ({ sku }) => sku,
      cell: (item) => <SkuLink sku={item.sku} />,
    },
    moneyColumn({
      key: 'netSales',
      title: text.figures.lines.netSales,
      width: WIDTH,
      sort: 'netSales',
      of: ({ netSales }) => netSales,
    }),
    {
      key: 'adOrders',
      title: words.skus.adOrders,
      width: '6rem',
      isNumber: true,
      sort: 'adOrders',
      plain: ({ adOrders }) => adOrders,
      cell: (item) => formatCount(item.adOrders),
    },
    amount('contribution', text.figures.more.adContribution, words.skus.costMissing),
    amount('ads', words.skus.ads, words.skus.notLaid),
    amount('afterAds', words.skus.afterAds, text.common.dash),
  ]
}

function amount(
  key: 'contribution' | 'ads' | 'afterAds',
  title: string,
  unknown: string,
): Column<AdSku> {
  const isLossRed = key === 'afterAds'
  return moneyColumn({
    key,
    title,
    width: WIDTH,
    sort: key,
    of: (item) => item[key],
    unknown,
    isLossRed,
  })
}

function SkuLink(props: { sku: string }) {
  const location = useLocation()
  const href = () => keepFilters('/skus', location.search, { sku: props.sku, q: props.sku })
  return (
    <Show when={props.sku} fallback={<span class="muted">{words.skus.noSku}</span>}>
      <A class={css['sku']} href={href()}>
        {props.sku}
      </A>
    </Show>
  )
}

function Card(props: { item: AdSku }) {
  return (
    <div class="stack">
      <p class="between">
        <SkuLink sku={props.item.sku} />
        <strong>
          <KnownRupees amount={props.item.afterAds} isLossRed />
        </strong>
      </p>
      <dl class={css['cardParts']}>
        <div>
          <dt>{text.figures.lines.netSales}</dt>
          <dd>
            <Rupees amount={props.item.netSales} />
          </dd>
        </div>
        <div>
          <dt>{text.figures.more.adContribution}</dt>
          <dd>
            <KnownRupees amount={props.item.contribution} unknown={words.skus.costMissing} />
          </dd>
        </div>
        <div>
          <dt>{words.skus.ads}</dt>
          <dd>
            <KnownRupees amount={props.item.ads} unknown={words.skus.notLaid} />
          </dd>
        </div>
      </dl>
    </div>
  )
}
