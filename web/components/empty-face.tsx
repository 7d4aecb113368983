import { A, createAsync } from '@solidjs/router'
import { Show } from 'solid-js'
import { loadMe } from '../api'
import { text } from '../locales/text'
import { Face, type FaceProps } from './face'

/** Where a list would be: whoever has sent no file yet is shown the way to files, for no other days or search would find more. */
export function EmptyFace(props: FaceProps) {
  // The shell has asked already. Without an answer the list says of itself that it is empty.
  const me = createAsync(() => loadMe().catch(() => undefined))
  return (
    <Show when={me()?.stores.length === 0} fallback={<Face {...props} />}>
      <NoFiles />
    </Show>
  )
}

/** Where money would stand: without a payments file it is not known in any days. */
export function NoPaymentsFace() {
  return (
    <EmptyFace
      icon="payouts"
      title={text.freshness.noPayments}
      detail={text.faces.noPayments.detail}
    >
      <A class="button button-primary" href="/imports">
        {text.faces.noFiles.action}
      </A>
    </EmptyFace>
  )
}

function NoFiles() {
  return (
    <Face icon="imports" title={text.faces.noFiles.title} detail={text.faces.noFiles.detail}>
      <A class="button button-primary" href="/imports">
        {text.faces.noFiles.action}
      </A>
    </Face>
  )
}
