import { A, useLocation } from '@solidjs/router'
import { For } from 'solid-js'
import { register } from '../api'
import { AccessForm, PasswordField } from '../components/access-form'
import css from '../components/access-form.module.css'
import { Icon } from '../components/icon'
import { text } from '../locales/text'

export function SignUpPage() {
  const location = useLocation()
  return (
    <AccessForm
      title={text.access.signUp}
      lead={text.access.signUpLead}
      action={text.access.signUpAction}
      onSubmit={(form) =>
        register({
          name: String(form.get('name')).trim(),
          email: String(form.get('email')),
          password: String(form.get('password')),
          isAdult: true,
        })
      }
      foot={
        <>
          {text.access.toSignIn}{' '}
          <A href={`/sign-in${location.search}`}>{text.access.toSignInLink}</A>
        </>
      }
      aside={
        <ul class={css['promises']}>
          <For each={text.access.promises}>
            {(promise) => (
              <li>
                <Icon name="check" small />
                {promise}
              </li>
            )}
          </For>
        </ul>
      }
    >
      <label class="field">
        <span>{text.access.name}</span>
        <input class="input" name="name" autocomplete="name" maxLength={100} required />
      </label>
      <label class="field">
        <span>{text.access.email}</span>
        <input class="input" name="email" type="email" autocomplete="username" required />
      </label>
      <PasswordField autocomplete="new-password" hint={text.access.passwordHint} />
      <label class={css['adult']}>
        <input type="checkbox" name="isAdult" required />
        {text.access.adult}
      </label>
    </AccessForm>
  )
}
