import { A, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { CLAIM_STATES } from '#core/claims/claim'
import { Badge, type Tone } from '../../components/badge'
import { Face } from '../../components/face'
import { FilterSelect } from '../../components/filter-select'
import { KnownRupees } from '../../components/known-rupees'
import { createList, ListFilters, ListTable } from '../../components/list'
import { moneyColumn, sourceColumn, subOrderColumn } from '../../components/list-columns'
import { Rupees } from '../../components/rupees'
import { SearchField } from '../../components/search-field'
import { Section } from '../../components/section'
import { SubOrderLink } from '../../components/sub-order-link'
import type { Column } from '../../components/columns'
import type { Totals } from '../../components/virtual-table'
import { useFilters } from '../../filters'
import { formatDay } from '../../locales/format'
import { text } from '../../locales/text'
import { type Claim, type Claims, type ClaimState, loadClaims } from '../../reconcile-api'
import { useMay } from '../../roles'
import css from './claims.module.css'
import { CreditBadge, creditText } from './credit-badge'

const TONES: Readonly<Record<ClaimState, Tone>> = {
  open: 'note',
  approved: 'good',
  rejected: 'bad',
  closed: 'plain',
  unknown: 'plain',
}

/** Every ticket, the newest first: what it was promised, and what came for it. */
export function Ledger() {
  const { filters } = useFilters()
  const may = useMay()
  const [search, setSearch] = useSearchParams<Record<'q' | 'state', string>>()
  const state = () => CLAIM_STATES.find((each) => each === search.state)
  const list = createList(loadClaims, () => ({
    store: filters().store,
    state: state(),
    q: search.q,
  }))
  return (
    <Section
      title={text.claims.ledger}
      tools={
        <ListFilters>
          <SearchField label={text.claims.search} />
          <FilterSelect
            label={text.claims.state}
            value={state()}
            options={[
              { value: '', label: text.claims.allStates },
              ...CLAIM_STATES.map((value) => ({ value, label: text.cases.claimStates[value] })),
            ]}
            onChoose={(chosen) => setSearch({ state: chosen })}
          />
        </ListFilters>
      }
    >
      <ListTable
        list={list}
        label={text.claims.ledger}
        name="claims"
        count={({ listed }) => listed?.count}
        totals={({ listed }) => totalsOf(listed)}
        columns={may('figures') ? COLUMNS : COLUMNS.filter(({ key }) => !OF_MONEY.has(key))}
        card={(item) => <Card item={item} />}
        empty={
          <Empty
            isFiltered={Boolean(search.q) || state() !== undefined}
            onClear={() => setSearch({ q: null, state: null })}
          />
        }
      />
    </Section>
  )
}

function Empty(props: { isFiltered: boolean; onClear: () => void }) {
  const may = useMay()
  return (
    <Show
      when={props.isFiltered}
      fallback={
        <Face icon="claims" title={text.claims.empty} detail={text.claims.emptyDetail}>
          <Show when={may('figures')}>
            <A class="button" href="/imports">
              {text.reconcile.toFiles}
            </A>
          </Show>
        </Face>
      }
    >
      <Face icon="search" title={text.claims.noMatch} detail={text.claims.noMatchDetail}>
        <button class="button" type="button" onClick={() => props.onClear()}>
          {text.claims.clear}
        </button>
      </Face>
    </Show>
  )
}

function totalsOf(listed: Claims['listed']): Totals | undefined {
  if (listed === null || listed.amount === null) return undefined
  return { amount: <Rupees amount={listed.amount} /> }
}

const COLUMNS: readonly Column<Claim>[] = [
  {
    key: 'created',
    width: '6rem',
    plain: ({ createdOn }) => createdOn,
    title: text.claims.createdOn,
    cell: (item) => formatDay(item.createdOn),
  },
  {
    key: 'ticket',
    width: '6rem',
    plain: ({ ticketId }) => ticketId,
    title: text.claims.ticket,
    cell: (item) => <code>{item.ticketId}</code>,
  },
  subOrderColumn({ key: 'no', title: text.claims.subOrder, width: 'minmax(11rem, 1fr)' }),
  {
    key: 'issue',
    width: 'minmax(7rem, 1.2fr)',
    plain: ({ issue }) => issue,
    title: text.claims.issue,
    cell: (item) => <span title={item.issue}>{item.issue || text.claims.noIssue}</span>,
  },
  {
    key: 'state',
    width: '6rem',
    plain: ({ state }) => text.cases.claimStates[state],
    title: text.claims.state,
    cell: (item) => <State item={item} />,
  },
  // A ticket that names no amount has an unknown one, not none.
  moneyColumn({
    key: 'amount',
    title: text.claims.amount,
    width: '6rem',
    of: ({ amount }) => amount,
  }),
  {
    key: 'credit',
    width: 'minmax(8rem, 1fr)',
    plain: creditText,
    title: text.claims.credited,
    cell: (item) => (
      <span class={css['credit']}>
        <CreditBadge claim={item} />
      </span>
    ),
  },
  sourceColumn(),
]

const OF_MONEY: ReadonlySet<string> = new Set(['amount', 'credit'])

function State(props: { item: Claim }) {
  return <Badge tone={TONES[props.item.state]}>{text.cases.claimStates[props.item.state]}</Badge>
}

function Card(props: { item: Claim }) {
  const may = useMay()
  return (
    <>
      <SubOrderLink subOrderNo={props.item.subOrderNo} isRow />
      <strong>
        <Show when={may('figures')}>
          <KnownRupees amount={props.item.amount} />
        </Show>
      </strong>
      <span class="small">{props.item.issue || text.claims.noIssue}</span>
      <State item={props.item} />
      <span class="small muted">
        {formatDay(props.item.createdOn)}
        {text.common.dot}
        {props.item.ticketId}
      </span>
      <span class={css['credit']}>
        <CreditBadge claim={props.item} />
      </span>
    </>
  )
}
