import { createAsync } from '@solidjs/router'
import { Show, createSignal } from 'solid-js'
import { checkArchive, loadArchiveSize } from '../../api'
import { Part, troubleWords } from '../../components/face'
import { Icon } from '../../components/icon'
import { Skeleton } from '../../components/skeleton'
import { showToast } from '../../components/toasts'
import { text } from '../../locales/text'
import { apiUrl } from '../../api-url'
import css from '../settings/settings.module.css'

/** Everything in one ZIP. The person confirms first; then the browser itself saves what is sent. */
export function ArchiveCard() {
  return (
    <section class={`card ${css['section']}`}>
      <h2>{text.exports.archive}</h2>
      <p class="muted">{text.exports.archiveDetail}</p>
      <Part loading={<Skeleton shape="lines" />}>
        <Download />
      </Part>
    </section>
  )
}

function Download() {
  const size = createAsync(() => loadArchiveSize())
  const [isChecking, setChecking] = createSignal(false)
  let form: HTMLFormElement | undefined
  const start = async () => {
    setChecking(true)
    try {
      await checkArchive()
      // A form, and not a script, receives it: an archive may be larger than a page's memory.
      form?.submit()
    } catch (error) {
      showToast(troubleWords(error).detail, 'bad')
    } finally {
      setChecking(false)
    }
  }
  return (
    <Show when={size()}>
      {(known) => (
        <>
          <div class={css['row']}>
            <p>{text.exports.archiveSize(known().files, megabytes(known().bytes))}</p>
            <button
              class="button"
              type="button"
              disabled={isChecking()}
              onClick={() => void start()}
            >
              <Icon name="download" small />
              {text.exports.archiveAction}
            </button>
          </div>
          <Show when={known().isWithoutRows}>
            <p class="small muted">{text.exports.archiveWithoutRows}</p>
          </Show>
          <form
            ref={(element) => (form = element)}
            method="post"
            action={apiUrl('/export/archive')}
          />
        </>
      )}
    </Show>
  )
}

const MEGABYTE = 1_000_000

/** With one decimal, and never nothing for something. */
function megabytes(bytes: number): string {
  return (Math.ceil((bytes / MEGABYTE) * 10) / 10).toFixed(1)
}
