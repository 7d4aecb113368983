import { useNavigate } from '@solidjs/router'
import { Show, createSignal } from 'solid-js'
import { text } from '../locales/text'
import { useMay } from '../roles'
import { sendSample } from '../uploads/sample'
import { showToast } from './toasts'

export function SampleButton() {
  const navigate = useNavigate()
  const may = useMay()
  const [isBusy, setBusy] = createSignal(false)
  const start = async () => {
    setBusy(true)
    try {
      await sendSample()
      navigate('/imports')
    } catch {
      showToast(text.imports.sample.failed, 'bad')
    } finally {
      setBusy(false)
    }
  }
  return (
    <Show when={may('changes')}>
      <button
        class="button button-primary"
        type="button"
        disabled={isBusy()}
        onClick={() => void start()}
      >
        {isBusy() ? text.imports.sample.busy : text.imports.sample.action}
      </button>
    </Show>
  )
}
