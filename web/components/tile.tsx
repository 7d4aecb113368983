import type { JSX } from 'solid-js'
import { Explain } from './explain'
import css from './tile.module.css'

type TileProps = {
  figure: string
  name: string
  href: string
  value: JSX.Element
  note?: JSX.Element
  /** How it moved against the days it is compared with. */
  change?: JSX.Element
}

/** As many beside each other as have room: two on a phone, four on a desk. */
export function Tiles(props: { children: JSX.Element }) {
  return <div class={css['tiles']}>{props.children}</div>
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
        {props.change}
        <span>{props.note}</span>
      </p>
    </div>
  )
}
