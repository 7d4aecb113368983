import { revalidate } from '@solidjs/router'
import { Show, createSignal, onCleanup, onMount } from 'solid-js'
import { Icon } from '../components/icon'
import { formatInstant } from '../locales/format'
import { text } from '../locales/text'
import { forgetKeptTimes, keptSince } from '../offline/kept-answers'
import css from './kept-line.module.css'

/** Says of what moment the figures are while they are not fresh, and asks again once there is a network. */
export function KeptLine() {
  const [isBusy, setBusy] = createSignal(false)
  const again = async () => {
    if (keptSince() === undefined) return
    setBusy(true)
    forgetKeptTimes()
    await revalidate()
    setBusy(false)
  }
  const onOnline = () => void again()
  onMount(() => window.addEventListener('online', onOnline))
  onCleanup(() => window.removeEventListener('online', onOnline))
  return (
    <div role="status">
      <Show when={keptSince()}>
        {(at) => (
          <p class={css['line']}>
            <Icon name="offline" small />
            <strong>{text.offline.asOf(formatInstant(new Date(at()).toISOString()))}</strong>
            <span>{text.offline.noKept}</span>
            <button class="button" type="button" disabled={isBusy()} onClick={() => void again()}>
              {text.common.retry}
            </button>
          </p>
        )}
      </Show>
    </div>
  )
}
