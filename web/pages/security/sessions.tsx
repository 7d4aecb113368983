import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { endSession, loadSessions } from '../../api'
import type { Session } from '../../api-shapes'
import { showToast } from '../../components/toasts'
import { formatInstant } from '../../locales/format'
import { text } from '../../locales/text'
import { endOtherSessions } from '../../security-api'
import css from '../settings/settings.module.css'
import { attempt } from './attempt'
import { refresh } from './refresh'

const end = ({ id }: Session) =>
  attempt(async () => {
    await endSession(id)
    showToast(text.settings.ended)
    await refresh()
  })

const endOthers = () =>
  attempt(async () => {
    await endOtherSessions()
    showToast(text.security.othersEnded)
    await refresh()
  })

export function Sessions() {
  const sessions = createAsync(() => loadSessions())
  return (
    <>
      <For each={sessions()?.items}>
        {(session) => (
          <div class={`${css['row']} ${css['line']}`}>
            <div>
              <p>{session.isCurrent ? text.settings.thisSession : text.settings.otherDevice}</p>
              <p class="small muted">{text.settings.since(formatInstant(session.createdAt))}</p>
            </div>
            <Show when={!session.isCurrent}>
              <button
                class="button"
                type="button"
                aria-label={text.settings.endLabel}
                onClick={() => void end(session)}
              >
                {text.settings.end}
              </button>
            </Show>
          </div>
        )}
      </For>
      <Show when={(sessions()?.items.length ?? 0) > 1}>
        <div class={`${css['row']} ${css['line']}`}>
          <button class="button" type="button" onClick={() => void endOthers()}>
            {text.security.endOthers}
          </button>
        </div>
      </Show>
    </>
  )
}
