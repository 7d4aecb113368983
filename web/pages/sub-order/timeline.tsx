import { For, type JSX, Show } from 'solid-js'
import type { Source, SubOrderView } from '../../api-shapes'
import { Rupees } from '../../components/rupees'
import { SourceLink } from '../../components/source-link'
import { formatDay } from '../../locales/format'
import { text } from '../../locales/text'
import css from './sub-order.module.css'

type Event = {
  readonly on: string | null
  readonly words: string
  readonly kind: 'seen' | 'paid' | 'promised'
  readonly amount?: JSX.Element
  readonly source?: Source
}

/** What happened when, each with the row that says so; a promise stands last and apart. */
export function Timeline(props: { view: SubOrderView }) {
  return (
    <ol class={css['timeline']}>
      <For each={toEvents(props.view)}>
        {(event) => (
          <li class={css['event']} data-kind={event.kind}>
            <p class={css['eventHead']}>
              <span>{event.words}</span>
              {event.amount}
            </p>
            <p class="small muted">
              <Show when={event.on} fallback={event.kind === 'promised' && text.subOrder.estimate}>
                {(on) => formatDay(on())}
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

function toEvents({ subOrder, history, lines, promised }: SubOrderView): Event[] {
  const ordered = subOrder?.orderedOn ?? lines.find(({ orderedOn }) => orderedOn)?.orderedOn
  const dated: Event[] = [
    ...history.map(({ status, seenOn, source }): Event => ({
      on: seenOn,
      words: text.subOrder.seen(status),
      kind: 'seen',
      source,
    })),
    ...lines.map((line): Event => ({
      on: line.paidOn,
      words: text.subOrder.paid(line.status),
      kind: 'paid',
      amount: <Rupees amount={line.settlement} tone={line.settlement < 0} />,
      source: line.source,
    })),
  ]
  dated.sort((a, b) => (a.on ?? '').localeCompare(b.on ?? ''))
  const first: Event[] = ordered
    ? [{ on: ordered, words: text.subOrder.ordered, kind: 'seen' }]
    : []
  const last = promised.map(({ promisedOn, settlement, source }): Event => ({
    on: promisedOn,
    words: promisedOn ? text.subOrder.promised : text.subOrder.promisedNoDay,
    kind: 'promised',
    amount: <Rupees amount={settlement} />,
    source,
  }))
  return [...first, ...dated, ...last]
}
