import { createMemo, For, Show } from 'solid-js'
import { layoutTrend } from '../../charts/trend-geometry'
import { Rupees } from '../../components/rupees'
import { formatDay, formatShortDay } from '../../locales/format'
import { text } from '../../locales/text'
import css from './money-bars.module.css'
import { KINDS, type MoneyDay } from './money-days'

const WIDTH = 1_000
const HEIGHT = 180
// One label a week, so that they do not run into each other on a phone.
const EVERY = 7
// A label is about three days wide: one that would reach past the last day is left out.
const LABEL_DAYS = 3

/** Three bars a day, told apart by colour and by filling, with the same figures in a table. */
export function MoneyBars(props: { days: readonly MoneyDay[] }) {
  const layout = createMemo(() =>
    layoutTrend(
      props.days.flatMap((day) =>
        KINDS.map((kind) => ({ key: `${day.day} ${kind}`, value: day[kind] ?? 0 })),
      ),
    ),
  )
  const slot = () => WIDTH / Math.max(props.days.length, 1)
  return (
    <figure class={css['figure']} aria-label={text.calendar.title}>
      <ul class={css['legend']}>
        <For each={KINDS}>
          {(kind) => (
            <li>
              <span class={css['key']} data-kind={kind} aria-hidden="true" />
              {text.calendar.kinds[kind]}
            </li>
          )}
        </For>
      </ul>
      <svg
        class={css['svg']}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <line
          class={css['zero']}
          x1="0"
          x2={WIDTH}
          y1={layout().zero * HEIGHT}
          y2={layout().zero * HEIGHT}
        />
        <For each={layout().bars}>
          {(bar, index) => (
            <Show when={bar.height > 0}>
              <rect
                class={css['bar']}
                data-kind={KINDS[index() % KINDS.length]}
                x={
                  (Math.floor(index() / KINDS.length) + (index() % KINDS.length) / 3.4 + 0.06) *
                  slot()
                }
                y={bar.top * HEIGHT}
                width={slot() / 3.6}
                height={Math.max(bar.height * HEIGHT, 1)}
              />
            </Show>
          )}
        </For>
      </svg>
      <ol class={css['labels']} aria-hidden="true">
        <For each={props.days}>
          {(day, index) => (
            <li>{hasLabel(index(), props.days.length) ? formatShortDay(day.day) : ''}</li>
          )}
        </For>
      </ol>
      <TableTwin days={props.days} />
    </figure>
  )
}

function hasLabel(index: number, days: number): boolean {
  return index % EVERY === 0 && index + LABEL_DAYS <= days
}

function TableTwin(props: { days: readonly MoneyDay[] }) {
  const told = () => props.days.filter((day) => KINDS.some((kind) => day[kind]))
  return (
    <details class={css['twin']}>
      <summary>{text.common.asTable}</summary>
      <table>
        <caption class="hidden-text">{text.calendar.title}</caption>
        <thead>
          <tr>
            <th scope="col">{text.calendar.day}</th>
            <For each={KINDS}>
              {(kind) => (
                <th scope="col" class="number">
                  {text.calendar.kinds[kind]}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={told()}>
            {(day) => (
              <tr>
                <th scope="row">{formatDay(day.day)}</th>
                <For each={KINDS}>
                  {(kind) => (
                    <td class="number">
                      <Show when={day[kind]} fallback={text.common.dash}>
                        {(amount) => <Rupees amount={amount()} />}
                      </Show>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </details>
  )
}
