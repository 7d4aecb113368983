import { A, createAsync } from '@solidjs/router'
import { Match, Show, Switch, createSignal, untrack } from 'solid-js'
import { loadMe } from '../../api'
import type { Me } from '../../api-shapes'
import { CodeField } from '../../components/code-field'
import { FormDialog } from '../../components/form-dialog'
import { showToast } from '../../components/toasts'
import { text } from '../../locales/text'
import { askForEmailChange, changeMe, confirmEmailChange } from '../../security-api'
import css from '../settings/settings.module.css'
import { refresh } from './refresh'

export function Person() {
  const me = createAsync(() => loadMe())
  const [open, setOpen] = createSignal<'name' | 'email'>()
  return (
    <Show when={me()?.user}>
      {(user) => (
        <>
          <div class={`${css['row']} ${css['line']}`}>
            <div>
              <p class="small muted">{text.security.name}</p>
              <p>{user().name}</p>
            </div>
            <button class="button" type="button" onClick={() => setOpen('name')}>
              {text.security.change}
              <span class="hidden-text">{text.security.name}</span>
            </button>
          </div>
          <div class={`${css['row']} ${css['line']}`}>
            <div>
              <p class="small muted">{text.security.email}</p>
              <p>{user().email}</p>
              <Show when={!user().emailVerified}>
                <p class="small">
                  <A href="/verify-email?back=/settings/security">
                    {text.security.emailNotVerified}
                  </A>
                </p>
              </Show>
            </div>
            <button class="button" type="button" onClick={() => setOpen('email')}>
              {text.security.change}
              <span class="hidden-text">{text.security.email}</span>
            </button>
          </div>
          <div class={`${css['row']} ${css['line']}`}>
            <div>
              <p>{text.security.password}</p>
              <p class="small muted">{text.security.passwordDetail}</p>
            </div>
            <A class="button" href="/change-password">
              {text.security.change}
              <span class="hidden-text">{text.security.password}</span>
            </A>
          </div>
          <Switch>
            <Match when={open() === 'name'}>
              <NameDialog user={user()} onClose={() => setOpen()} />
            </Match>
            <Match when={open() === 'email'}>
              <EmailDialog onClose={() => setOpen()} />
            </Match>
          </Switch>
        </>
      )}
    </Show>
  )
}

function NameDialog(props: { user: Me['user']; onClose: () => void }) {
  // Read once: news of the person must not overwrite what is being typed.
  const name = untrack(() => props.user.name)
  return (
    <FormDialog
      title={text.security.changeName}
      action={text.security.save}
      onClose={() => props.onClose()}
      onSubmit={async (form) => {
        await changeMe({ name: String(form.get('name')).trim() })
        props.onClose()
        showToast(text.security.saved)
        await refresh()
      }}
    >
      <label class="field">
        <span>{text.security.name}</span>
        <input
          class="input"
          name="name"
          autocomplete="name"
          maxLength={100}
          value={name}
          required
        />
      </label>
    </FormDialog>
  )
}

/** Two steps in one dialog: which address, and the code that went there. */
function EmailDialog(props: { onClose: () => void }) {
  const [email, setEmail] = createSignal('')
  const submit = async (form: FormData) => {
    if (email() === '') {
      const wanted = String(form.get('newEmail'))
      await askForEmailChange(wanted)
      setEmail(wanted)
      return
    }
    await confirmEmailChange(String(form.get('emailCode')))
    props.onClose()
    showToast(text.security.emailChanged)
    await refresh()
  }
  return (
    <FormDialog
      title={text.security.changeEmail}
      detail={email() ? text.security.typeCode(email()) : text.security.changeEmailDetail}
      action={email() ? text.security.changeEmail : text.security.mailCode}
      onClose={() => props.onClose()}
      onSubmit={submit}
    >
      <Show
        when={email()}
        fallback={
          <label class="field">
            <span>{text.security.newEmail}</span>
            <input class="input" name="newEmail" type="email" autocomplete="email" required />
          </label>
        }
      >
        <CodeField name="emailCode" label={text.access.code} />
      </Show>
    </FormDialog>
  )
}
