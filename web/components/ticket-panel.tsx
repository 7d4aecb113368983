import { createAsync } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { text } from '../locales/text'
import { type Doubt, reachWords } from '../payments-reach'
import { loadTicket } from '../reconcile-api'
import { Part } from './face'
import { Skeleton } from './skeleton'
import css from './ticket-panel.module.css'
import { showToast } from './toasts'

type TicketPanelProps = { id: string; asOf: string | undefined }

/** The text of a ticket, written when it is asked for, ready to be pasted into the supplier panel. */
export function TicketPanel(props: TicketPanelProps) {
  const [isOpen, setOpen] = createSignal(false)
  return (
    <div class={css['panel']}>
      <button
        class="button"
        type="button"
        aria-expanded={isOpen()}
        onClick={() => setOpen(!isOpen())}
      >
        {isOpen() ? text.cases.ticket.hide : text.cases.ticket.show}
      </button>
      <Show when={isOpen()}>
        <Part loading={<Skeleton shape="rows" />}>
          <Words {...props} />
        </Part>
      </Show>
    </div>
  )
}

function Words(props: TicketPanelProps) {
  const ticket = createAsync(() => loadTicket(props.id, props.asOf))
  return (
    <Show when={ticket()}>
      {(written) => (
        <div class={css['words']}>
          <Show when={written().unproven}>
            {(unproven) => <p class="notice">{caution(unproven())}</p>}
          </Show>
          {/* For Meesho's people, in whatever language the page is. */}
          <strong lang="en">{written().subject}</strong>
          <pre class={css['text']} lang="en">
            {written().text}
          </pre>
          <button
            class="button button-primary"
            type="button"
            onClick={() => void copy(`${written().subject}\n\n${written().text}`)}
          >
            {text.cases.ticket.copy}
          </button>
        </div>
      )}
    </Show>
  )
}

/** Whoever asks for money that has come is not believed the next time. */
function caution(doubt: Doubt): string {
  const reach = reachWords(doubt)
  return reach
    ? `${reach}${text.common.space}${text.cases.ticket.unproven}`
    : text.cases.ticket.noPayments
}

async function copy(words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words)
    showToast(text.cases.ticket.copied)
  } catch {
    // A browser may forbid it; the text can still be selected.
    showToast(text.cases.ticket.notCopied, 'bad')
  }
}
