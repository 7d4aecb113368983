import { A, createAsync, useLocation, useSearchParams } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import { ALLOCATIONS } from '#core/ads/allocation'
import { rupeesText } from '#core/money/rupees'
import { type AdSku, type AdSkus, loadAdSkus } from '../../ads-api'
import type { Column } from '../../components/columns'
import { Explain } from '../../components/explain'
import { Face, Part } from '../../components/face'
import { createPages } from '../../components/pages'
import { Rupees } from '../../components/rupees'
import { Segmented } from '../../components/segmented'
import { Skeleton } from '../../components/skeleton'
import { VirtualTable } from '../../components/virtual-table'
import { keepFilters, useFilters } from '../../filters'
import { formatCount } from '../../locales/format'
import { ads as words } from '../../locales/parts'
import { text } from '../../locales/text'
import css from './ads.module.css'

const PAGE_SIZE = '100'
const FIRST_SORT = 'afterAds'

/** Ads laid over SKUs by an assumption that the address names and the screen says. */
export function SkusAfterAds() {
  const [search, setSearch] = useSearchParams<Record<'allocation' | 'sort', string>>()
  const by = () => ALLOCATIONS.find((each) => each === search.allocation) ?? 'net_sales'
  return (
    <section class={css['block']} aria-labelledby="ads-skus">
      <div class={css['head']}>
        <h2 id="ads-skus">
          {words.skus.title}
          <Explain figure="adAllocation" name={text.figures.more.adAllocation} />
        </h2>
        <Segmented
          label={words.skus.byLabel}
          value={by()}
          options={ALLOCATIONS.map((value) => ({ value, label: words.skus.by[value] }))}
          onChange={(value) => setSearch({ allocation: value === 'net_sales' ? null : value })}
        />
      </div>
      <p role="note">
        <strong>{words.skus.assumption}</strong> {words.skus.meaning[by()]}
      </p>
      <Part loading={<Skeleton shape="rows" />}>
        <SkuList by={by()} sort={search.sort ?? FIRST_SORT} />
      </Part>
    </section>
  )
}

function SkuList(props: { by: AdSkus['by']; sort: string }) {
  const { filters } = useFilters()
  const [, setSearch] = useSearchParams<{ sort: string }>()
  const asked = () => {
    const { from, to, basis, store } = filters()
    return { from, to, basis, store, by: props.by, sort: props.sort, limit: PAGE_SIZE }
  }
  const first = createAsync(() => loadAdSkus(asked()))
  const columns = columnsOf()
  const pages = createPages(first, (more) => loadAdSkus({ ...asked(), ...more }))
  return (
    <Show when={first()}>
      {(page) => (
        <Show
          when={page().items.length > 0}
          fallback={<Face icon="search" title={words.skus.empty} />}
        >
          <Notices page={page()} />
          <div class="card">
            <VirtualTable
              label={words.skus.title}
              name="ad-skus"
              columns={columns}
              pages={pages}
              card={(item) => <Card item={item} />}
              sort={props.sort}
              onSort={(sort) => setSearch({ sort: sort === FIRST_SORT ? null : sort })}
            />
          </div>
        </Show>
      )}
    </Show>
  )
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
    {
      key: 'netSales',
      title: text.figures.lines.netSales,
      width: 'minmax(6.5rem, 1fr)',
      isNumber: true,
      sort: 'netSales',
      plain: ({ netSales }) => rupeesText(netSales),
      cell: (item) => <Rupees amount={item.netSales} />,
    },
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
  return {
    key,
    title,
    width: 'minmax(6.5rem, 1fr)',
    isNumber: true,
    sort: key,
    plain: (item) => (item[key] === null ? null : rupeesText(item[key])),
    cell: (item) => <Known amount={item[key]} unknown={unknown} tone={key === 'afterAds'} />,
  }
}

function Known(props: { amount: number | null; unknown: string; tone?: boolean }): JSX.Element {
  return (
    <Show when={props.amount !== null} fallback={<span class="muted">{props.unknown}</span>}>
      <Rupees amount={props.amount ?? 0} tone={props.tone === true && (props.amount ?? 0) < 0} />
    </Show>
  )
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
    <div class={css['card']}>
      <p class={css['cardHead']}>
        <SkuLink sku={props.item.sku} />
        <strong>
          <Known amount={props.item.afterAds} unknown={text.common.dash} tone />
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
            <Known amount={props.item.contribution} unknown={words.skus.costMissing} />
          </dd>
        </div>
        <div>
          <dt>{words.skus.ads}</dt>
          <dd>
            <Known amount={props.item.ads} unknown={words.skus.notLaid} />
          </dd>
        </div>
      </dl>
    </div>
  )
}
