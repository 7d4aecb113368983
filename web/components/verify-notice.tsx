import { A, createAsync, useLocation } from '@solidjs/router'
import { Show } from 'solid-js'
import { loadMe } from '../api'
import { text } from '../locales/text'
import { Quiet } from './face'
import css from './verify-notice.module.css'

/** A calm line until the address is verified: without it, a forgotten password is a lost account. */
export function VerifyNotice() {
  return (
    <Quiet>
      <Notice />
    </Quiet>
  )
}

function Notice() {
  const me = createAsync(() => loadMe())
  const location = useLocation()
  const back = () => encodeURIComponent(`${location.pathname}${location.search}`)
  return (
    <Show when={me()?.user.emailVerified === false}>
      <p class={css['notice']}>
        {text.visit.notVerified}{' '}
        <A href={`/verify-email?back=${back()}`}>{text.visit.notVerifiedLink}</A>
      </p>
    </Show>
  )
}
