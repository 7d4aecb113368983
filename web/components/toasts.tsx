import { For, createSignal } from 'solid-js'
import { text } from '../locales/text'
import { Icon } from './icon'
import css from './toasts.module.css'

type Toast = { readonly id: number; readonly message: string; readonly tone: 'good' | 'bad' }

const SHOWN_MS = 6_000
const [toasts, setToasts] = createSignal<readonly Toast[]>([])
let lastId = 0

/** Says something once, to eyes and to screen readers; trouble stays until it is dismissed. */
export function showToast(message: string, tone: Toast['tone'] = 'good'): void {
  lastId += 1
  const toast = { id: lastId, message, tone }
  setToasts((all) => [...all.slice(-3), toast])
  if (tone === 'good') setTimeout(() => dismiss(toast.id), SHOWN_MS)
}

function dismiss(id: number): void {
  setToasts((all) => all.filter((toast) => toast.id !== id))
}

export function Toasts() {
  return (
    <div class={css['stack']} role="status" aria-live="polite">
      <For each={toasts()}>
        {(toast) => (
          <div class={css['toast']} data-tone={toast.tone}>
            <Icon name={toast.tone === 'good' ? 'check' : 'alert'} small />
            <span>{toast.message}</span>
            <button
              class={css['close']}
              type="button"
              aria-label={text.imports.dismiss}
              onClick={() => dismiss(toast.id)}
            >
              <Icon name="close" small />
            </button>
          </div>
        )}
      </For>
    </div>
  )
}
