import { createAsync, useSearchParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { RULES } from '#core/reconciliation/discrepancy'
import { rupeesText } from '#core/money/rupees'
import { MARK_STATES } from '#core/reconciliation/marks'
import type { PlainColumn } from '../../components/columns'
import { Face, troubleWords } from '../../components/face'
import { FilterSelect } from '../../components/filter-select'
import { createList, ListCards, ListFilters } from '../../components/list'
import { SearchField } from '../../components/search-field'
import { Section } from '../../components/section'
import { showToast } from '../../components/toasts'
import { useFilters } from '../../filters'
import { text } from '../../locales/text'
import {
  type Discrepancies,
  type Discrepancy,
  loadDiscrepancies,
  loadWrongTotals,
  loadReconciliation,
  type Mark,
  markDiscrepancies,
  type MarkState,
} from '../../reconcile-api'
import { BulkBar, type Choice, createChoice, type OnMarked } from './bulk-bar'
import { dayOrNull, DiscrepancyCard } from './discrepancy-card'
import { useMay } from '../../roles'
import { MarkForm } from './mark-form'
import css from './reconcile.module.css'
import { RuleTable } from './rule-table'

const PAGE_SIZE = '50'
const ALL = 'all'

type Done = { readonly previous: readonly Mark[]; readonly words: string }

/** “Nothing wrong” is only said of sub-orders that were judged; where there are none, the screen above says so. */
export function DiscrepancyList(props: { asOf: string | undefined }) {
  const { filters } = useFilters()
  const judged = createAsync(() => loadReconciliation({ store: filters().store, asOf: props.asOf }))
  return (
    <Show when={judged()?.total.count}>
      <WhatIsWrong asOf={props.asOf} />
    </Show>
  )
}

/** By kind and the largest loss first; one or many can be decided on, and put back. */
function WhatIsWrong(props: { asOf: string | undefined }) {
  const { filters } = useFilters()
  const [search, setSearch] = useSearchParams<Record<'rule' | 'state' | 'q', string>>()
  const [done, setDone] = createSignal<Done>()
  const rule = () => RULES.find((each) => each === search.rule)
  const state = () =>
    search.state === ALL
      ? undefined
      : (MARK_STATES.find((each) => each === search.state) ?? ('open' as const))
  const base = () => ({
    asOf: props.asOf,
    store: filters().store,
    state: state(),
    q: search.q,
  })
  const asked = () => ({ ...base(), rule: rule() })
  const totals = createAsync(() => loadWrongTotals(base()))
  const list = createList(loadDiscrepancies, asked, PAGE_SIZE)
  const choice = createChoice(() => list.pages.items().map(({ id }) => id))
  const may = useMay()
  const onMarked = (previous: readonly Mark[], to: MarkState) =>
    setDone({ previous, words: text.reconcile.marked(previous.length, text.cases.states[to]) })
  return (
    <Section
      title={text.reconcile.wrong}
      tools={
        <ListFilters>
          <SearchField label={text.reconcile.searchWrong} />
          <FilterSelect
            label={text.reconcile.stateLabel}
            value={search.state ?? 'open'}
            options={[
              ...MARK_STATES.map((value) => ({ value, label: text.cases.states[value] })),
              { value: ALL, label: text.reconcile.allStates },
            ]}
            onChoose={(value) => setSearch({ state: value === 'open' ? null : value })}
          />
        </ListFilters>
      }
    >
      <Show when={done()}>
        {(last) => <Undo done={last()} onUndone={() => setDone(undefined)} />}
      </Show>
      <Show when={totals()?.totals?.length ? totals()?.totals : undefined}>
        {(sums) => (
          <RuleTable
            totals={sums()}
            chosen={rule()}
            kept={{ asOf: props.asOf, state: search.state, q: search.q }}
          />
        )}
      </Show>
      <ListCards
        list={list}
        name="discrepancies"
        columnsIn="cardColumns"
        columns={COLUMNS}
        count={countOf}
        class="stack"
        above={
          <Show when={may('changes')}>
            <BulkBar choice={choice} onMarked={onMarked} />
          </Show>
        }
        empty={<Empty isSearched={Boolean(search.q)} />}
      >
        {(item, shows) => (
          <Item item={item} asOf={props.asOf} shows={shows} choice={choice} onMarked={onMarked} />
        )}
      </ListCards>
    </Section>
  )
}

/** A search that finds nothing does not say that nothing is wrong. */
function Empty(props: { isSearched: boolean }) {
  return (
    <Show
      when={props.isSearched}
      fallback={
        <Face icon="check" title={text.reconcile.fine} detail={text.reconcile.fineDetail} />
      }
    >
      <Face icon="search" title={text.reconcile.noMatch} detail={text.reconcile.noMatchDetail} />
    </Show>
  )
}

/** The first page adds up, by kind, everything that the filters leave. */
function countOf({ totals }: Discrepancies): number | undefined {
  return totals?.reduce((all, { count }) => all + count, 0)
}

const COLUMNS: readonly PlainColumn<Discrepancy>[] = [
  { key: 'no', title: text.settlements.subOrder, plain: ({ subOrderNo }) => subOrderNo },
  { key: 'rule', title: text.reconcile.rule, plain: ({ rule }) => text.cases.rules[rule] },
  { key: 'since', title: text.tables.heads.since, plain: ({ since }) => dayOrNull(since) },
  {
    key: 'state',
    title: text.reconcile.stateLabel,
    plain: ({ state }) => text.cases.states[state],
  },
  {
    key: 'atStake',
    title: text.reconcile.atStake,
    plain: ({ atStake }) => (atStake === null ? null : rupeesText(atStake)),
  },
  {
    key: 'recovered',
    title: text.tables.heads.cameBack,
    plain: ({ recovered }) => rupeesText(recovered),
  },
  {
    key: 'nextStep',
    title: text.tables.heads.nextStep,
    plain: ({ nextStep }) => text.cases.nextSteps[nextStep],
  },
  { key: 'ticketId', title: text.reconcile.ticketId, plain: ({ ticketId }) => ticketId },
  { key: 'note', title: text.reconcile.note, plain: ({ note }) => note },
]

type ItemProps = {
  item: Discrepancy
  asOf: string | undefined
  shows: (key: string) => boolean
  choice: Choice
  onMarked: OnMarked
}

function Item(props: ItemProps) {
  const may = useMay()
  const isChosen = () => props.choice.chosen().has(props.item.id)
  return (
    <DiscrepancyCard
      item={props.item}
      asOf={props.asOf}
      shows={props.shows}
      choice={
        <Show when={may('changes')}>
          <label class={css['choice']}>
            <input
              type="checkbox"
              checked={isChosen()}
              disabled={!isChosen() && props.choice.isFull()}
              onChange={(event) => props.choice.choose(props.item.id, event.currentTarget.checked)}
            />
            <span class="hidden-text">{text.reconcile.select(props.item.subOrderNo)}</span>
          </label>
        </Show>
      }
    >
      <Show when={may('changes')}>
        <MarkForm
          ids={[props.item.id]}
          initial={{
            ...props.item,
            state: props.item.state === 'open' ? 'claimed' : props.item.state,
          }}
          onMarked={props.onMarked}
        />
      </Show>
    </DiscrepancyCard>
  )
}

/** Every decision can be taken back, with what was decided before it. */
function Undo(props: { done: Done; onUndone: () => void }) {
  const [isBusy, setBusy] = createSignal(false)
  const undo = async () => {
    setBusy(true)
    try {
      await markDiscrepancies(props.done.previous)
      showToast(text.reconcile.undone(props.done.previous.length))
      props.onUndone()
    } catch (error) {
      showToast(troubleWords(error).detail, 'bad')
    } finally {
      setBusy(false)
    }
  }
  return (
    <div class={`between ${css['undo']}`} role="status">
      <span>{props.done.words}</span>
      <button class="button" type="button" disabled={isBusy()} onClick={() => void undo()}>
        {text.reconcile.undo}
      </button>
    </div>
  )
}
