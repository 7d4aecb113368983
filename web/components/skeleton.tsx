import { For } from 'solid-js'
import { text } from '../locales/text'
import css from './skeleton.module.css'

type Shape = 'tiles' | 'chart' | 'rows' | 'lines'

const COUNTS: Record<Shape, number> = { tiles: 6, chart: 1, rows: 8, lines: 4 }

/** The outline of what is coming, so that nothing jumps when it arrives. */
export function Skeleton(props: { shape: Shape }) {
  return (
    <div class={css[props.shape]} role="status">
      <span class="hidden-text">{text.common.loading}</span>
      <For each={Array.from({ length: COUNTS[props.shape] })}>
        {() => <span class={css['piece']} aria-hidden="true" />}
      </For>
    </div>
  )
}
