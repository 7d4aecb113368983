import { ORDER_MARKS, type OrderMark } from '#core/ads/order-mark'
import { isAdFigure } from '#core/pnl/figures'
import { useLocation, useSearchParams } from '@solidjs/router'
import { type Accessor, createEffect, createSignal, onCleanup, Show } from 'solid-js'
import { loadProvenance, loadProvenanceCount, type ProvenanceQuery } from '../api'
import type { LineName, Provenance, ProvenanceCell } from '../api-shapes'
import { Explain } from '../components/explain'
import { EmptyFace } from '../components/empty-face'
import { Part } from '../components/face'
import { Icon } from '../components/icon'
import { Page } from '../components/page'
import { KnownRupees } from '../components/known-rupees'
import { createList, type List, ListTable } from '../components/list'
import { moneyColumn } from '../components/list-columns'
import { Rupees } from '../components/rupees'
import { Skeleton } from '../components/skeleton'
import { SourceLink, sourceText } from '../components/source-link'
import { SubOrderLink } from '../components/sub-order-link'
import { Toolbar } from '../components/toolbar'
import type { Column } from '../components/columns'
import type { Totals } from '../components/virtual-table'
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
  const list = createList(loadProvenance, params)
  const found = () => {
    const page = list.first()
    return page && isOfCells(page) ? page : undefined
  }
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
        <Show when={found()}>
          {(page) => (
            <section class="card padded between">
              <div>
                <p class={css['figure']}>
                  <KnownRupees amount={page().total} unknown={text.figures.costMissing} />
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
          )}
        </Show>
        <Cells list={list} asked={params()} />
      </Part>
    </Page>
  )
}

type CellsProps = { list: List<Provenance, ProvenanceCell>; asked: ProvenanceQuery }

function Cells(props: CellsProps) {
  const count = createCount(
    () => props.asked,
    () => props.list.pages.hasMore(),
  )
  return (
    <ListTable
      list={props.list}
      label={text.provenance.title}
      name="cells"
      count={() => count()}
      totals={({ total }) => totalsOf(total)}
      columns={COLUMNS}
      card={(item) => <Card item={item} />}
      empty={<EmptyFace icon="search" title={text.provenance.empty} />}
    />
  )
}

/** Asked once the list is there, and where it goes on; a list that nobody counted says how long it is at least. */
function createCount(
  asked: () => ProvenanceQuery,
  hasMore: Accessor<boolean>,
): Accessor<number | undefined> {
  const [count, setCount] = createSignal<number>()
  createEffect(() => {
    let isWanted = true
    onCleanup(() => (isWanted = false))
    setCount(undefined)
    if (!hasMore()) return
    loadProvenanceCount(asked()).then(
      (found) => isWanted && setCount(found.count ?? undefined),
      () => undefined,
    )
  })
  return count
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

/** A sum of nothing over no cell says nothing. */
function isOfCells({ items, total }: Provenance): boolean {
  return items.length > 0 || total !== 0
}

/** What all cells add up to, whatever is loaded of them. */
function totalsOf(total: number | null): Totals {
  return { value: <KnownRupees amount={total} unknown={text.figures.costMissing} /> }
}

const COLUMNS: readonly Column<ProvenanceCell>[] = [
  {
    key: 'on',
    width: '7rem',
    plain: ({ on }) => on,
    title: text.tables.day,
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
    title: text.tables.file,
    cell: (item) => (
      <span class="muted small">{item.source?.filename ?? text.provenance.byHand}</span>
    ),
  },
  {
    key: 'cell',
    width: '5.5rem',
    plain: ({ source, column }) => (source ? sourceText(source) : column),
    title: text.provenance.row,
    cell: (item) => (
      <span class="above">
        <Place item={item} />
      </span>
    ),
  },
  moneyColumn({
    key: 'value',
    title: text.provenance.value,
    width: '8rem',
    of: ({ value }) => value,
  }),
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
      {(subOrderNo) => <SubOrderLink subOrderNo={subOrderNo()} isRow />}
    </Show>
  )
}

function Card(props: { item: ProvenanceCell }) {
  return (
    <>
      <OrderOf item={props.item} />
      <strong>
        <Rupees amount={props.item.value} />
      </strong>
      <span class="muted small">{dayOf(props.item)}</span>
      <span class="above">
        <Place item={props.item} />
      </span>
    </>
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
