import { useLocation } from '@solidjs/router'
import { Show, createSignal, onMount } from 'solid-js'
import { text } from '../locales/text'
import { findOverview } from '../offline/kept-answers'

/** Without a network, the way to the last overview, unless it is that very page which has no answer. */
export function KeptOverview() {
  const location = useLocation()
  const [search, setSearch] = createSignal<string>()
  onMount(() => void findOverview().then(setSearch, () => undefined))
  const isElsewhere = () => location.pathname !== '/' || location.search !== search()
  return (
    <Show when={search() !== undefined && isElsewhere()}>
      <a class="button button-primary" href={`/${search()}`}>
        {text.offline.keptOverview}
      </a>
    </Show>
  )
}
