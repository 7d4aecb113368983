import { For, Show } from 'solid-js'
import { help } from '../../locales/parts'
import css from './panel-picture.module.css'

type PanelPictureProps = { name: string; path: readonly string[]; gives: string }

const WIDTH = 320
const TOP = 42
const STEP = 34
const INDENT = 20
const CHIP_HEIGHT = 26
// Wide enough for the letters of any of our fonts at 12 units.
const LETTER = 7
const DOTS = [14, 24, 34]

/** The way to a file through the supplier panel, drawn; said in one sentence to whoever cannot see it. */
export function PanelPicture(props: PanelPictureProps) {
  const fileTop = () => TOP + props.path.length * STEP
  const height = () => fileTop() + 40
  const isLast = (index: number) => index === props.path.length - 1
  return (
    <svg
      class={css['picture']}
      viewBox={`0 0 ${WIDTH} ${height()}`}
      role="img"
      aria-label={help.picture(props.name, props.path, props.gives)}
    >
      <rect class={css['window']} x="0.5" y="0.5" width={WIDTH - 1} height={height() - 1} rx="8" />
      <line class={css['edge']} x1="0" x2={WIDTH} y1="28" y2="28" />
      <For each={DOTS}>{(x) => <circle class={css['dot']} cx={x} cy="14.5" r="3" />}</For>
      <text class={css['bar']} x="48" y="18.5">
        {props.path.length > 0 ? help.panel : help.file}
      </text>
      <For each={props.path}>
        {(place, index) => (
          <Chip
            place={place}
            x={14 + index() * INDENT}
            y={TOP + index() * STEP}
            isFirst={index() === 0}
            isLast={isLast(index())}
          />
        )}
      </For>
      <File name={props.gives} x={14} y={fileTop()} />
    </svg>
  )
}

type ChipProps = { place: string; x: number; y: number; isFirst: boolean; isLast: boolean }

function Chip(props: ChipProps) {
  return (
    <g data-last={props.isLast} class={css['chip']}>
      <Show when={!props.isFirst}>
        <path class={css['turn']} d={`M${props.x - 10} ${props.y - 8}v${CHIP_HEIGHT / 2 + 8}h7`} />
      </Show>
      <rect
        x={props.x}
        y={props.y}
        width={props.place.length * LETTER + 20}
        height={CHIP_HEIGHT}
        rx="6"
      />
      <text x={props.x + 10} y={props.y + 17}>
        {props.place}
      </text>
    </g>
  )
}

function File(props: { name: string; x: number; y: number }) {
  return (
    <g class={css['file']}>
      <path d={`M${props.x + 1} ${props.y + 2}h9l5 5v15h-14zM${props.x + 10} ${props.y + 2}v5h5`} />
      <text x={props.x + 24} y={props.y + 17}>
        {props.name}
      </text>
    </g>
  )
}
