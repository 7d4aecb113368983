import { A } from '@solidjs/router'
import { changePassword } from '../api'
import { AccessForm, PasswordField } from '../components/access-form'
import { showToast } from '../components/toasts'
import { text } from '../locales/text'

export function ChangePasswordPage() {
  return (
    <AccessForm
      title={text.access.change}
      lead={text.access.changeLead}
      action={text.access.resetAction}
      to="/settings/security"
      onSubmit={async (form) => {
        await changePassword(String(form.get('password')), String(form.get('newPassword')))
        showToast(text.access.changeDone)
      }}
      foot={<A href="/settings/security">{text.access.toSettings}</A>}
    >
      <PasswordField autocomplete="current-password" />
      <PasswordField
        name="newPassword"
        label={text.access.newPassword}
        autocomplete="new-password"
        hint={text.access.passwordHint}
      />
    </AccessForm>
  )
}
