import { query, useNavigate } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { visitSample } from '../../api'
import { welcome } from '../../locales/parts'
import { text } from '../../locales/text'
import { attempt } from '../security/attempt'

/** Opens the sample seller to whoever presses it, without an account. */
export function VisitButton() {
  const navigate = useNavigate()
  const [isBusy, setBusy] = createSignal(false)
  const open = async () => {
    setBusy(true)
    await attempt(async () => {
      await visitSample()
      query.clear()
      navigate('/')
    })
    setBusy(false)
  }
  return (
    <button
      class="button button-primary"
      type="button"
      disabled={isBusy()}
      onClick={() => void open()}
    >
      {isBusy() ? text.visit.opening : welcome.sample}
    </button>
  )
}
