import { A, createAsync } from '@solidjs/router'
import { type Accessor, Show } from 'solid-js'
import { loadMe, loadPnl } from '../api'
import { useFilters } from '../filters'
import { text } from '../locales/text'
import { Face, type FaceProps } from './face'
import { FilesNotice } from './files-notice'

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

/** Where rows of payments would be: no other days and no search would find any while there is no payments file. */
export function EmptyMoneyFace(props: FaceProps) {
  const hasPayments = createHasPayments()
  return (
    <Show when={hasPayments() === false} fallback={<EmptyFace {...props} />}>
      <NoPaymentsFace />
    </Show>
  )
}

/** Above what is expected: without a payments file, some of it may have been paid. */
export function NoPaymentsNotice() {
  const hasPayments = createHasPayments()
  return (
    <Show when={hasPayments() === false}>
      <FilesNotice words={text.reconcile.noPayments} />
    </Show>
  )
}

/** Asked only where a list is empty. Nothing without an answer: then nobody can say why it is. */
function createHasPayments(): Accessor<boolean | undefined> {
  const { filters } = useFilters()
  const pnl = createAsync(() => {
    const { from, to, store, basis } = filters()
    return loadPnl({ from, to, store, basis, group: 'total' }).catch(() => undefined)
  })
  return () => {
    const freshness = pnl()?.freshness
    return freshness && freshness.paymentsTo !== null
  }
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
