import { A, createAsync, query, useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { loadMe, signOut } from '../api'
import { text } from '../locales/text'
import { attempt } from '../pages/security/attempt'
import { Quiet } from './face'
import css from './visit-notice.module.css'

/** Says on every screen that these figures are the sample's, and where one's own begin. */
export function VisitNotice() {
  return (
    <Quiet>
      <Notice />
    </Quiet>
  )
}

function Notice() {
  const me = createAsync(() => loadMe())
  const navigate = useNavigate()
  const leave = () =>
    attempt(async () => {
      await signOut()
      query.clear()
      navigate('/welcome', { replace: true })
    })
  return (
    <Show when={me()?.workspace.role === 'visitor'}>
      <p class={css['notice']}>
        <span>{text.visit.notice}</span>
        <A href="/sign-up">{text.visit.own}</A>
        <button class={css['link']} type="button" onClick={() => void leave()}>
          {text.visit.leave}
        </button>
      </p>
    </Show>
  )
}
