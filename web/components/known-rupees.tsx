import { Show } from 'solid-js'
import { text } from '../locales/text'
import { Rupees } from './rupees'

type KnownRupeesProps = {
  amount: number | null | undefined
  /** What is said in its place; a dash where nothing else is. */
  unknown?: string | undefined
  /** Red below nothing. */
  isLossRed?: boolean | undefined
  isTile?: boolean | undefined
}

/** An amount that may be unknown, which is no zero. */
export function KnownRupees(props: KnownRupeesProps) {
  // An object, because a condition on the amount itself would take nil for missing.
  const known = () => (typeof props.amount === 'number' ? { paise: props.amount } : undefined)
  return (
    <Show when={known()} fallback={<span class="muted">{props.unknown ?? text.common.dash}</span>}>
      {(amount) => (
        <Rupees
          amount={amount().paise}
          isTile={props.isTile}
          tone={props.isLossRed === true && amount().paise < 0}
        />
      )}
    </Show>
  )
}
