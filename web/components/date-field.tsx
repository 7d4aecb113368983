import { createSignal, createRenderEffect, type JSX, Show, splitProps } from 'solid-js'
import { formatDay } from '../locales/format'
import css from './date-field.module.css'

type DateFieldProps = Omit<
  JSX.InputHTMLAttributes<HTMLInputElement>,
  'type' | 'class' | 'onInput'
> & {
  /** A day as `2026-08-05`; empty where none is chosen. */
  value: string
}

/**
 * The browser's own date field and picker. A browser writes 5 August as its own settings say, which may be
 * 08/05: until it is being edited, our words lie over it. They are drawn, not read out: the field says itself.
 */
export function DateField(props: DateFieldProps) {
  const [, others] = splitProps(props, ['value'])
  const [day, setDay] = createSignal('')
  createRenderEffect(() => setDay(props.value))
  return (
    <span class={css['field']}>
      <input
        {...others}
        class="input"
        type="date"
        value={props.value}
        onInput={(event) => setDay(event.currentTarget.value)}
      />
      <Show when={day()}>
        {(chosen) => (
          <span class={css['shown']} data-day={formatDay(chosen())} aria-hidden="true" />
        )}
      </Show>
    </span>
  )
}
