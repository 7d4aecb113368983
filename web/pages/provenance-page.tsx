import { ORDER_MARKS, type OrderMark } from '#core/ads/order-mark'
import { rupeesText } from '#core/money/rupees'
import { isAdFigure } from '#core/pnl/figures'
import { A, createAsync, useLocation, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { loadProvenance } from '../api'
import type { LineName, ProvenanceCell } from '../api-shapes'
import { Explain } from '../components/explain'
import { EmptyFace } from '../components/empty-face'
import { Part } from '../components/face'
import { Icon } from '../components/icon'
import { Page } from '../components/page'
import { createPages } from '../components/pages'
import { Rupees } from '../components/rupees'
import { Skeleton } from '../components/skeleton'
import { SourceLink, sourceText } from '../components/source-link'
import { Toolbar } from '../components/toolbar'
import type { Column } from '../components/columns'
import { VirtualTable } from '../components/virtual-table'
import { keepFilters, useFilters } from '../filters'
import { formatDay } from '../locales/format'
import { text } from '../locales/text'
import { apiUrl } from '../api-url'
import css from './provenance/provenance.module.css'

/** The cells whose sum is a figure: the page that every amount of the profit and loss opens. */
export function ProvenancePage() {
  const { filters } = useFilters()
  const location = useLocation()
  const [search] = useSearchParams<Record<'figure' | 'sku' | 'campaign' | 'orderSource', string>>()
  const orderSource = () => ORDER_MARKS.find((mark) => mark === search.orderSource)
  const params = () => ({
    figure: search.figure ?? '',
    from: filters().from,
    to: filters().to,
    basis: filters().basis,
    sku: search.sku,
    campaign: search.campaign,
    orderSource: orderSource(),
    store: filters().store,
  })
  const first = createAsync(() => loadProvenance(params()))
  const pages = createPages(first, (more) => loadProvenance({ ...params(), ...more }))
  const line = () => (search.figure ?? '').replace(/^pnl\./, '')
  const name = () => figureName(line())
  return (
    <Page
      title={name() || text.provenance.title}
      lead={text.provenance.title}
      up={upOf(line(), location.search)}
      tools={<Toolbar />}
    >
      <Part loading={<Skeleton shape="rows" />}>
        <Show when={first()}>
          {(page) => (
            <>
              <Show when={page().items.length > 0 || page().total !== 0}>
                <section class={`card ${css['total']}`}>
                  <div>
                    <p class={css['figure']}>
                      <Show when={page().total !== null} fallback={text.figures.costMissing}>
                        <Rupees amount={page().total ?? 0} />
                      </Show>
                      <Explain figure={line()} name={name()} />
                    </p>
                    <p class="muted">{text.provenance.lead}</p>
                    <Narrowed campaign={search.campaign} orderSource={orderSource()} />
                  </div>
                  <a class="button" href={apiUrl('/provenance.csv', params())} download="">
                    <Icon name="download" small />
                    {text.common.download}
                  </a>
                </section>
              </Show>
              <Show
                when={page().items.length > 0}
                fallback={<EmptyFace icon="search" title={text.provenance.empty} />}
              >
                <div class="card">
                  <VirtualTable
                    label={text.provenance.title}
                    name="cells"
                    columns={COLUMNS}
                    pages={pages}
                    card={(item) => <Card item={item} />}
                  />
                </div>
              </Show>
            </>
          )}
        </Show>
      </Part>
    </Page>
  )
}

/** A figure of a campaign or of marked orders is less than its name says. */
function Narrowed(props: { campaign: string | undefined; orderSource: OrderMark | undefined }) {
  return (
    <>
      <Show when={props.campaign !== undefined}>
        <p>{text.provenance.campaign(props.campaign || text.common.dash)}</p>
      </Show>
      <Show when={props.orderSource}>{(mark) => <p>{text.provenance.marked[mark()]}</p>}</Show>
    </>
  )
}

/** The screen that the figure stands on. */
function upOf(name: string, search: string): { href: string; label: string } {
  return name === 'ads' || isAdFigure(name)
    ? { href: keepFilters('/ads', search), label: text.figures.lines.ads }
    : { href: keepFilters('/profit', search), label: text.profit.title }
}

function figureName(name: string): string {
  if (isAdFigure(name)) return text.figures.more[name]
  return isLine(name) ? text.figures.lines[name] : name
}

function isLine(name: string): name is LineName {
  return Object.hasOwn(text.figures.lines, name)
}

const COLUMNS: readonly Column<ProvenanceCell>[] = [
  {
    key: 'on',
    width: '7rem',
    plain: ({ on }) => on,
    title: text.provenance.on,
    cell: (item) => dayOf(item),
  },
  {
    key: 'order',
    width: 'minmax(11rem, 1.2fr)',
    plain: ({ subOrderNo }) => subOrderNo,
    title: text.provenance.subOrder,
    cell: (item) => <OrderOf item={item} />,
  },
  {
    key: 'file',
    width: 'minmax(0, 1.5fr)',
    plain: ({ source }) => source?.filename ?? text.provenance.byHand,
    title: text.provenance.file,
    cell: (item) => (
      <span class="muted small">{item.source?.filename ?? text.provenance.byHand}</span>
    ),
  },
  {
    key: 'cell',
    width: '5.5rem',
    plain: ({ source, column }) => (source ? sourceText(source) : column),
    title: text.provenance.row,
    cell: (item) => <Place item={item} />,
  },
  {
    key: 'value',
    width: '8rem',
    plain: ({ value }) => rupeesText(value),
    title: text.provenance.value,
    isNumber: true,
    cell: (item) => <Rupees amount={item.value} />,
  },
]

function dayOf(item: ProvenanceCell): string {
  return item.on ? formatDay(item.on) : text.common.dash
}

function OrderOf(props: { item: ProvenanceCell }) {
  return (
    <Show
      when={props.item.subOrderNo}
      fallback={<span class="muted">{text.provenance.noSubOrder}</span>}
    >
      {(subOrderNo) => (
        <A class={css['order']} href={`/orders/${encodeURIComponent(subOrderNo())}`}>
          {subOrderNo()}
        </A>
      )}
    </Show>
  )
}

function Card(props: { item: ProvenanceCell }) {
  return (
    <div class={css['card']}>
      <OrderOf item={props.item} />
      <strong>
        <Rupees amount={props.item.value} />
      </strong>
      <span class="muted small">{dayOf(props.item)}</span>
      <Place item={props.item} />
    </div>
  )
}

/** The row in its file, or what was entered by hand; a unit cost says for how many units. */
function Place(props: { item: ProvenanceCell }) {
  return (
    <span>
      <Show when={props.item.source} fallback={props.item.column}>
        {(source) => <SourceLink source={source()} column={props.item.column} />}
      </Show>
      <Show when={props.item.units}>
        {(units) => <span class="muted small">{text.provenance.units(units())}</span>}
      </Show>
    </span>
  )
}
