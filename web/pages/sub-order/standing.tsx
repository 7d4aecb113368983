import { For, Show } from 'solid-js'
import type { SubOrderView } from '../../api-shapes'
import { Badge, type Tone } from '../../components/badge'
import { formatDay } from '../../locales/format'
import { text } from '../../locales/text'
import type { Bucket, Discrepancy } from '../../reconcile-api'
import { Amount } from '../reconcile/bucket-orders'
import { DiscrepancyCard } from '../reconcile/discrepancy-card'
import css from './sub-order.module.css'

const TONES: Readonly<Record<Bucket, Tone>> = {
  cancelled: 'plain',
  open: 'plain',
  rto: 'warn',
  returned: 'warn',
  exchanged: 'plain',
  lost: 'bad',
  awaiting: 'note',
  promised: 'note',
  overdue: 'bad',
  paid: 'good',
  unknown: 'plain',
}

/** The one bucket it stands in, and what is expected where money is still to come. */
export function StandingLine(props: { view: SubOrderView }) {
  return (
    <Show
      when={props.view.standing}
      fallback={<p class="small muted">{text.cases.subOrder.notJudged}</p>}
    >
      {(standing) => (
        <p class={css['standing']}>
          <Badge tone={TONES[standing().bucket]}>{text.cases.buckets[standing().bucket]}</Badge>
          <Show when={isToCome(standing().bucket)}>
            <span class="small">
              {text.reconcile[standing().bucket === 'promised' ? 'promised' : 'expected']}
              {text.common.space}
              <Amount item={standing()} />
            </span>
            <Show when={standing().dueOn}>
              {(day) => (
                <span class="small muted">{text.cases.subOrder.due(formatDay(day()))}</span>
              )}
            </Show>
          </Show>
        </p>
      )}
    </Show>
  )
}

function isToCome(bucket: Bucket): boolean {
  return bucket === 'awaiting' || bucket === 'overdue' || bucket === 'promised'
}

/** What is wrong with it, each with its proof and the next step. */
export function Discrepancies(props: { items: readonly Discrepancy[] }) {
  return (
    <section class={css['lines']}>
      <h2>{text.cases.subOrder.wrong}</h2>
      <For each={props.items} fallback={<p class="muted">{text.cases.subOrder.fine}</p>}>
        {(item) => <DiscrepancyCard item={item} asOf={undefined} hasLink={false} />}
      </For>
    </section>
  )
}
