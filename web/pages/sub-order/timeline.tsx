import { For, Show } from 'solid-js'
import type { SubOrderView } from '../../api-shapes'
import { Rupees } from '../../components/rupees'
import { SourceLink } from '../../components/source-link'
import { formatDay } from '../../locales/format'
import { text } from '../../locales/text'
import css from './sub-order.module.css'
import { type TimelineEvent, timelineEvents } from './timeline-events'

/** What happened when, each with the row that says so. */
export function Timeline(props: { view: SubOrderView }) {
  return (
    <ol class={css['timeline']}>
      <For each={timelineEvents(props.view)}>
        {(event) => (
          <li class={css['event']} data-kind={event.kind}>
            <p class={css['eventHead']}>
              <span>{words(event)}</span>
              <Show when={event.amount !== undefined}>
                <Rupees
                  amount={event.amount ?? 0}
                  tone={event.kind === 'paid' && (event.amount ?? 0) < 0}
                />
              </Show>
            </p>
            <p class="small muted">
              <Show when={event.on} fallback={event.kind === 'promised' && text.subOrder.estimate}>
                {(on) => <>{formatDay(on())}</>}
              </Show>
              <Show when={event.source}>
                {(source) => (
                  <>
                    {text.common.dot}
                    <SourceLink source={source()} />
                  </>
                )}
              </Show>
            </p>
          </li>
        )}
      </For>
    </ol>
  )
}

function words({ kind, status, on }: TimelineEvent): string {
  switch (kind) {
    case 'ordered':
      return text.subOrder.ordered
    case 'seen':
      return text.subOrder.seen(status)
    case 'paid':
      return text.subOrder.paid(status)
    case 'promised':
      return on ? text.subOrder.promised : text.subOrder.promisedNoDay
    case 'sentBack':
      return text.cases.returnWords[returnTypeOf(status)]
    case 'cameBack':
      return text.cases.returnEnds[endOf(status)]
    case 'claimed':
      return text.cases.claimRaised(status)
  }
}

type ReturnType = keyof typeof text.cases.returnWords
type ReturnEnd = keyof typeof text.cases.returnEnds

function returnTypeOf(status: string): ReturnType {
  return status === 'customer' || status === 'rto' ? status : 'unknown'
}

function endOf(status: string): ReturnEnd {
  return status === 'lost' || status === 'disposed' ? status : 'delivered'
}
