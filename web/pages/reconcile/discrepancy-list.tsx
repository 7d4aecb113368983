import { createAsync, useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, For, Show } from 'solid-js'
import { RULES } from '#core/reconciliation/discrepancy'
import { MARK_STATES } from '#core/reconciliation/marks'
import { Face, troubleWords } from '../../components/face'
import { createPages, type Pages } from '../../components/pages'
import { showToast } from '../../components/toasts'
import { useFilters } from '../../filters'
import { text } from '../../locales/text'
import {
  type Discrepancy,
  loadDiscrepancies,
  loadReconciliation,
  type Mark,
  markDiscrepancies,
  type MarkState,
} from '../../reconcile-api'
import { DiscrepancyCard } from './discrepancy-card'
import { useMay } from '../../roles'
import { MarkForm } from './mark-form'
import css from './reconcile.module.css'
import { RuleTable } from './rule-table'

// As many as one call may decide on.
const PAGE_SIZE = '50'
const MOST_CHOSEN = 200
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
  const [search, setSearch] = useSearchParams<Record<'rule' | 'state', string>>()
  const [done, setDone] = createSignal<Done>()
  const rule = () => RULES.find((each) => each === search.rule)
  const state = () =>
    search.state === ALL
      ? undefined
      : (MARK_STATES.find((each) => each === search.state) ?? ('open' as const))
  const base = () => ({ asOf: props.asOf, store: filters().store, state: state() })
  const asked = () => ({ ...base(), rule: rule(), limit: PAGE_SIZE })
  const totals = createAsync(() => loadDiscrepancies({ ...base(), limit: '1' }))
  const first = createAsync(() => loadDiscrepancies(asked()))
  const pages = createPages(first, (more) => loadDiscrepancies({ ...asked(), ...more }))
  return (
    <section class={css['section']}>
      <div class={css['sectionHead']}>
        <h2>{text.reconcile.wrong}</h2>
        <StateChoice
          value={search.state ?? 'open'}
          onChange={(value) => setSearch({ state: value === 'open' ? null : value })}
        />
      </div>
      <Show when={done()}>
        {(last) => <Undo done={last()} onUndone={() => setDone(undefined)} />}
      </Show>
      <Show when={totals()?.totals?.length ? totals()?.totals : undefined}>
        {(sums) => (
          <div class="card">
            <RuleTable
              totals={sums()}
              chosen={rule()}
              kept={{ asOf: props.asOf, state: search.state }}
            />
          </div>
        )}
      </Show>
      <Show when={first()}>
        <Show
          when={pages.items().length > 0}
          fallback={
            <Face icon="check" title={text.reconcile.fine} detail={text.reconcile.fineDetail} />
          }
        >
          <Items
            pages={pages}
            asOf={props.asOf}
            onMarked={(previous, words) => setDone({ previous, words })}
          />
        </Show>
      </Show>
    </section>
  )
}

type OnMarked = (previous: readonly Mark[], words: string) => void

function Items(props: { pages: Pages<Discrepancy>; asOf: string | undefined; onMarked: OnMarked }) {
  const may = useMay()
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set())
  // What left the list is chosen no more.
  createEffect(() => {
    const shown = new Set(props.pages.items().map(({ id }) => id))
    setChosen((all) => new Set([...all].filter((id) => shown.has(id))))
  })
  const choose = (id: string, is: boolean) => setChosen((all) => withChoice(all, id, is))
  const chooseAll = (is: boolean) => {
    const ids = is ? props.pages.items().map(({ id }) => id) : []
    setChosen(new Set(ids.slice(0, MOST_CHOSEN)))
  }
  return (
    <>
      <Show when={may('changes')}>
        <BulkBar
          items={props.pages.items()}
          chosen={chosen()}
          onAll={chooseAll}
          onMarked={props.onMarked}
        />
      </Show>
      <ul class={css['items']}>
        <For each={props.pages.items()}>
          {(item) => (
            <li>
              <DiscrepancyCard
                item={item}
                asOf={props.asOf}
                choice={
                  <Show when={may('changes')}>
                    <label class={css['choice']}>
                      <input
                        type="checkbox"
                        checked={chosen().has(item.id)}
                        disabled={!chosen().has(item.id) && chosen().size >= MOST_CHOSEN}
                        onChange={(event) => choose(item.id, event.currentTarget.checked)}
                      />
                      <span class="hidden-text">{text.reconcile.select(item.subOrderNo)}</span>
                    </label>
                  </Show>
                }
              >
                <Show when={may('changes')}>
                  <MarkForm
                    ids={[item.id]}
                    initial={{ ...item, state: item.state === 'open' ? 'claimed' : item.state }}
                    onMarked={(previous, to) => props.onMarked(previous, markedWords(previous, to))}
                  />
                </Show>
              </DiscrepancyCard>
            </li>
          )}
        </For>
      </ul>
      <More pages={props.pages} />
    </>
  )
}

function markedWords(previous: readonly Mark[], to: MarkState): string {
  return text.reconcile.marked(previous.length, text.cases.states[to])
}

function withChoice(all: ReadonlySet<string>, id: string, is: boolean): ReadonlySet<string> {
  const next = new Set(all)
  if (is) next.add(id)
  else next.delete(id)
  return next
}

function StateChoice(props: { value: string; onChange: (value: string) => void }) {
  return (
    <label>
      <span class="hidden-text">{text.reconcile.stateLabel}</span>
      <select class="input" onChange={(event) => props.onChange(event.currentTarget.value)}>
        <For each={MARK_STATES}>
          {(state) => (
            <option value={state} selected={state === props.value}>
              {text.cases.states[state]}
            </option>
          )}
        </For>
        <option value={ALL} selected={props.value === ALL}>
          {text.reconcile.allStates}
        </option>
      </select>
    </label>
  )
}

type BulkBarProps = {
  items: readonly Discrepancy[]
  chosen: ReadonlySet<string>
  onAll: (is: boolean) => void
  onMarked: OnMarked
}

function BulkBar(props: BulkBarProps) {
  const isAll = () => props.items.every(({ id }) => props.chosen.has(id))
  return (
    <div class={css['bulk']} data-active={props.chosen.size > 0}>
      <label class={css['all']}>
        <input
          type="checkbox"
          checked={isAll()}
          onChange={(event) => props.onAll(event.currentTarget.checked)}
        />
        <span>{text.reconcile.selectAll}</span>
      </label>
      <Show when={props.chosen.size > 0}>
        <span role="status">{text.reconcile.selected(props.chosen.size)}</span>
        <MarkForm
          ids={[...props.chosen]}
          onMarked={(previous, to) =>
            props.onMarked(previous, text.reconcile.marked(previous.length, text.cases.states[to]))
          }
        />
      </Show>
    </div>
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
    <div class={css['undo']} role="status">
      <span>{props.done.words}</span>
      <button class="button" type="button" disabled={isBusy()} onClick={() => void undo()}>
        {text.reconcile.undo}
      </button>
    </div>
  )
}

function More(props: { pages: Pages<Discrepancy> }) {
  return (
    <Show when={props.pages.hasMore()}>
      <div class={css['more']}>
        <Show when={props.pages.error()}>
          {(error) => <p role="alert">{troubleWords(error()).title}</p>}
        </Show>
        <button class="button" type="button" onClick={() => props.pages.loadMore()}>
          {text.reconcile.more}
        </button>
      </div>
    </Show>
  )
}
