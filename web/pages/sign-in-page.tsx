import { A, useLocation } from '@solidjs/router'
import { signIn } from '../api'
import { AccessForm, PasswordField } from '../components/access-form'
import { text } from '../locales/text'

export function SignInPage() {
  const location = useLocation()
  return (
    <AccessForm
      title={text.access.signIn}
      lead={text.access.signInLead}
      action={text.access.signInAction}
      onSubmit={(form) =>
        signIn({ email: String(form.get('email')), password: String(form.get('password')) })
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
