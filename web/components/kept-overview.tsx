import { useLocation } from '@solidjs/router'
import { Show, createResource } from 'solid-js'
import { text } from '../locales/text'
import { findOverview } from '../offline/kept-answers'

/** Without a network, the way to the last overview, unless it is that very page which has no answer. */
export function KeptOverview() {
  const location = useLocation()
  const [search] = createResource(() => findOverview().catch(() => undefined))
  const isElsewhere = () => location.pathname !== '/' || location.search !== search()
  return (
    <Show when={search() !== undefined && isElsewhere()}>
      <a class="button button-primary" href={`/${search()}`}>
        {text.offline.keptOverview}
      </a>
    </Show>
  )
}
