import { Show, createSignal } from 'solid-js'
import { text } from '../locales/text'
import { isNewer, loadNewer, registerWorker } from '../offline/register'
import css from './newer-version.module.css'

void registerWorker()

/** Never reloads by itself: somebody may be typing. */
export function NewerVersion() {
  const [isBusy, setBusy] = createSignal(false)
  const load = () => {
    setBusy(true)
    void loadNewer()
  }
  return (
    <div role="status">
      <Show when={isNewer()}>
        <div class={css['notice']}>
          <div>
            <p class={css['title']}>{text.faces.reload.title}</p>
            <p class="small muted">{text.faces.reload.detail}</p>
          </div>
          <button class="button button-primary" type="button" disabled={isBusy()} onClick={load}>
            {text.faces.reload.action}
          </button>
        </div>
      </Show>
    </div>
  )
}
