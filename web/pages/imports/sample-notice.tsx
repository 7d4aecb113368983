import { SAMPLE_FILES, SAMPLE_SUPPLIER_ID } from '#core/sample-seller'
import { createAsync, revalidate } from '@solidjs/router'
import { Match, Show, Suspense, Switch, createSignal, lazy } from 'solid-js'
import { loadMe, undoUpload } from '../../api'
import type { Upload } from '../../api-shapes'
import { troubleWords } from '../../components/face'
import { SampleButton } from '../../components/sample-button'
import { showToast } from '../../components/toasts'
import { text } from '../../locales/text'
import { useMay } from '../../roles'
import { outgoing } from '../../uploads/outgoing'
import css from './imports.module.css'

const ConfirmDialog = lazy(() =>
  import('../../components/confirm-dialog').then((module) => ({ default: module.ConfirmDialog })),
)

/** Offers the sample to a newcomer, and says plainly when the figures are the sample's. */
export function SampleNotice(props: { uploads: readonly Upload[] }) {
  const me = createAsync(() => loadMe())
  const may = useMay()
  const [isAsking, setAsking] = createSignal(false)
  const sampleUploads = () => {
    const store = me()?.stores.find(({ supplierId }) => supplierId === SAMPLE_SUPPLIER_ID)
    const names: readonly string[] = SAMPLE_FILES
    return props.uploads.filter(
      ({ storeId, filename }) => names.includes(filename) && (!store || storeId === store.id),
    )
  }
  const remove = async () => {
    try {
      for (const { id } of sampleUploads()) await undoUpload(id)
      showToast(text.imports.sample.removed)
    } catch (error) {
      showToast(troubleWords(error).detail, 'bad')
    }
    await revalidate()
  }
  return (
    <Switch>
      <Match when={sampleUploads().length > 0}>
        <div class={css['sample']}>
          <p>{text.imports.sample.loaded}</p>
          <Show when={may('changes')}>
            <button class="button" type="button" onClick={() => setAsking(true)}>
              {text.imports.sample.remove}
            </button>
          </Show>
        </div>
        <Show when={isAsking()}>
          <Suspense>
            <ConfirmDialog
              open
              title={text.imports.sample.removeTitle}
              detail={text.imports.sample.removeDetail}
              action={text.imports.sample.remove}
              onConfirm={() => void remove()}
              onClose={() => setAsking(false)}
            />
          </Suspense>
        </Show>
      </Match>
      <Match when={may('changes') && props.uploads.length === 0 && outgoing().length === 0}>
        <div class={css['sample']}>
          <p>{text.imports.sample.detail}</p>
          <SampleButton />
        </div>
      </Match>
    </Switch>
  )
}
