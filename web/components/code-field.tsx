import { Show } from 'solid-js'

type CodeFieldProps = {
  name: string
  label: string
  hint?: string
  isText?: boolean
  initial?: string
}

/** A code that was read elsewhere: digits, unless `isText`. */
export function CodeField(props: CodeFieldProps) {
  return (
    <div class="field">
      <label for={props.name}>{props.label}</label>
      <input
        class="input"
        id={props.name}
        name={props.name}
        inputmode={props.isText ? 'text' : 'numeric'}
        autocomplete={props.isText ? 'off' : 'one-time-code'}
        autocapitalize="none"
        spellcheck={false}
        maxLength={60}
        aria-describedby={props.hint && `${props.name}-hint`}
        value={props.initial ?? ''}
        required
      />
      <Show when={props.hint}>
        <p class="small muted" id={`${props.name}-hint`}>
          {props.hint}
        </p>
      </Show>
    </div>
  )
}
