import { Show } from 'solid-js'
import type { Freshness } from '../api-shapes'
import { formatDay, formatShortDay } from '../locales/format'
import { text } from '../locales/text'
import { todayInIndia } from '../today'

const NO_BREAK_SPACE = '\u00a0'

/** “Orders to 14 Aug 2026 · Payments to 12 Aug 2026”; an empty line until it is known, so that nothing moves. */
export function FreshnessLine(props: { freshness: Freshness | undefined }) {
  return (
    <Show when={props.freshness} fallback={<p aria-hidden="true">{NO_BREAK_SPACE}</p>}>
      {(freshness) => <Known freshness={freshness()} />}
    </Show>
  )
}

function Known(props: { freshness: Freshness }) {
  return (
    <p>
      <Show when={props.freshness.ordersTo} fallback={text.freshness.noOrders}>
        {(day) => <>{text.freshness.orders(dayWords(day()))}</>}
      </Show>
      {text.common.dot}
      <Show when={props.freshness.paymentsTo} fallback={text.freshness.noPayments}>
        {(day) => <>{text.freshness.payments(dayWords(day()))}</>}
      </Show>
    </p>
  )
}

function dayWords(day: string): string {
  const isThisYear = day.slice(0, 4) === todayInIndia().slice(0, 4)
  return isThisYear ? formatShortDay(day) : formatDay(day)
}
