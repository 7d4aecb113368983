import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { RETURN_OUTCOMES } from '#core/returns/return-parcel'
import { Badge, type Tone } from '../../components/badge'
import { Face } from '../../components/face'
import { FilterSelect } from '../../components/filter-select'
import { createList, ListFilters, ListTable } from '../../components/list'
import { sourceColumn, subOrderColumn, TwoLines } from '../../components/list-columns'
import { SearchField } from '../../components/search-field'
import { Section } from '../../components/section'
import { SubOrderLink } from '../../components/sub-order-link'
import type { Column } from '../../components/columns'
import type { Totals } from '../../components/virtual-table'
import { useFilters } from '../../filters'
import { formatCount, formatDay } from '../../locales/format'
import { text } from '../../locales/text'
import { loadReturns, type Parcel, type Parcels } from '../../reconcile-api'
import { useMay } from '../../roles'

const TONES: Readonly<Record<Parcel['outcome'], Tone>> = {
  in_transit: 'note',
  out_for_delivery: 'note',
  lost: 'bad',
  disposed: 'plain',
  delivered: 'good',
}

/** Each parcel of these days, the newest first; found by sub-order, SKU or waybill. */
export function ParcelList() {
  const { filters } = useFilters()
  const [search, setSearch] = useSearchParams<Record<'q' | 'outcome', string>>()
  const outcome = () => RETURN_OUTCOMES.find((each) => each === search.outcome)
  const list = createList(loadReturns, () => ({
    from: filters().from,
    to: filters().to,
    store: filters().store,
    outcome: outcome(),
    q: search.q,
  }))
  return (
    <Section
      title={text.returns.list}
      tools={
        <ListFilters>
          <SearchField label={text.returns.search} />
          <FilterSelect
            label={text.returns.outcome}
            value={outcome()}
            options={[
              { value: '', label: text.returns.allOutcomes },
              ...RETURN_OUTCOMES.map((value) => ({ value, label: text.cases.outcomes[value] })),
            ]}
            onChoose={(chosen) => setSearch({ outcome: chosen })}
          />
        </ListFilters>
      }
    >
      <ListTable
        list={list}
        label={text.returns.list}
        name="returns"
        count={({ totals }) => totals?.parcels}
        totals={({ totals }) => totalsOf(totals)}
        columns={COLUMNS}
        card={(item) => <Card item={item} />}
        empty={<Empty isFiltered={Boolean(search.q) || outcome() !== undefined} />}
      />
    </Section>
  )
}

function Empty(props: { isFiltered: boolean }) {
  const may = useMay()
  return (
    <Show
      when={props.isFiltered}
      fallback={
        // Whoever sees the figures above is told there what to do.
        <Show when={!may('figures')} fallback={<p class="muted">{text.returns.empty}</p>}>
          <Face icon="returns" title={text.returns.empty} detail={text.roles.noParcels} />
        </Show>
      }
    >
      <Face icon="search" title={text.returns.noMatch} detail={text.returns.noMatchDetail} />
    </Show>
  )
}

function totalsOf(totals: Parcels['totals']): Totals | undefined {
  return totals ? { quantity: formatCount(totals.units) } : undefined
}

const COLUMNS: readonly Column<Parcel>[] = [
  {
    key: 'created',
    width: '6rem',
    plain: ({ createdOn }) => createdOn,
    title: text.returns.createdOn,
    cell: (item) => dayOf(item.createdOn),
  },
  subOrderColumn({
    key: 'no',
    title: text.returns.subOrder,
    width: 'minmax(11.5rem, 1.2fr)',
  }),
  {
    key: 'sku',
    width: 'minmax(5rem, 1fr)',
    plain: ({ sku }) => sku,
    title: text.returns.sku,
    cell: (item) => item.sku || text.common.dash,
  },
  {
    key: 'type',
    width: 'minmax(6.5rem, 0.8fr)',
    plain: ({ type }) => text.cases.returnShort[type],
    title: text.returns.type,
    cell: (item) => text.cases.returnShort[item.type],
  },
  {
    key: 'outcome',
    width: 'minmax(8.5rem, 1fr)',
    plain: ({ outcome }) => text.cases.outcomes[outcome],
    title: text.returns.outcome,
    cell: (item) => (
      <TwoLines below={item.outcomeOn && formatDay(item.outcomeOn)}>
        <Outcome item={item} />
      </TwoLines>
    ),
  },
  {
    key: 'awb',
    width: 'minmax(8.5rem, 1fr)',
    plain: (item) => waybillOf(item),
    title: text.returns.awb,
    cell: (item) => <TwoLines below={item.courier}>{numberOf(item)}</TwoLines>,
  },
  {
    key: 'quantity',
    width: '2.5rem',
    plain: ({ quantity }) => quantity,
    title: text.returns.quantity,
    isNumber: true,
    cell: (item) => formatCount(item.quantity),
  },
  sourceColumn(),
]

function dayOf(day: string | null): string {
  return day === null ? text.common.dash : formatDay(day)
}

function numberOf({ awb, awbLost }: Parcel): string {
  return (awbLost ? text.returns.awbLost : awb) || text.common.dash
}

function waybillOf(parcel: Parcel): string {
  const number = parcel.awb || parcel.awbLost ? numberOf(parcel) : ''
  return [parcel.courier, number].filter(Boolean).join(text.common.dot) || text.common.dash
}

function outcomeOf({ outcome, outcomeOn }: Parcel): string {
  const day = outcomeOn && dayOf(outcomeOn)
  return [text.cases.outcomes[outcome], day].filter(Boolean).join(text.common.space)
}

function Outcome(props: { item: Parcel }) {
  return <Badge tone={TONES[props.item.outcome]}>{text.cases.outcomes[props.item.outcome]}</Badge>
}

/** With its day the outcome is as wide as half a phone, and would press everything beside it together. */
function Card(props: { item: Parcel }) {
  return (
    <>
      <SubOrderLink subOrderNo={props.item.subOrderNo} isRow />
      <Outcome item={props.item} />
      <span class="small">{props.item.sku}</span>
      <span class="small muted">{text.cases.returnShort[props.item.type]}</span>
      <span class="small muted">{waybillOf(props.item)}</span>
      <span class="small muted">{dayOf(props.item.createdOn)}</span>
      <Show when={props.item.outcomeOn}>
        <span class="small muted">{outcomeOf(props.item)}</span>
      </Show>
    </>
  )
}
