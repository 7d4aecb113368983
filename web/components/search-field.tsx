import { useSearchParams } from '@solidjs/router'
import { onCleanup } from 'solid-js'
import { Icon } from './icon'
import css from './search-field.module.css'

const TYPING_PAUSE_MS = 300

/** A search that stands in the address as `q`, once the typing pauses. */
export function SearchField(props: { label: string }) {
  const [search, setSearch] = useSearchParams<{ q: string }>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const type = (words: string) => {
    clearTimeout(timer)
    timer = setTimeout(
      () => setSearch({ q: words.trim() || null }, { replace: true }),
      TYPING_PAUSE_MS,
    )
  }
  onCleanup(() => clearTimeout(timer))
  return (
    <label class={css['search']}>
      <Icon name="search" small />
      <span class="hidden-text">{props.label}</span>
      <input
        class="input"
        type="search"
        placeholder={props.label}
        value={search.q ?? ''}
        onInput={(event) => type(event.currentTarget.value)}
      />
    </label>
  )
}
