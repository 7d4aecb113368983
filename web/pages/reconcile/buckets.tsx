import { A, createAsync, useLocation } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { Face } from '../../components/face'
import { FilesNotice } from '../../components/files-notice'
import { KnownRupees } from '../../components/known-rupees'
import { JudgingNotice } from '../../components/judging-notice'
import { keepFilters, useFilters } from '../../filters'
import { followJudging } from '../../follow-judging'
import { text } from '../../locales/text'
import { reachWords } from '../../payments-reach'
import {
  type Bucket,
  loadDiscrepancies,
  loadOrders,
  loadReconciliation,
  type Reconciliation,
} from '../../reconcile-api'
import css from './reconcile.module.css'

/** What asks for something first; what is settled or gone last. */
const BUCKET_ORDER: readonly Bucket[] = [
  'overdue',
  'lost',
  'unknown',
  'awaiting',
  'promised',
  'open',
  'paid',
  'returned',
  'rto',
  'exchanged',
  'cancelled',
]

/** Those that hold a sub-order, in that order. */
export function filledBuckets({ buckets }: Reconciliation): Reconciliation['buckets'] {
  return BUCKET_ORDER.flatMap((name) =>
    buckets.filter(({ bucket, count }) => bucket === name && count > 0),
  )
}

/** Every sub-order is in exactly one of these; each opens its list. */
export function Buckets(props: { asOf: string | undefined; chosen: string | undefined }) {
  const { filters } = useFilters()
  const location = useLocation()
  const found = createAsync(() => loadReconciliation({ store: filters().store, asOf: props.asOf }))
  followJudging(found, {
    watched: loadReconciliation.key,
    question: () => [filters().store, props.asOf],
    after: [loadDiscrepancies.key, loadOrders.key],
  })
  const href = (bucket: Bucket) =>
    keepFilters('/reconcile', location.search, {
      asOf: props.asOf,
      bucket: bucket === props.chosen ? undefined : bucket,
    })
  return (
    <Show when={found()}>
      {(loaded) => (
        <>
          <JudgingNotice isUpToDate={loaded().isUpToDate} />
          <Show
            when={loaded().total.count > 0}
            fallback={
              <Face icon="imports" title={text.reconcile.empty} detail={text.reconcile.emptyDetail}>
                <A class="button" href="/imports">
                  {text.reconcile.toFiles}
                </A>
              </Face>
            }
          >
            <PaymentsNotice found={loaded()} />
            <section aria-label={text.reconcile.buckets}>
              <ul class={css['buckets']}>
                <For each={filledBuckets(loaded())}>
                  {({ bucket, count, amount, unknown }) => (
                    <li>
                      <a
                        class={`card ${css['bucket']}`}
                        href={href(bucket)}
                        data-bucket={bucket}
                        aria-current={bucket === props.chosen ? 'true' : undefined}
                        noScroll
                      >
                        <span class={css['bucketName']}>{text.cases.buckets[bucket]}</span>
                        <strong class={css['bucketAmount']} data-unknown={amount === null}>
                          <KnownRupees amount={amount} unknown={text.reconcile.notKnown} isTile />
                        </strong>
                        <span class="small muted">
                          {text.reconcile.bucketSubOrders(count)}
                          <Show when={amount !== null && unknown > 0}>
                            {text.common.dot}
                            {text.reconcile.unknownOf(unknown)}
                          </Show>
                        </span>
                      </a>
                    </li>
                  )}
                </For>
              </ul>
            </section>
          </Show>
        </>
      )}
    </Show>
  )
}

/** “Not paid” is a finding only where payments files reach the day on which it was due. */
export function PaymentsNotice(props: { found: Reconciliation }) {
  const words = () => {
    const { buckets, unproven } = props.found
    const reach = unproven && reachWords(unproven)
    if (unproven && reach)
      return `${reach}${text.common.space}${text.reconcile.unproven(unproven.count)}`
    const isUnknown = unproven || buckets.some(({ unknown }) => unknown > 0)
    return isUnknown ? text.reconcile.noPayments : undefined
  }
  return <Show when={words()}>{(sentence) => <FilesNotice words={sentence()} />}</Show>
}
