import { createSignal, For, Show } from 'solid-js'
import { findMarkProblem, MARK_STATES } from '#core/reconciliation/marks'
import { showToast } from '../../components/toasts'
import { troubleWords } from '../../components/face'
import { text } from '../../locales/text'
import { type Mark, markDiscrepancies, type MarkState } from '../../reconcile-api'
import css from './reconcile.module.css'

type MarkFormProps = {
  ids: readonly string[]
  initial?: { state: MarkState; note: string; ticketId: string }
  /** What was decided before, for an undo. */
  onMarked: (previous: readonly Mark[], state: MarkState) => void
}

/** Decides on one discrepancy or many at once; the same rules as the service's say what is missing. */
export function MarkForm(props: MarkFormProps) {
  const [state, setState] = createSignal<MarkState>(props.initial?.state ?? 'claimed')
  const [note, setNote] = createSignal(props.initial?.note ?? '')
  const [ticketId, setTicketId] = createSignal(props.initial?.ticketId ?? '')
  const [isBusy, setBusy] = createSignal(false)
  const problem = () => findMarkProblem({ state: state(), note: note(), ticketId: ticketId() })
  const save = async () => {
    setBusy(true)
    try {
      const decision = { state: state(), note: note().trim(), ticketId: ticketId().trim() }
      const previous = await markDiscrepancies(props.ids.map((id) => ({ id, ...decision })))
      props.onMarked(previous, decision.state)
    } catch (error) {
      showToast(troubleWords(error).detail, 'bad')
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      class={css['mark']}
      onSubmit={(event) => {
        event.preventDefault()
        if (problem() === undefined) void save()
      }}
    >
      <label class="field">
        <span>{text.reconcile.markAs}</span>
        <select
          class="input"
          onChange={(event) => {
            const chosen = MARK_STATES.find((each) => each === event.currentTarget.value)
            if (chosen) setState(chosen)
          }}
        >
          <For each={MARK_STATES}>
            {(each) => (
              <option value={each} selected={each === state()}>
                {text.cases.states[each]}
              </option>
            )}
          </For>
        </select>
      </label>
      <Show when={state() === 'claimed'}>
        <label class="field">
          <span>{text.reconcile.ticketId}</span>
          <input
            class="input"
            maxLength={100}
            value={ticketId()}
            placeholder={text.reconcile.ticketHint}
            onInput={(event) => setTicketId(event.currentTarget.value)}
          />
        </label>
      </Show>
      <label class="field">
        <span>{text.reconcile.note}</span>
        <input
          class="input"
          maxLength={1000}
          value={note()}
          placeholder={state() === 'not_a_problem' ? text.reconcile.noteHint : ''}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </label>
      <button
        class="button button-primary"
        type="submit"
        disabled={isBusy() || problem() !== undefined}
      >
        {isBusy() ? text.reconcile.saving : text.reconcile.save}
      </button>
    </form>
  )
}
