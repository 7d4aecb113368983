import { A } from '@solidjs/router'
import { forgotPassword } from '../api'
import { AccessForm } from '../components/access-form'
import { showToast } from '../components/toasts'
import { text } from '../locales/text'

/** Says the same whether or not there is an account. */
export function ForgotPasswordPage() {
  return (
    <AccessForm
      title={text.access.forgot}
      lead={text.access.forgotLead}
      action={text.access.forgotAction}
      to="/sign-in"
      onSubmit={async (form) => {
        await forgotPassword(String(form.get('email')))
        showToast(text.access.forgotDone)
      }}
      foot={<A href="/sign-in">{text.access.toSignInLink}</A>}
    >
      <label class="field">
        <span>{text.access.email}</span>
        <input class="input" name="email" type="email" autocomplete="username" required />
      </label>
    </AccessForm>
  )
}
