import { createAsync } from '@solidjs/router'
import { For } from 'solid-js'
import { loadSecurityEvents } from '../../api'
import { formatInstant } from '../../locales/format'
import { text } from '../../locales/text'
import css from '../settings/settings.module.css'

const EVENTS_SHOWN = 10

export function SecurityEvents() {
  const events = createAsync(() => loadSecurityEvents())
  return (
    <For
      each={events()?.items.slice(0, EVENTS_SHOWN)}
      fallback={<p class="muted">{text.settings.noEvents}</p>}
    >
      {({ kind, at, place }) => (
        <div class={css['row']}>
          <div>
            <p>{text.settings.event[kind]}</p>
            <p class="small muted">{text.settings.eventAt(formatInstant(at), place)}</p>
          </div>
        </div>
      )}
    </For>
  )
}
