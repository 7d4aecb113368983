import { Show } from 'solid-js'
import type { Freshness } from '../api-shapes'
import { formatDay } from '../locales/format'
import { text } from '../locales/text'

/** “Orders to 14 Aug 2026 · Payments to 12 Aug 2026”. */
export function FreshnessLine(props: { freshness: Freshness }) {
  return (
    <p>
      <Show when={props.freshness.ordersTo} fallback={text.freshness.noOrders}>
        {(day) => text.freshness.orders(formatDay(day()))}
      </Show>
      {text.common.dot}
      <Show when={props.freshness.paymentsTo} fallback={text.freshness.noPayments}>
        {(day) => text.freshness.payments(formatDay(day()))}
      </Show>
    </p>
  )
}
