import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { loadForecast, loadPayouts } from '../../api'
import type { Forecast, Payout } from '../../api-shapes'
import { NoPaymentsNotice } from '../../components/empty-face'
import { Part } from '../../components/face'
import { Rupees } from '../../components/rupees'
import { Section } from '../../components/section'
import { Skeleton } from '../../components/skeleton'
import { useFilters } from '../../filters'
import { formatDay, formatPeriod } from '../../locales/format'
import { text } from '../../locales/text'
import { todayInIndia } from '../../today'
import { MoneyBars } from './money-bars'
import css from './money-card.module.css'
import { calendarDays, KINDS, moneyDays } from './money-days'

/** What came in the last two weeks, and what is to come in the next four. */
export function MoneyCard() {
  const { filters } = useFilters()
  const range = () => ({ ...calendarDays(todayInIndia()), store: filters().store })
  const payouts = createAsync(() => loadPayouts({ ...range(), limit: '200' }))
  const forecast = createAsync(() => loadForecast(range()))
  return (
    <Section title={text.calendar.title} isCard>
      <Part loading={<Skeleton shape="rows" />}>
        <Show when={payouts()}>
          {(paid) => (
            <Show when={forecast()}>
              {(toCome) => (
                <>
                  <Show when={paid().items.length === 0}>
                    <NoPaymentsNotice />
                  </Show>
                  <MoneyCalendar payouts={paid().items} forecast={toCome()} />
                </>
              )}
            </Show>
          )}
        </Show>
      </Part>
    </Section>
  )
}

export function MoneyCalendar(props: { payouts: readonly Payout[]; forecast: Forecast }) {
  const words = text.calendar
  const days = () => moneyDays(props.forecast.asOf, props.payouts, props.forecast.days)
  const hasDays = () => days().some((day) => KINDS.some((kind) => day[kind]))
  return (
    <>
      <p class="small muted">
        {words.period(formatPeriod(props.forecast.from, props.forecast.to))}
      </p>
      <Show when={hasDays()} fallback={<p class="small muted">{words.empty}</p>}>
        <MoneyBars days={days()} />
      </Show>
      <Show when={others(props.forecast).length > 0}>
        <dl class={css['others']}>
          <For each={others(props.forecast)}>
            {(each) => (
              <div>
                <dt>{`${words[each.place]}, ${words.kinds[each.kind].toLowerCase()}`}</dt>
                <dd>
                  <Rupees amount={each.amount} />
                </dd>
              </div>
            )}
          </For>
        </dl>
      </Show>
      <Notes forecast={props.forecast} />
    </>
  )
}

/** Money to come that stands on no day of the calendar. */
function others({ late, unscheduled, outside }: Forecast) {
  return (
    [
      ['late', late],
      ['unscheduled', unscheduled],
      ['later', outside],
    ] as const
  ).flatMap(([place, amounts]) =>
    (['promised', 'expected'] as const).flatMap((kind) => {
      const amount = amounts[kind]
      return amount ? [{ place, kind, amount }] : []
    }),
  )
}

function Notes(props: { forecast: Forecast }) {
  const words = text.calendar
  const snapshot = (on: string | null) => (on ? words.snapshot(formatDay(on)) : words.noSnapshot)
  return (
    <div class={css['notes']}>
      <Show when={!props.forecast.isUpToDate}>
        <p role="status">{words.notUpToDate}</p>
      </Show>
      <For each={KINDS}>{(kind) => <p>{words.meaning[kind]}</p>}</For>
      <p>{words.estimates}</p>
      <For each={props.forecast.stores}>
        {(store) => (
          <p>
            {snapshot(store.snapshotOn)}
            {text.common.dot}
            {store.learnedFrom > 0
              ? words.learned(store.learnedFrom, store.dueAfterDays)
              : words.notLearned(store.dueAfterDays)}
          </p>
        )}
      </For>
      <Show when={props.forecast.withoutEstimate}>
        {(count) => <p>{words.withoutEstimate(count())}</p>}
      </Show>
    </div>
  )
}
