import { For, createMemo } from 'solid-js'
import { Rupees } from '../components/rupees'
import { text } from '../locales/text'
import { type TrendBar, layoutTrend } from './trend-geometry'
import css from './trend.module.css'

export type TrendPoint = {
  readonly key: string
  readonly label: string
  readonly short: string
  readonly value: number
}

const WIDTH = 1_000
const HEIGHT = 200
// More labels than this run into each other on a phone.
const LABELS = 6

/** Bars over time around a zero line; the same figures stand in a table under it. */
export function Trend(props: { name: string; points: readonly TrendPoint[] }) {
  const layout = createMemo(() => layoutTrend(props.points))
  const slot = () => WIDTH / Math.max(props.points.length, 1)
  const every = () => Math.ceil(props.points.length / LABELS)
  return (
    <figure class={css['figure']} aria-label={props.name}>
      <div class={css['plot']}>
        <div class={css['canvas']}>
          <svg
            class={css['svg']}
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <For each={layout().ticks}>
              {(tick) => (
                <line
                  class={tick.value === 0 ? css['zero'] : css['tick']}
                  x1="0"
                  x2={WIDTH}
                  y1={tick.at * HEIGHT}
                  y2={tick.at * HEIGHT}
                />
              )}
            </For>
            <For each={layout().bars}>
              {(bar, index) => (
                <Bar
                  bar={bar}
                  x={index() * slot()}
                  slot={slot()}
                  negative={(props.points[index()]?.value ?? 0) < 0}
                />
              )}
            </For>
          </svg>
        </div>
        <ol class={css['ticks']} aria-hidden="true">
          <For each={layout().ticks.toReversed()}>
            {(tick) => (
              <li>
                <Rupees compact amount={Math.round(tick.value)} />
              </li>
            )}
          </For>
        </ol>
      </div>
      <ol class={css['labels']} aria-hidden="true">
        <For each={props.points}>
          {(point, index) => <li>{index() % every() === 0 ? point.short : ''}</li>}
        </For>
      </ol>
      <TableTwin name={props.name} points={props.points} />
    </figure>
  )
}

function Bar(props: { bar: TrendBar; x: number; slot: number; negative: boolean }) {
  const width = () => Math.min(props.slot * 0.62, 90)
  return (
    <rect
      class={props.negative ? css['loss'] : css['bar']}
      x={props.x + (props.slot - width()) / 2}
      y={props.bar.top * HEIGHT}
      width={width()}
      height={Math.max(props.bar.height * HEIGHT, 1)}
    />
  )
}

function TableTwin(props: { name: string; points: readonly TrendPoint[] }) {
  return (
    <details class={css['twin']}>
      <summary>{text.common.asTable}</summary>
      <table>
        <caption class="hidden-text">{props.name}</caption>
        <tbody>
          <For each={props.points}>
            {(point) => (
              <tr>
                <th scope="row">{point.label}</th>
                <td class="number">
                  <Rupees amount={point.value} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </details>
  )
}
