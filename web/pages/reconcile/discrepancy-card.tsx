import { A } from '@solidjs/router'
import { createSignal, type JSX, Show } from 'solid-js'
import { Badge, type Tone } from '../../components/badge'
import { EvidenceList } from '../../components/evidence-list'
import { Icon } from '../../components/icon'
import { KnownRupees } from '../../components/known-rupees'
import { Rupees } from '../../components/rupees'
import { TicketPanel } from '../../components/ticket-panel'
import { formatDay } from '../../locales/format'
import { text } from '../../locales/text'
import type { Discrepancy, MarkState } from '../../reconcile-api'
import css from './reconcile.module.css'

const TONES: Readonly<Record<MarkState, Tone>> = {
  open: 'warn',
  claimed: 'note',
  recovered: 'good',
  written_off: 'plain',
  not_a_problem: 'plain',
}

type DiscrepancyCardProps = {
  item: Discrepancy
  asOf: string | undefined
  /** A box to choose it with, in lists where many can be chosen. */
  choice?: JSX.Element
  /** The way to decide on it, shown with the proof. */
  children?: JSX.Element
  hasLink?: boolean
  /** What of it a person wants to see, by the keys of the list's columns; all of it where nobody chose. */
  shows?: (key: string) => boolean
}

/** What is wrong, how much, and what to do; opened, the rows that prove it and the ticket about it. */
export function DiscrepancyCard(props: DiscrepancyCardProps) {
  const [isOpen, setOpen] = createSignal(false)
  const shows = (key: string) => props.shows?.(key) ?? true
  return (
    <article class={`card stack ${css['item']}`}>
      <div class={css['itemHead']}>
        {props.choice}
        <div class={css['itemWords']}>
          <Show when={shows('rule')}>
            <h3>{text.cases.rules[props.item.rule]}</h3>
          </Show>
          <p class={css['itemMeta']}>
            <Show when={props.hasLink !== false}>
              <A class={css['no']} href={`/orders/${encodeURIComponent(props.item.subOrderNo)}`}>
                {props.item.subOrderNo}
              </A>
            </Show>
            <Show when={shows('state')}>
              <Badge tone={TONES[props.item.state]}>{text.cases.states[props.item.state]}</Badge>
            </Show>
            <Show when={shows('since')}>
              <span class="small muted">{sinceOf(props.item)}</span>
            </Show>
          </p>
        </div>
        <div class={css['itemAmount']}>
          <Show when={shows('atStake')}>
            <strong>
              <KnownRupees amount={props.item.atStake} unknown={unknownStake(props.item)} />
            </strong>
          </Show>
          <Show when={shows('recovered') && props.item.recovered > 0}>
            <span class={css['cameBack']}>
              <Rupees amount={props.item.recovered} /> {text.reconcile.recovered}
            </span>
          </Show>
        </div>
        <button
          class="icon-button"
          type="button"
          aria-expanded={isOpen()}
          aria-label={text.reconcile.details(props.item.subOrderNo)}
          onClick={() => setOpen(!isOpen())}
        >
          <span class={css['chevron']} data-open={isOpen()}>
            <Icon name="down" />
          </span>
        </button>
      </div>
      <Show when={shows('nextStep')}>
        <p class={css['next']}>{text.cases.nextSteps[props.item.nextStep]}</p>
      </Show>
      <Show when={decidedWith(props.item, shows)}>
        {(words) => <p class="small muted">{words()}</p>}
      </Show>
      <Show when={isOpen()}>
        <div class={`stack ${css['proof']}`}>
          <h4>{text.reconcile.evidence}</h4>
          <EvidenceList evidence={props.item.evidence} />
          <TicketPanel id={props.item.id} asOf={props.asOf} />
          {props.children}
        </div>
      </Show>
    </article>
  )
}

/** The ticket that was raised, and what was noted. */
function decidedWith(
  { ticketId, note }: Discrepancy,
  shows: (key: string) => boolean,
): string | undefined {
  const ticket = ticketId && shows('ticketId') ? text.reconcile.yourTicket(ticketId) : ''
  const parts = [ticket, shows('note') ? note : ''].filter(Boolean)
  return parts.join(text.common.dot) || undefined
}

function sinceOf({ since }: Discrepancy): string {
  const day = dayOrNull(since)
  return day === null ? '' : text.reconcile.since(formatDay(day))
}

/** Of a payment without an order nothing is at stake; of all else it is not known. */
function unknownStake({ rule }: Discrepancy): string {
  return rule === 'order_unknown' ? text.common.dash : text.reconcile.notKnown
}

/** What holds on every day has no beginning. */
export function dayOrNull(since: string): string | null {
  return since > '1900-01-01' ? since : null
}
