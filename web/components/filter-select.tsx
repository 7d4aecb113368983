import { For } from 'solid-js'
import css from './filter-select.module.css'

type FilterSelectProps<Value extends string> = {
  label: string
  value: Value | '' | undefined
  options: readonly { readonly value: Value | ''; readonly label: string }[]
  /** Nothing is chosen where the value is empty. */
  onChoose: (value: Value | null) => void
  /** Where there is no table head to sort by. */
  onPhoneOnly?: boolean
}

/** One of a few, for which the place in the filters says what it is of. */
export function FilterSelect<Value extends string>(props: FilterSelectProps<Value>) {
  const choose = (text: string) => {
    const chosen = props.options.find(({ value }) => value === text)
    props.onChoose(chosen?.value || null)
  }
  return (
    <label class={css['choice']} data-phone={props.onPhoneOnly}>
      <span class="hidden-text">{props.label}</span>
      <select
        class={`input ${css['select']}`}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === (props.value ?? '')}>
              {option.label}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}
