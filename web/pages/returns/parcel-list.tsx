import { createAsync, useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { RETURN_OUTCOMES } from '#core/returns/return-parcel'
import { Badge, type Tone } from '../../components/badge'
import { Face } from '../../components/face'
import { createPages } from '../../components/pages'
import { SearchField } from '../../components/search-field'
import { SourceLink, sourceText } from '../../components/source-link'
import { SubOrderLink } from '../../components/sub-order-link'
import type { Column } from '../../components/columns'
import { type Totals, VirtualTable } from '../../components/virtual-table'
import { useFilters } from '../../filters'
import { formatCount, formatDay } from '../../locales/format'
import { text } from '../../locales/text'
import { loadReturns, type Parcel, type Parcels } from '../../reconcile-api'
import { useMay } from '../../roles'
import css from './returns.module.css'

const PAGE_SIZE = '100'

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
  const may = useMay()
  const [search, setSearch] = useSearchParams<Record<'q' | 'outcome', string>>()
  const outcome = () => RETURN_OUTCOMES.find((each) => each === search.outcome)
  const asked = () => ({
    from: filters().from,
    to: filters().to,
    store: filters().store,
    outcome: outcome(),
    q: search.q,
    limit: PAGE_SIZE,
  })
  const first = createAsync(() => loadReturns(asked()))
  const pages = createPages(first, (more) => loadReturns({ ...asked(), ...more }))
  const isFiltered = () => Boolean(search.q) || outcome() !== undefined
  return (
    <section class={css['section']}>
      <div class={css['sectionHead']}>
        <h2>{text.returns.list}</h2>
        <div class={css['filters']} role="search">
          <SearchField
            label={text.returns.search}
            value={search.q ?? ''}
            onSearch={(q) => setSearch({ q: q || null }, { replace: true })}
          />
          <label>
            <span class="hidden-text">{text.returns.outcome}</span>
            <select
              class="input"
              onChange={(event) => setSearch({ outcome: event.currentTarget.value || null })}
            >
              <option value="">{text.returns.allOutcomes}</option>
              <For each={RETURN_OUTCOMES}>
                {(each) => (
                  <option value={each} selected={each === outcome()}>
                    {text.cases.outcomes[each]}
                  </option>
                )}
              </For>
            </select>
          </label>
        </div>
      </div>
      <Show when={first()}>
        {(page) => (
          <Show
            when={page().items.length > 0}
            fallback={
              <Show
                when={isFiltered()}
                fallback={
                  // Whoever sees the figures above is told so there.
                  <Show when={!may('figures')}>
                    <Face icon="returns" title={text.returns.empty} detail={text.roles.noParcels} />
                  </Show>
                }
              >
                <Face
                  icon="search"
                  title={text.returns.noMatch}
                  detail={text.returns.noMatchDetail}
                />
              </Show>
            }
          >
            <div class="card">
              <VirtualTable
                label={text.returns.list}
                name="returns"
                count={page().totals?.parcels}
                totals={totalsOf(page().totals)}
                columns={COLUMNS}
                pages={pages}
                card={(item) => <Card item={item} />}
              />
            </div>
          </Show>
        )}
      </Show>
    </section>
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
  {
    key: 'no',
    width: 'minmax(10.5rem, 1.2fr)',
    plain: ({ subOrderNo }) => subOrderNo,
    title: text.returns.subOrder,
    cell: (item) => <OrderLink item={item} />,
  },
  {
    key: 'sku',
    width: 'minmax(5rem, 1fr)',
    plain: ({ sku }) => sku,
    title: text.returns.sku,
    cell: (item) => item.sku || text.common.dash,
  },
  {
    key: 'type',
    width: '7rem',
    plain: ({ type }) => text.cases.returnShort[type],
    title: text.returns.type,
    cell: (item) => text.cases.returnShort[item.type],
  },
  {
    key: 'outcome',
    width: 'minmax(7rem, 1fr)',
    plain: ({ outcome }) => text.cases.outcomes[outcome],
    title: text.returns.outcome,
    cell: (item) => <Outcome item={item} />,
  },
  {
    key: 'awb',
    width: 'minmax(8rem, 1.2fr)',
    plain: (item) => waybillOf(item),
    title: text.returns.awb,
    cell: (item) => waybillOf(item),
  },
  {
    key: 'quantity',
    width: '2.5rem',
    plain: ({ quantity }) => quantity,
    title: text.returns.quantity,
    isNumber: true,
    cell: (item) => formatCount(item.quantity),
  },
  {
    key: 'source',
    width: '4rem',
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

function dayOf(day: string | null): string {
  return day === null ? text.common.dash : formatDay(day)
}

function waybillOf({ awb, awbLost, courier }: Parcel): string {
  const number = awbLost ? text.returns.awbLost : awb
  return [courier, number].filter(Boolean).join(text.common.dot) || text.common.dash
}

function OrderLink(props: { item: Parcel }) {
  return <SubOrderLink class={css['order']} subOrderNo={props.item.subOrderNo} />
}

function Outcome(props: { item: Parcel }) {
  return (
    <Badge tone={TONES[props.item.outcome]}>
      {[
        text.cases.outcomes[props.item.outcome],
        props.item.outcomeOn && dayOf(props.item.outcomeOn),
      ]
        .filter(Boolean)
        .join(text.common.space)}
    </Badge>
  )
}

function Card(props: { item: Parcel }) {
  return (
    <div class={css['card']}>
      <OrderLink item={props.item} />
      <Outcome item={props.item} />
      <span class="small">{props.item.sku}</span>
      <span class="small muted">{text.cases.returnShort[props.item.type]}</span>
      <span class="small muted">{waybillOf(props.item)}</span>
      <span class="small muted">{dayOf(props.item.createdOn)}</span>
    </div>
  )
}
