import { Show, createSignal } from 'solid-js'
import { text } from '../locales/text'
import { useMay } from '../roles'
import css from './drop-zone.module.css'
import { Icon } from './icon'

const ACCEPTED = '.csv,.xlsx,.zip'

type DropZoneProps = { onFiles: (files: File[]) => void }

/** Takes many files at once, dropped or chosen; not there for whoever may send none. */
export function DropZone(props: DropZoneProps) {
  const may = useMay()
  return (
    <Show when={may('changes')}>
      <Zone onFiles={(files) => props.onFiles(files)} />
    </Show>
  )
}

function Zone(props: DropZoneProps) {
  const [isOver, setOver] = createSignal(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    props.onFiles([...(event.dataTransfer?.files ?? [])])
  }
  return (
    <label
      class={css['zone']}
      classList={{ [css['over'] ?? '']: isOver() }}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        class={css['input']}
        type="file"
        multiple
        accept={ACCEPTED}
        aria-describedby="drop-accepts"
        onChange={(event) => {
          props.onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <span class={css['icon']}>
        <Icon name="upload" />
      </span>
      <span class={css['words']}>
        <Show when={!isOver()} fallback={<strong>{text.imports.dropNow}</strong>}>
          <strong class={css['choose']}>{text.imports.choose}</strong>
          <span class={css['drop']}>{text.imports.drop}</span>
        </Show>
        <small id="drop-accepts">{text.imports.accepts}</small>
      </span>
    </label>
  )
}
