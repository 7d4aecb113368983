import { Show } from 'solid-js'
import { text } from '../locales/text'

/** While the sub-orders of a list are still being judged, it may change. */
export function JudgingNotice(props: { isUpToDate: boolean }) {
  return (
    <Show when={!props.isUpToDate}>
      <p class="notice" role="status">
        {text.reconcile.judging}
      </p>
    </Show>
  )
}
