import { formatRupees } from '#core/money/format-rupees'
import { paise } from '#core/money/paise'
import { type JSX, Show } from 'solid-js'
import type { Change } from '../compare'
import { formatPercent, formatPeriod } from '../locales/format'
import { text } from '../locales/text'
import type { Period } from '../period'
import { amountsHidden } from '../preferences'
import css from './change-mark.module.css'
import { Icon } from './icon'
import { Rupees } from './rupees'

type ChangeMarkProps = {
  change: Change
  against: Period
  /** True where more is bad, such as returns. */
  isMoreBad?: boolean
}

/** How an amount of money moved: by how much of what it was, or where that says nothing, by how much. */
export function ChangeMark(props: ChangeMarkProps) {
  const moved = () => (props.change.amount ? { amount: props.change.amount } : undefined)
  const share = () => {
    const { percent } = props.change
    return percent === undefined ? undefined : formatPercent(Math.abs(percent))
  }
  const words = () => {
    const size = Math.abs(props.change.amount ?? 0)
    const amount = amountsHidden() ? text.common.hiddenLabel : formatRupees(paise(size))
    const both = share()
    return both === undefined ? amount : text.compare.withShare(amount, both)
  }
  return (
    <Show when={moved()}>
      {(found) => (
        <Mark
          isUp={found().amount > 0}
          isMoreBad={props.isMoreBad === true}
          words={words()}
          against={props.against}
        >
          <Show when={share()} fallback={<Rupees compact amount={Math.abs(found().amount)} />}>
            {share()}
          </Show>
        </Mark>
      )}
    </Show>
  )
}

type PointsMarkProps = {
  now: number | undefined
  before: number | undefined
  against: Period
  isMoreBad?: boolean
}

/** How a percentage moved, in points; nothing where one of the two is unknown. */
export function PointsMark(props: PointsMarkProps) {
  const moved = () => {
    if (props.now === undefined || props.before === undefined) return undefined
    const points = props.now - props.before
    return Math.abs(points) < 0.05 ? undefined : points
  }
  const words = () => text.compare.points(Math.abs(moved() ?? 0).toFixed(1))
  return (
    <Show when={moved()}>
      {(points) => (
        <Mark
          isUp={points() > 0}
          isMoreBad={props.isMoreBad === true}
          words={words()}
          against={props.against}
        >
          {words()}
        </Mark>
      )}
    </Show>
  )
}

type MarkProps = {
  isUp: boolean
  isMoreBad: boolean
  words: string
  against: Period
  children: JSX.Element
}

function Mark(props: MarkProps) {
  const words = () => {
    const change = props.isUp ? text.compare.up(props.words) : text.compare.down(props.words)
    return text.compare.versus(change, formatPeriod(props.against.from, props.against.to))
  }
  return (
    <span class={css['change']} data-good={props.isUp !== props.isMoreBad} title={words()}>
      <span class="hidden-text">{words()}</span>
      <span class={css['shown']} aria-hidden="true">
        <Icon name={props.isUp ? 'up' : 'fall'} small />
        {props.children}
      </span>
    </span>
  )
}
