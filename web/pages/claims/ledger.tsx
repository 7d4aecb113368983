import { rupeesText } from '#core/money/rupees'
import { A, createAsync, useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { CLAIM_STATES } from '#core/claims/claim'
import { Badge, type Tone } from '../../components/badge'
import { Face } from '../../components/face'
import { createPages } from '../../components/pages'
import { Rupees } from '../../components/rupees'
import { SearchField } from '../../components/search-field'
import { SourceLink, sourceText } from '../../components/source-link'
import { SubOrderLink } from '../../components/sub-order-link'
import type { Column } from '../../components/columns'
import { type Totals, VirtualTable } from '../../components/virtual-table'
import { useFilters } from '../../filters'
import { formatDay } from '../../locales/format'
import { text } from '../../locales/text'
import { type Claim, type Claims, type ClaimState, loadClaims } from '../../reconcile-api'
import { useMay } from '../../roles'
import css from './claims.module.css'
import { CreditBadge, creditText } from './credit-badge'

const PAGE_SIZE = '100'

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
  const asked = () => ({
    store: filters().store,
    state: state(),
    q: search.q,
    limit: PAGE_SIZE,
  })
  const first = createAsync(() => loadClaims(asked()))
  const pages = createPages(first, (more) => loadClaims({ ...asked(), ...more }))
  const isFiltered = () => Boolean(search.q) || state() !== undefined
  return (
    <section class={css['section']}>
      <div class={css['sectionHead']}>
        <h2>{text.claims.ledger}</h2>
        <div class={css['filters']} role="search">
          <SearchField
            label={text.claims.search}
            value={search.q ?? ''}
            onSearch={(q) => setSearch({ q: q || null }, { replace: true })}
          />
          <StateChoice value={state()} onChange={(value) => setSearch({ state: value || null })} />
        </div>
      </div>
      <Show when={first()}>
        {(page) => (
          <Show
            when={pages.items().length > 0}
            fallback={
              <Show
                when={isFiltered()}
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
                  <button
                    class="button"
                    type="button"
                    onClick={() => setSearch({ q: null, state: null })}
                  >
                    {text.claims.clear}
                  </button>
                </Face>
              </Show>
            }
          >
            <div class="card">
              <VirtualTable
                label={text.claims.ledger}
                name="claims"
                count={page().listed?.count}
                totals={totalsOf(page().listed)}
                columns={may('figures') ? COLUMNS : COLUMNS.filter(({ key }) => !OF_MONEY.has(key))}
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

function StateChoice(props: { value: ClaimState | undefined; onChange: (value: string) => void }) {
  return (
    <label>
      <span class="hidden-text">{text.claims.state}</span>
      <select class="input" onChange={(event) => props.onChange(event.currentTarget.value)}>
        <option value="">{text.claims.allStates}</option>
        <For each={CLAIM_STATES}>
          {(state) => (
            <option value={state} selected={state === props.value}>
              {text.cases.claimStates[state]}
            </option>
          )}
        </For>
      </select>
    </label>
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
  {
    key: 'no',
    width: 'minmax(11rem, 1fr)',
    plain: ({ subOrderNo }) => subOrderNo,
    title: text.claims.subOrder,
    cell: (item) => <OrderLink item={item} />,
  },
  {
    key: 'issue',
    width: 'minmax(7rem, 1.2fr)',
    plain: ({ issue }) => issue,
    title: text.claims.issue,
    cell: (item) => item.issue || text.claims.noIssue,
  },
  {
    key: 'state',
    width: '6rem',
    plain: ({ state }) => text.cases.claimStates[state],
    title: text.claims.state,
    cell: (item) => <State item={item} />,
  },
  {
    key: 'amount',
    width: '6rem',
    plain: ({ amount }) => (amount === null ? null : rupeesText(amount)),
    title: text.claims.amount,
    isNumber: true,
    cell: (item) => <Amount amount={item.amount} />,
  },
  {
    key: 'credit',
    width: 'minmax(8rem, 1fr)',
    plain: creditText,
    title: text.claims.credited,
    cell: (item) => <CreditBadge claim={item} />,
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

const OF_MONEY: ReadonlySet<string> = new Set(['amount', 'credit'])

function OrderLink(props: { item: Claim }) {
  return <SubOrderLink class={css['order']} subOrderNo={props.item.subOrderNo} />
}

function State(props: { item: Claim }) {
  return <Badge tone={TONES[props.item.state]}>{text.cases.claimStates[props.item.state]}</Badge>
}

/** A ticket that names no amount has an unknown one, not none. */
function Amount(props: { amount: number | null }) {
  return (
    <Show
      when={props.amount !== null && { paise: props.amount }}
      fallback={<span class="muted">{text.common.dash}</span>}
    >
      {(known) => <Rupees amount={known().paise} />}
    </Show>
  )
}

function Card(props: { item: Claim }) {
  const may = useMay()
  return (
    <div class={css['card']}>
      <OrderLink item={props.item} />
      <strong>
        <Show when={may('figures')}>
          <Amount amount={props.item.amount} />
        </Show>
      </strong>
      <span class="small">{props.item.issue || text.claims.noIssue}</span>
      <State item={props.item} />
      <span class="small muted">
        {formatDay(props.item.createdOn)}
        {text.common.dot}
        {props.item.ticketId}
      </span>
      <span>
        <CreditBadge claim={props.item} />
      </span>
    </div>
  )
}
