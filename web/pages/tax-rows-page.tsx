import { microRupees, toPaise } from '#core/money/micro-rupees'
import { decimalText } from '#core/money/rupees'
import { useLocation, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { Badge } from '../components/badge'
import { EmptyFace } from '../components/empty-face'
import { Part } from '../components/face'
import { Page } from '../components/page'
import { createList, ListTable } from '../components/list'
import { sourceColumn, subOrderColumn } from '../components/list-columns'
import { Rupees } from '../components/rupees'
import { Skeleton } from '../components/skeleton'
import { SourceLink } from '../components/source-link'
import { SubOrderLink } from '../components/sub-order-link'
import { StoreTools } from '../components/toolbar'
import type { Column } from '../components/columns'
import type { Totals } from '../components/virtual-table'
import { keepFilters, useFilters } from '../filters'
import { formatCount, formatDay, formatMonth, formatRate } from '../locales/format'
import { text } from '../locales/text'
import { type GstRow, type GstRows, loadGstRows } from '../tax-api'
import { lastMonth, readTaxSearch } from './tax/tax-search'

type Search = Record<'month' | 'rate' | 'state' | 'hsn', string>

/** The rows of the GST reports that a figure of a month is the sum of. */
export function TaxRowsPage() {
  const { filters, today } = useFilters()
  const location = useLocation()
  const [search] = useSearchParams<Search>()
  const month = () => readTaxSearch({ month: search.month }, today).month ?? lastMonth(today)
  const params = () => ({
    month: month(),
    store: filters().store,
    rate: search.rate,
    state: search.state,
    hsn: search.hsn,
  })
  const list = createList(loadGstRows, params)
  const up = () => keepFilters('/tax', location.search, { month: month() })
  return (
    <Page
      title={text.tax.rows.title}
      lead={filterText(month(), search)}
      up={{ href: up(), label: text.tax.rows.up }}
      tools={<StoreTools />}
    >
      <Part loading={<Skeleton shape="rows" />}>
        <ListTable
          list={list}
          label={text.tax.rows.title}
          name="gst-rows"
          count={({ totals }) => totals?.count}
          totals={({ totals }) => totalsOf(totals)}
          columns={COLUMNS}
          card={(row) => <RowCard row={row} />}
          empty={<EmptyFace icon="search" title={text.tax.rows.empty} />}
        />
      </Part>
    </Page>
  )
}

function filterText(month: string, { rate, state, hsn }: Partial<Search>): string {
  const parts = [formatMonth(month), rate ? formatRate(Number(rate)) : '', state, hsn]
  return text.tax.rows.filter(parts.flatMap((part) => (part ? [part] : [])))
}

/** Sales less returns, as a figure of the month has them. */
function totalsOf(totals: GstRows['totals']): Totals | undefined {
  if (totals === null) return undefined
  return {
    quantity: totals.quantity === null ? text.common.notKnown : formatCount(totals.quantity),
    taxable: <Rupees amount={totals.taxable} />,
  }
}

const COLUMNS: readonly Column<GstRow>[] = [
  {
    key: 'direction',
    width: '5.5rem',
    plain: ({ direction }) => text.tax.rows.directions[direction],
    title: text.tax.rows.direction,
    cell: (row) => <Direction row={row} />,
  },
  subOrderColumn({
    key: 'subOrder',
    title: text.tax.rows.subOrder,
    width: 'minmax(11.125rem, 1.2fr)',
  }),
  {
    key: 'orderedOn',
    width: '5.75rem',
    plain: ({ orderedOn }) => orderedOn,
    title: text.tax.rows.orderedOn,
    cell: (row) => (row.orderedOn ? formatDay(row.orderedOn) : text.common.notKnown),
  },
  {
    key: 'rate',
    width: '4rem',
    plain: ({ gstRateBps }) => (gstRateBps === null ? null : gstRateBps / 100),
    title: text.tax.rows.rate,
    cell: (row) => (row.gstRateBps === null ? text.common.notKnown : formatRate(row.gstRateBps)),
  },
  {
    key: 'state',
    width: 'minmax(9rem, 1fr)',
    plain: ({ state }) => state,
    title: text.tax.rows.state,
    cell: (row) => <span>{row.state}</span>,
  },
  {
    key: 'hsn',
    width: '4.5rem',
    plain: ({ hsn }) => hsn,
    title: text.tax.rows.hsn,
    cell: (row) => <span>{row.hsn}</span>,
  },
  {
    key: 'quantity',
    width: '3.5rem',
    plain: ({ quantity }) => quantity,
    title: text.tax.rows.quantity,
    isNumber: true,
    cell: (row) => (row.quantity === null ? text.common.notKnown : formatCount(row.quantity)),
  },
  {
    key: 'taxable',
    width: 'minmax(6.5rem, 1fr)',
    plain: ({ taxableMicro }) => (taxableMicro === null ? null : decimalText(taxableMicro, 6)),
    title: text.tax.rows.taxable,
    isNumber: true,
    cell: (row) => <Taxable row={row} />,
  },
  sourceColumn(),
]

function Direction(props: { row: GstRow }) {
  return (
    <Badge tone={props.row.direction === 'sales' ? 'plain' : 'warn'}>
      {text.tax.rows.directions[props.row.direction]}
    </Badge>
  )
}

/** To the paisa, as a person reads it; what is summed has the file's six decimals. */
function Taxable(props: { row: GstRow }) {
  const known = () => {
    const { taxableMicro } = props.row
    return taxableMicro === null ? undefined : { amount: toPaise(microRupees(taxableMicro)) }
  }
  return (
    <Show when={known()} fallback={<span class="muted">{text.tax.rows.noValue}</span>}>
      {(value) => (
        <>
          <Rupees amount={value().amount} />
          <Show when={props.row.isTaxTruncated}>
            {text.common.space}
            <Badge tone="note">{text.tax.rows.cut}</Badge>
          </Show>
        </>
      )}
    </Show>
  )
}

function RowCard(props: { row: GstRow }) {
  return (
    <>
      <SubOrderLink subOrderNo={props.row.subOrderNo} isRow />
      <strong>
        <Taxable row={props.row} />
      </strong>
      <span class="small muted">
        <Direction row={props.row} /> {props.row.state}
      </span>
      <span class="above">
        <SourceLink source={props.row.source} />
      </span>
    </>
  )
}
