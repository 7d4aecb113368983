import { type Accessor, createEffect, createSignal, Show } from 'solid-js'
import { text } from '../../locales/text'
import type { Mark, MarkState } from '../../reconcile-api'
import { MarkForm } from './mark-form'
import css from './reconcile.module.css'

// As many as one call may decide on.
const MOST_CHOSEN = 200

export type OnMarked = (previous: readonly Mark[], to: MarkState) => void

export type Choice = ReturnType<typeof createChoice>

/** Which of the items shown are to be decided on together; what leaves the list is chosen no more. */
export function createChoice(shown: Accessor<readonly string[]>) {
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set())
  createEffect(() => {
    const ids = new Set(shown())
    setChosen((all) => new Set([...all].filter((id) => ids.has(id))))
  })
  return {
    chosen,
    isAll: () => shown().every((id) => chosen().has(id)),
    isFull: () => chosen().size >= MOST_CHOSEN,
    choose: (id: string, is: boolean) => {
      const rest = [...chosen()].filter((each) => each !== id)
      setChosen(new Set(is ? [...rest, id] : rest))
    },
    chooseAll: (is: boolean) => setChosen(new Set(is ? shown().slice(0, MOST_CHOSEN) : [])),
  }
}

export function BulkBar(props: { choice: Choice; onMarked: OnMarked }) {
  const count = () => props.choice.chosen().size
  return (
    <div class={`wrap ${css['bulk']}`} data-active={count() > 0}>
      <label class={css['all']}>
        <input
          type="checkbox"
          checked={props.choice.isAll()}
          onChange={(event) => props.choice.chooseAll(event.currentTarget.checked)}
        />
        <span>{text.reconcile.selectAll}</span>
      </label>
      <Show when={count() > 0}>
        <span role="status">{text.reconcile.selected(count())}</span>
        <MarkForm ids={[...props.choice.chosen()]} onMarked={props.onMarked} />
      </Show>
    </div>
  )
}
