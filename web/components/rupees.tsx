import { formatRupees, formatRupeesCompact, rupeeParts } from '#core/money/format-rupees'
import { paise } from '#core/money/paise'
import { Show } from 'solid-js'
import { text } from '../locales/text'
import { amountsHidden } from '../preferences'
import css from './rupees.module.css'

type RupeesProps = {
  /** Whole paise, as the API sends them; anything else is refused. */
  amount: number
  /** `₹1.2 L`; the exact amount shows on hover, on focus and to screen readers. */
  compact?: boolean
  /** In a tile: short from a crore on, for which half a phone has no room. */
  isTile?: boolean | undefined
  /** Green and red, for amounts whose direction is the message; the sign says it too. */
  tone?: boolean
}

const CRORE_PAISE = 1_00_00_000_00

/** Every amount of money on a screen. */
export function Rupees(props: RupeesProps) {
  return (
    <Show
      when={!amountsHidden()}
      fallback={
        <span class={css['rupees']}>
          <span aria-hidden="true">{text.common.hiddenAmount}</span>
          <span class="hidden-text">{text.common.hiddenLabel}</span>
        </span>
      }
    >
      <Show
        when={props.compact || (props.isTile && Math.abs(props.amount) >= CRORE_PAISE)}
        fallback={<Exact amount={props.amount} tone={props.tone === true} />}
      >
        <Compact amount={props.amount} />
      </Show>
    </Show>
  )
}

function Exact(props: { amount: number; tone: boolean }) {
  const parts = () => rupeeParts(paise(props.amount))
  return (
    <span
      class={css['rupees']}
      classList={{
        [css['gain'] ?? '']: props.tone && props.amount > 0,
        [css['loss'] ?? '']: props.tone && props.amount < 0,
      }}
    >
      {`${parts().sign}${text.common.rupee}${parts().whole}`}
      <span class={css['paise']}>{`.${parts().paise}`}</span>
    </span>
  )
}

function Compact(props: { amount: number }) {
  return (
    <span
      class={`${css['rupees']} ${css['compact']}`}
      data-exact={formatRupees(paise(props.amount))}
    >
      <span aria-hidden="true">{formatRupeesCompact(paise(props.amount))}</span>
      <span class="hidden-text">{formatRupees(paise(props.amount))}</span>
    </span>
  )
}
