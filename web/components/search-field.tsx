import { Icon } from './icon'
import css from './search-field.module.css'

const TYPING_PAUSE_MS = 300

/** A search that asks once the typing pauses. */
export function SearchField(props: {
  label: string
  value: string
  onSearch: (words: string) => void
}) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const type = (words: string) => {
    clearTimeout(timer)
    timer = setTimeout(() => props.onSearch(words.trim()), TYPING_PAUSE_MS)
  }
  return (
    <label class={css['search']}>
      <Icon name="search" small />
      <span class="hidden-text">{props.label}</span>
      <input
        class="input"
        type="search"
        placeholder={props.label}
        value={props.value}
        onInput={(event) => type(event.currentTarget.value)}
      />
    </label>
  )
}
