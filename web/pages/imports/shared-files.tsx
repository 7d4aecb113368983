import { useSearchParams } from '@solidjs/router'
import { For, Show, createSignal, onMount } from 'solid-js'
import { FileName } from '../../components/file-name'
import { text } from '../../locales/text'
import { listShared, removeShared, sendShared, type SharedFile } from '../../offline/shared-files'
import { REFUSALS } from '../../offline/stores'
import { retryStranded } from '../../uploads/outgoing'
import css from './imports.module.css'

// The installed app gets files only from the phone's own share sheet. To a tab any page of the web could
// post a form with files in it, so there the person says first that they are theirs.
const isInstalled = () => window.matchMedia('(display-mode: standalone)').matches

/** What another app shared with this one: sent at once, or after one press. */
export function SharedFiles() {
  const [search, setSearch] = useSearchParams<{ shared: string }>()
  const [files, setFiles] = createSignal<readonly SharedFile[]>([])
  const refusal = () => REFUSALS.find((each) => each === search.shared)
  const take = () => {
    sendShared(files())
    setFiles([])
    setSearch({ shared: null }, { replace: true })
  }
  const remove = async () => {
    await removeShared(files())
    setFiles([])
    setSearch({ shared: null }, { replace: true })
  }
  onMount(async () => {
    retryStranded()
    setFiles(await listShared().catch(() => []))
    if (files().length > 0 && isInstalled()) take()
  })
  return (
    <>
      <Show when={refusal()}>
        {(reason) => (
          <p class={css['sample']} role="alert">
            {text.offline.shared[reason()]}
          </p>
        )}
      </Show>
      <Show when={files().length > 0}>
        <section class={css['sample']} aria-label={text.offline.shared.label}>
          <div>
            <p>{text.offline.shared.title(files().length)}</p>
            <ul>
              <For each={files()}>
                {({ file }) => (
                  <li class="small">
                    <FileName name={file.name} />
                  </li>
                )}
              </For>
            </ul>
            <p class="small muted">{text.offline.shared.detail}</p>
            <Show when={!navigator.onLine}>
              <p class="small muted">{text.offline.shared.waiting}</p>
            </Show>
          </div>
          <div class={css['sharedActions']}>
            <button class="button button-primary" type="button" onClick={take}>
              {text.offline.shared.take}
            </button>
            <button class="button" type="button" onClick={() => void remove()}>
              {text.offline.shared.remove}
            </button>
          </div>
        </section>
      </Show>
    </>
  )
}
