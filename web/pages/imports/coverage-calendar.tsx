import { createAsync, useSearchParams } from '@solidjs/router'
import { For, Show, Suspense } from 'solid-js'
import { businessDate, financialYearOf, monthOf, monthsBetween } from '#core/dates'
import { loadMe, loadUploads } from '../../api'
import { Badge, type Tone } from '../../components/badge'
import { Skeleton } from '../../components/skeleton'
import { storeName } from '../../components/toolbar'
import { type Coverage, loadCoverage } from '../../coverage-api'
import { afterPaint } from '../../after-paint'
import { useFilters } from '../../filters'
import { formatMonth } from '../../locales/format'
import { text } from '../../locales/text'
import { todayInIndia } from '../../today'
import { type KindMonths, guideOf, kindsByStore, kindWords } from './coverage-rows'
import css from './coverage.module.css'

const words = text.coverage
const STATES = ['missing', 'provisional', 'complete', 'restated'] as const
const TONES: Readonly<Record<Coverage, Tone>> = {
  missing: 'bad',
  provisional: 'warn',
  complete: 'good',
  restated: 'note',
}
const FIRST_YEAR = 2015
const MANY = 10

/** Which months of a financial year each kind of file covers; the year that is open is in the address. */
export function CoverageCalendar() {
  const { filters } = useFilters()
  const [search, setSearch] = useSearchParams<Record<'months', string>>()
  const thisYear = financialYearOf(todayInIndia())
  const year = () => yearIn(search.months, thisYear)
  const found = createAsync(() => loadCoverage({ ...daysOf(year()), store: filters().store }))
  const uploads = createAsync(() => loadUploads())
  const me = createAsync(() => loadMe())
  const isOpen = () => search.months !== undefined
  const months = () => {
    const { from, to } = daysOf(year())
    return monthsBetween(monthOf(from), monthOf(to))
  }
  const stores = () => kindsByStore(found()?.items ?? [], months())
  const count = (state: Coverage) =>
    stores()
      .flatMap(({ kinds }) => kinds.flatMap((kind) => kind.months))
      .filter((month) => month.state === state).length
  const nameOf = (id: string) => me()?.stores.find((store) => store.id === id)
  return (
    <Show when={(uploads()?.items.length ?? 0) > 0}>
      <section class={`card ${css['calendar']}`} aria-labelledby="coverage">
        <div class={css['head']}>
          <div>
            <h2 id="coverage">{words.title}</h2>
            <p class="small muted">
              <Suspense fallback={<Waiting />}>
                <Show when={stores().length > 0} fallback={words.nothing(words.year(year()))}>
                  {words.summary(count('missing'), count('provisional'))}
                </Show>
              </Suspense>
            </p>
          </div>
          <button
            class="button"
            type="button"
            aria-expanded={isOpen()}
            onClick={() =>
              afterPaint(() => setSearch({ months: isOpen() ? null : String(thisYear) }))
            }
          >
            {isOpen() ? words.hide : words.show}
          </button>
        </div>
        <Show when={isOpen()}>
          <YearSwitch
            year={year()}
            last={thisYear}
            onYear={(next) => setSearch({ months: String(next) })}
          />
          <Suspense fallback={<Skeleton shape="rows" />}>
            <For each={stores()}>
              {(store) => (
                <>
                  <Show when={(me()?.stores.length ?? 0) > 1 && nameOf(store.id)}>
                    {(named) => <h3>{storeName(named())}</h3>}
                  </Show>
                  <For each={store.kinds}>{(kind) => <Kind kind={kind} />}</For>
                </>
              )}
            </For>
            <Show when={stores().length > 0}>
              <Legend />
            </Show>
          </Suspense>
        </Show>
      </section>
    </Show>
  )
}

/** As much room as the sentence will take, or all that stands below would jump when it comes. */
function Waiting() {
  return (
    <span class={css['waiting']} aria-hidden="true">
      {words.summary(MANY, MANY)}
    </span>
  )
}

function yearIn(asked: string | undefined, thisYear: number): number {
  const year = /^\d{4}$/.test(asked ?? '') ? Number(asked) : thisYear
  return Math.min(Math.max(year, FIRST_YEAR), thisYear)
}

/** The year's days that have come: no file is missing from a month that has not begun. */
function daysOf(year: number) {
  const today = todayInIndia()
  const end = businessDate(`${year + 1}-03-31`)
  return { from: businessDate(`${year}-04-01`), to: end < today ? end : today }
}

type YearSwitchProps = { year: number; last: number; onYear: (year: number) => void }

function YearSwitch(props: YearSwitchProps) {
  return (
    <div class={css['years']}>
      <button
        class="button button-quiet"
        type="button"
        disabled={props.year <= FIRST_YEAR}
        onClick={() => props.onYear(props.year - 1)}
      >
        {words.earlier}
      </button>
      <strong>{words.year(props.year)}</strong>
      <button
        class="button button-quiet"
        type="button"
        disabled={props.year >= props.last}
        onClick={() => props.onYear(props.year + 1)}
      >
        {words.later}
      </button>
    </div>
  )
}

function Kind(props: { kind: KindMonths }) {
  const name = () => kindWords(props.kind.kind)
  const guide = () => guideOf(props.kind.kind)
  return (
    <div class={css['kind']}>
      <p class={css['kindHead']}>
        <strong>{name()}</strong>
        <a class="small" href={guide()}>
          {words.find}
          <span class="hidden-text">{name()}</span>
        </a>
      </p>
      <ul class={css['months']}>
        <For each={props.kind.months}>
          {({ month, state }) => (
            <li data-state={state}>
              <Show
                when={state === 'missing' || state === 'provisional'}
                fallback={
                  <span class={css['month']}>
                    <Month month={month} state={state} />
                  </span>
                }
              >
                <a
                  class={css['month']}
                  href={guide()}
                  aria-label={words.findFor(name(), formatMonth(month), words.states[state])}
                >
                  <Month month={month} state={state} />
                </a>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}

function Month(props: { month: string; state: Coverage }) {
  return (
    <>
      <span class="small">{formatMonth(props.month)}</span>
      <Badge tone={TONES[props.state]}>{words.states[props.state]}</Badge>
    </>
  )
}

function Legend() {
  return (
    <dl class={css['legend']}>
      <For each={STATES}>
        {(state) => (
          <div>
            <dt>
              <Badge tone={TONES[state]}>{words.states[state]}</Badge>
            </dt>
            <dd class="small muted">{words.meanings[state]}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}
