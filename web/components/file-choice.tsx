import { createSignal, createUniqueId, type JSX } from 'solid-js'
import css from './file-choice.module.css'
import { Icon } from './icon'

type FileChoiceProps = {
  /** What to do, or what is being done. */
  label: JSX.Element
  /** Which files it takes, for a person and for the browser. */
  accepts: string
  types: string
  isClosed: boolean
  onFile: (file: File | undefined) => void
}

/** One file, chosen or dropped. */
export function FileChoice(props: FileChoiceProps) {
  const [isOver, setOver] = createSignal(false)
  const id = createUniqueId()
  const over = (event: DragEvent, is: boolean) => {
    event.preventDefault()
    setOver(is && !props.isClosed)
  }
  return (
    <label
      class={css['choice']}
      classList={{ [css['over'] ?? '']: isOver() }}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false)
        if (!props.isClosed) props.onFile(event.dataTransfer?.files[0])
      }}
    >
      <input
        class="hidden-text"
        type="file"
        accept={props.types}
        disabled={props.isClosed}
        aria-describedby={id}
        onChange={(event) => {
          props.onFile(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      <Icon name="upload" />
      <span>
        <strong>{props.label}</strong>
        <small id={id}>{props.accepts}</small>
      </span>
    </label>
  )
}
