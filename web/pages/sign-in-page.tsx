import { A, useLocation } from '@solidjs/router'
import { Match, Show, Switch, createSignal } from 'solid-js'
import { signIn } from '../api'
import { AccessForm, PasswordField } from '../components/access-form'
import { CodeField } from '../components/code-field'
import { text } from '../locales/text'
import { canUsePasskeys } from '../passkey'
import { ApiProblem } from '../request'
import { type Credentials, signInWithPasskey, signInWithPasswordAndPasskey } from '../security-api'

/** The password first; a second step only for who has one, and only after the right password. */
export function SignInPage() {
  const [proven, setProven] = createSignal<Credentials>()
  return (
    <Show when={proven()} fallback={<FirstStep onProven={setProven} />}>
      {(credentials) => <SecondStep credentials={credentials()} onAgain={() => setProven()} />}
    </Show>
  )
}

const ended = () => [text.faces.signedOut.title, text.faces.signedOut.detail].join(text.common.dot)

function FirstStep(props: { onProven: (credentials: Credentials) => void }) {
  const location = useLocation()
  const hasEnded = () => new URLSearchParams(location.search).has('ended')
  const submit = async (form: FormData) => {
    const credentials = {
      email: String(form.get('email')),
      password: String(form.get('password')),
    }
    try {
      await signIn(credentials)
      return undefined
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'mfa-required') throw error
      props.onProven(credentials)
      return 'stay'
    }
  }
  return (
    <AccessForm
      title={text.access.signIn}
      lead={hasEnded() ? ended() : text.access.signInLead}
      action={text.access.signInAction}
      onSubmit={submit}
      other={
        canUsePasskeys()
          ? { label: text.security.signInWithPasskey, act: signInWithPasskey }
          : undefined
      }
      foot={
        <>
          {text.access.toSignUp}{' '}
          <A href={`/sign-up${location.search}`}>{text.access.toSignUpLink}</A>
        </>
      }
    >
      <label class="field">
        <span>{text.access.email}</span>
        <input class="input" name="email" type="email" autocomplete="username" required />
      </label>
      <PasswordField autocomplete="current-password" />
      <A href="/forgot-password">{text.access.toForgot}</A>
    </AccessForm>
  )
}

function SecondStep(props: { credentials: Credentials; onAgain: () => void }) {
  const [hasPhone, setHasPhone] = createSignal(true)
  return (
    <AccessForm
      title={text.security.secondTitle}
      lead={hasPhone() ? text.security.secondLead : text.security.recoveryLead}
      action={text.access.signInAction}
      onSubmit={(form) => signIn({ ...props.credentials, totp: String(form.get('totp')) })}
      other={
        canUsePasskeys()
          ? {
              label: text.security.usePasskey,
              act: () => signInWithPasswordAndPasskey(props.credentials),
            }
          : undefined
      }
      foot={
        <>
          <button
            class="button button-quiet"
            type="button"
            onClick={() => setHasPhone(!hasPhone())}
          >
            {hasPhone() ? text.security.useRecovery : text.security.useApp}
          </button>
          <button class="button button-quiet" type="button" onClick={() => props.onAgain()}>
            {text.security.startAgain}
          </button>
        </>
      }
    >
      <Switch>
        <Match when={hasPhone()}>
          <CodeField name="totp" label={text.security.appCode} />
        </Match>
        <Match when={!hasPhone()}>
          <CodeField name="totp" label={text.security.recoveryCode} isText />
        </Match>
      </Switch>
    </AccessForm>
  )
}
