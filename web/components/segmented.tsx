import { For } from 'solid-js'
import { afterPaint } from '../after-paint'
import css from './segmented.module.css'

type SegmentedProps<Value extends string> = {
  label: string
  value: Value
  options: readonly { readonly value: Value; readonly label: string }[]
  onChange: (value: Value) => void
}

let count = 0

/** One of a few choices, as radio buttons: arrow keys and screen readers know them. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  count += 1
  const name = `segmented-${count}`
  return (
    <fieldset class={css['group']}>
      <legend class="hidden-text">{props.label}</legend>
      <For each={props.options}>
        {(option) => (
          <label class={css['option']}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={props.value === option.value}
              onChange={() => afterPaint(() => props.onChange(option.value))}
            />
            <span>{option.label}</span>
          </label>
        )}
      </For>
    </fieldset>
  )
}
