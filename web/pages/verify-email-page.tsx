import { askForCode, verifyEmail } from '../api'
import { AccessForm } from '../components/access-form'
import { troubleWords } from '../components/face'
import { showToast } from '../components/toasts'
import { text } from '../locales/text'

async function resend(): Promise<void> {
  try {
    await askForCode()
    showToast(text.access.codeSent)
  } catch (error) {
    showToast(troubleWords(error).detail, 'bad')
  }
}

export function VerifyEmailPage() {
  return (
    <AccessForm
      title={text.access.verify}
      lead={text.access.verifyLead}
      action={text.access.verifyAction}
      onSubmit={(form) => verifyEmail(String(form.get('code')))}
      foot={
        <button class="button" type="button" onClick={() => void resend()}>
          {text.access.sendCode}
        </button>
      }
    >
      <label class="field">
        <span>{text.access.code}</span>
        <input
          class="input"
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxLength={20}
          required
        />
      </label>
    </AccessForm>
  )
}
