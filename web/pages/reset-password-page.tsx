import { A, useLocation } from '@solidjs/router'
import { resetPassword } from '../api'
import { AccessForm, PasswordField } from '../components/access-form'
import { showToast } from '../components/toasts'
import { text } from '../locales/text'

/** Reached by the mailed link; its token stands behind the #. */
export function ResetPasswordPage() {
  const location = useLocation()
  return (
    <AccessForm
      title={text.access.reset}
      lead={text.access.resetLead}
      action={text.access.resetAction}
      to="/sign-in"
      onSubmit={async (form) => {
        await resetPassword(location.hash.slice(1), String(form.get('password')))
        showToast(text.access.resetDone)
      }}
      foot={<A href="/forgot-password">{text.access.resetAgain}</A>}
    >
      <PasswordField autocomplete="new-password" hint={text.access.passwordHint} />
    </AccessForm>
  )
}
