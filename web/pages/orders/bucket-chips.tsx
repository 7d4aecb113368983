import { createAsync, useLocation, useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, For, type JSX, Show } from 'solid-js'
import { afterPaint } from '../../after-paint'
import { KnownRupees } from '../../components/known-rupees'
import { JudgingNotice } from '../../components/judging-notice'
import { keepFilters, useFilters } from '../../filters'
import { followJudging } from '../../follow-judging'
import { text } from '../../locales/text'
import { type Bucket, loadOrders, loadReconciliation } from '../../reconcile-api'
import { filledBuckets, PaymentsNotice } from '../reconcile/buckets'
import css from './orders.module.css'

type BucketChipsProps = { asOf: string | undefined; chosen: Bucket | undefined }

/** Every sub-order is in exactly one bucket, so the counts add up to all of them. */
export function BucketChips(props: BucketChipsProps) {
  const { filters } = useFilters()
  const found = createAsync(() => loadReconciliation({ store: filters().store, asOf: props.asOf }))
  followJudging(found, {
    watched: loadReconciliation.key,
    question: () => [filters().store, props.asOf],
    after: [loadOrders.key],
  })
  return (
    <Show when={found()}>
      {(loaded) => (
        <>
          <JudgingNotice isUpToDate={loaded().isUpToDate} />
          <Show when={loaded().total.count > 0}>
            <PaymentsNotice found={loaded()} />
            <nav aria-label={text.orders.filter}>
              <ul class={css['chips']}>
                <Chip {...props} name={text.orders.all} count={loaded().total.count} />
                <For each={filledBuckets(loaded())}>
                  {({ bucket, count, amount }) => (
                    <Chip
                      {...props}
                      bucket={bucket}
                      name={text.cases.buckets[bucket]}
                      count={count}
                      amount={<KnownRupees amount={amount} unknown={text.reconcile.notKnown} />}
                    />
                  )}
                </For>
              </ul>
            </nav>
          </Show>
        </>
      )}
    </Show>
  )
}

type ChipProps = BucketChipsProps & {
  bucket?: Bucket
  name: string
  count: number
  amount?: JSX.Element
}

function Chip(props: ChipProps) {
  const location = useLocation()
  const [search] = useSearchParams<Record<'q', string>>()
  const href = () =>
    keepFilters('/orders', location.search, {
      asOf: props.asOf,
      bucket: props.bucket,
      q: search.q,
    })
  const isChosen = () => props.bucket === props.chosen
  const [place, setPlace] = createSignal<HTMLElement>()
  createEffect(() => {
    // Measuring before the page is painted would lay it out twice.
    if (isChosen()) afterPaint(() => pullIntoView(place()))
  })
  return (
    <li ref={setPlace}>
      <a
        class={css['chip']}
        href={href()}
        data-bucket={props.bucket}
        aria-current={isChosen() ? 'true' : undefined}
        noScroll
      >
        <span>{props.name}</span>
        <strong>{text.orders.count(props.count)}</strong>
        <Show when={props.amount}>
          <span class="small">{props.amount}</span>
        </Show>
      </a>
    </li>
  )
}

/** Sideways alone: the page stays where it is. */
function pullIntoView(chip: HTMLElement | undefined): void {
  const line = chip?.parentElement
  if (!chip || !line) return
  const middle = chip.offsetLeft + chip.offsetWidth / 2 - line.offsetLeft
  line.scrollTo({ left: middle - line.clientWidth / 2 })
}
