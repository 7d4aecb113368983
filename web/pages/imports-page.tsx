import { A, createAsync, revalidate } from '@solidjs/router'
import { For, Show, Suspense, createSignal, lazy, onCleanup, onMount } from 'solid-js'
import { loadUploads, undoUpload } from '../api'
import type { Page as PageOf, Upload } from '../api-shapes'
import { DropZone } from '../components/drop-zone'
import { Part, Quiet, troubleWords } from '../components/face'
import { FileGuide } from '../components/file-guide'
import { Later } from '../components/later'
import { Page } from '../components/page'
import { Skeleton } from '../components/skeleton'
import { showToast } from '../components/toasts'
import { StoreSwitch } from '../components/toolbar'
import { useFilters } from '../filters'
import { text } from '../locales/text'
import { useMay } from '../roles'
import { outgoing, sendFiles } from '../uploads/outgoing'
import { isSending } from '../uploads/sending'
import { watchUploads } from '../uploads/watch-uploads'
import { CoverageCalendar } from './imports/coverage-calendar'
import css from './imports/imports.module.css'
import { createOlderUploads } from './imports/older-uploads'
import { SampleNotice } from './imports/sample-notice'
import { UploadRow } from './imports/upload-row'

const ConfirmDialog = lazy(() =>
  import('../components/confirm-dialog').then((module) => ({ default: module.ConfirmDialog })),
)

// One file, which comes with what is drawn after the first sight.
const OutgoingRows = lazy(() =>
  import('./imports/outgoing-rows').then((module) => ({ default: module.OutgoingRows })),
)
const SharedFiles = lazy(() =>
  import('./imports/shared-files').then((module) => ({ default: module.SharedFiles })),
)

// Leaving this page keeps sending; closing the tab would not.
function warn(event: BeforeUnloadEvent): void {
  if (isSending()) event.preventDefault()
}

async function undo(upload: Upload): Promise<void> {
  try {
    await undoUpload(upload.id)
    showToast(text.imports.undone(upload.filename))
    await revalidate()
  } catch (error) {
    showToast(troubleWords(error).detail, 'bad')
  }
}

export function ImportsPage() {
  const uploads = createAsync(() => loadUploads())
  const may = useMay()
  const { filters } = useFilters()
  watchUploads(() => uploads.latest?.items)
  onMount(() => window.addEventListener('beforeunload', warn))
  onCleanup(() => window.removeEventListener('beforeunload', warn))
  return (
    <Page
      title={text.imports.title}
      lead={text.imports.intro}
      tools={
        <>
          <Quiet>
            <StoreSwitch />
          </Quiet>
          <A class="button button-quiet" href="/exports">
            {text.nav.exports}
          </A>
        </>
      }
    >
      <Quiet>
        <Later>
          <SharedFiles />
        </Later>
      </Quiet>
      <DropZone onFiles={(files) => sendFiles(files, { store: filters().store })} />
      <Show when={outgoing().length > 0}>
        <ul class={`card ${css['list']}`}>
          <Part loading={undefined}>
            <OutgoingRows />
          </Part>
        </ul>
      </Show>
      <Show when={may('figures')}>
        <Quiet>
          <CoverageCalendar />
        </Quiet>
      </Show>
      <Part loading={<Skeleton shape="rows" />}>
        <Show when={uploads()}>{(page) => <Received page={page()} />}</Show>
      </Part>
    </Page>
  )
}

function Received(props: { page: PageOf<Upload> }) {
  const list = createOlderUploads(() => props.page)
  const [undoing, setUndoing] = createSignal<Upload>()
  return (
    <>
      <SampleNotice uploads={props.page.items} />
      <Show when={list.items().length > 0}>
        <section class={css['received']}>
          <h2>{text.imports.received}</h2>
          <ul class={`card ${css['list']}`}>
            <For each={list.items()}>
              {(upload) => <UploadRow upload={upload} onUndo={() => setUndoing(upload)} />}
            </For>
          </ul>
          <Show when={list.hasMore()}>
            <Show when={list.error()}>
              {(error) => <p role="alert">{troubleWords(error()).title}</p>}
            </Show>
            <button
              class="button"
              type="button"
              disabled={list.isBusy()}
              onClick={() => void list.loadMore()}
            >
              {list.isBusy() ? text.common.loadingMore : text.imports.older}
            </button>
          </Show>
        </section>
      </Show>
      <Show when={props.page.items.length === 0 && outgoing().length === 0}>
        <FileGuide />
      </Show>
      <Show when={undoing()}>
        {(upload) => (
          <Suspense>
            <ConfirmDialog
              open
              title={text.imports.undoTitle}
              detail={text.imports.undoDetail(upload().filename)}
              action={text.imports.undo}
              onConfirm={() => void undo(upload()).then(list.reset)}
              onClose={() => setUndoing(undefined)}
            />
          </Suspense>
        )}
      </Show>
    </>
  )
}
