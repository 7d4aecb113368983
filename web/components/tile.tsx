import { type JSX, Show } from 'solid-js'
import { formatPercent } from '../locales/format'
import { text } from '../locales/text'
import { Explain } from './explain'
import { Icon } from './icon'
import css from './tile.module.css'

type TileProps = {
  figure: string
  name: string
  href: string
  value: JSX.Element
  note?: JSX.Element
  /** Percent against the period before; nothing where there is nothing to compare with. */
  change?: number | undefined
  /** True where more is bad, such as returns. */
  isMoreBad?: boolean
}

/** One figure with its state; the whole tile leads to how it is made. */
export function Tile(props: TileProps) {
  return (
    <div class={`card ${css['tile']}`}>
      <div class={css['head']}>
        <a class={css['name']} href={props.href}>
          {props.name}
        </a>
        <Explain figure={props.figure} name={props.name} />
      </div>
      <p class={css['value']}>{props.value}</p>
      <p class={css['note']}>
        <Show when={props.change !== undefined && Math.abs(props.change) >= 0.05 && props.change}>
          {(change) => <Change percent={change()} isMoreBad={props.isMoreBad === true} />}
        </Show>
        <span>{props.note}</span>
      </p>
    </div>
  )
}

function Change(props: { percent: number; isMoreBad: boolean }) {
  const isUp = () => props.percent > 0
  const words = () => text.overview.change(formatPercent(Math.abs(props.percent)), isUp())
  return (
    <span
      class={css['change']}
      data-good={isUp() !== props.isMoreBad}
      title={`${words()} ${text.overview.versus}`}
    >
      <Icon name={isUp() ? 'up' : 'fall'} small />
      <span class="hidden-text">{`${words()} ${text.overview.versus}`}</span>
      <span aria-hidden="true">{formatPercent(Math.abs(props.percent))}</span>
    </span>
  )
}
