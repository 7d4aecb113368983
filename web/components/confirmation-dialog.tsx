import { Match, Show, Switch, createSignal, onMount } from 'solid-js'
import { asking } from '../confirmation'
import { text } from '../locales/text'
import { canUsePasskeys } from '../passkey'
import { ApiProblem } from '../request'
import {
  confirmWith,
  confirmWithPasskey,
  readSecondFactors,
  type SecondFactors,
} from '../security-api'
import { PasswordField } from './access-form'
import { CodeField } from './code-field'
import css from './confirm-dialog.module.css'
import { FormDialog } from './form-dialog'

type Means = 'password' | 'code' | 'passkey'

const answer = (isConfirmed: boolean) => asking()?.answer(isConfirmed)

/** Opens when an act needs it, and lets the act go on by itself. */
export function ConfirmationDialog() {
  const [factors, setFactors] = createSignal<SecondFactors>()
  // Until there is an answer, or without one, the password is enough to go on.
  onMount(() => void readSecondFactors().then(setFactors, () => undefined))
  const [means, setMeans] = createSignal<Means>('password')
  const hasPasskey = () => canUsePasskeys() && (factors()?.passkeys ?? 0) > 0
  const hasApp = () => typeof factors()?.authenticatorSince === 'string'

  const submit = async (form: FormData) => {
    try {
      await confirm(form)
    } catch (error) {
      // Whoever must sign in first confirms nothing any more.
      if (error instanceof ApiProblem && error.status === 401) answer(false)
      throw error
    }
  }
  const confirm = async (form: FormData) => {
    if (means() === 'passkey') await confirmWithPasskey()
    else if (means() === 'code') await confirmWith({ totp: String(form.get('confirmCode')) })
    else await confirmWith({ password: String(form.get('confirmPassword')) })
    answer(true)
  }
  return (
    <FormDialog
      title={text.security.confirm}
      detail={text.security.confirmDetail}
      action={means() === 'passkey' ? text.security.usePasskey : text.security.confirmAction}
      onSubmit={submit}
      onClose={() => answer(false)}
      other={
        <Show when={hasApp() || hasPasskey()}>
          <div class={css['others']}>
            <Show when={means() !== 'password'}>
              <Other to="password" />
            </Show>
            <Show when={hasApp() && means() !== 'code'}>
              <Other to="code" />
            </Show>
            <Show when={hasPasskey() && means() !== 'passkey'}>
              <Other to="passkey" />
            </Show>
          </div>
        </Show>
      }
    >
      <Switch>
        <Match when={means() === 'password'}>
          <PasswordField name="confirmPassword" autocomplete="current-password" />
        </Match>
        <Match when={means() === 'code'}>
          <CodeField name="confirmCode" label={text.security.appCode} />
        </Match>
      </Switch>
    </FormDialog>
  )

  function Other(props: { to: Means }) {
    return (
      <button class="button button-quiet" type="button" onClick={() => setMeans(props.to)}>
        {text.security.means[props.to]}
      </button>
    )
  }
}
