import { A, query, useNavigate, useSearchParams } from '@solidjs/router'
import { type JSX, Show, createRenderEffect, createSignal } from 'solid-js'
import { text } from '../locales/text'
import { ApiProblem } from '../request'
import css from './access-form.module.css'
import { BrandMark } from './brand-mark'
import { troubleWords } from './face'
import { Icon } from './icon'
import { LanguageChoice } from './language-choice'

type AccessFormProps = {
  title: string
  lead: string
  action: string
  /** `stay`: there is another step before the person is led on. */
  onSubmit: (form: FormData) => Promise<void | 'stay'>
  /** Another way to the same end, without the fields. */
  other?: { readonly label: string; readonly act: () => Promise<void | 'stay'> } | undefined
  children: JSX.Element
  foot: JSX.Element
  /** Where it leads when done; otherwise back to where the person was going. */
  to?: string
  aside?: JSX.Element
}

/** Sign in and sign up: one card, one button, and back to where the person was going. */
export function AccessForm(props: AccessFormProps) {
  const [search] = useSearchParams<{ back: string }>()
  const navigate = useNavigate()
  const [isBusy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<unknown>()
  createRenderEffect(() => {
    document.title = text.common.title(props.title)
  })
  const run = async (act: () => Promise<void | 'stay'>) => {
    if (isBusy()) return
    setBusy(true)
    setProblem(undefined)
    try {
      if ((await act()) === 'stay') return
      // What the last person saw must not greet this one.
      query.clear()
      navigate(props.to ?? safeBack(search.back), { replace: true })
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    void run(() => props.onSubmit(form))
  }
  return (
    <main class={css['place']}>
      <div class={css['column']}>
        <div class={css['top']}>
          <A class={css['brand']} href="/welcome">
            <BrandMark size={32} />
            {text.brand}
          </A>
          <LanguageChoice isSignedIn={false} />
        </div>
        <h1>{props.title}</h1>
        <p class={css['lead']}>{props.lead}</p>
        <form class={css['form']} onSubmit={submit}>
          {props.children}
          <Show when={problem()}>{(error) => <Problem error={error()} />}</Show>
          <button class="button button-primary" type="submit" disabled={isBusy()}>
            {isBusy() ? text.common.working : props.action}
          </button>
          <Show when={props.other}>
            {(other) => (
              <button
                class="button"
                type="button"
                disabled={isBusy()}
                onClick={() => void run(other().act)}
              >
                {other().label}
              </button>
            )}
          </Show>
        </form>
        <p class={css['foot']}>{props.foot}</p>
        {props.aside}
      </div>
    </main>
  )
}

function Problem(props: { error: unknown }) {
  const words = () => troubleWords(props.error)
  const fields = () => (props.error instanceof ApiProblem ? props.error.fields : [])
  return (
    <p class={css['problem']} role="alert">
      {fields()
        .map(({ detail }) => detail)
        .join(' ') || words().detail}
    </p>
  )
}

/** Only a path of our own: `//elsewhere` and full addresses would lead out. */
export function safeBack(back: string | undefined): string {
  return back && /^\/(?![/\\])/.test(back) ? back : '/'
}

type PasswordFieldProps = { autocomplete: string; hint?: string; name?: string; label?: string }

export function PasswordField(props: PasswordFieldProps) {
  const name = () => props.name ?? 'password'
  const [isShown, setShown] = createSignal(false)
  return (
    <div class="field">
      <label for={name()}>{props.label ?? text.access.password}</label>
      <div class={css['password']}>
        <input
          class="input"
          id={name()}
          name={name()}
          type={isShown() ? 'text' : 'password'}
          autocomplete={props.autocomplete}
          aria-describedby={props.hint && `${name()}-hint`}
          minLength={props.hint ? 8 : undefined}
          maxLength={256}
          required
        />
        <button
          class="icon-button"
          type="button"
          aria-label={isShown() ? text.access.hidePassword : text.access.showPassword}
          onClick={() => setShown(!isShown())}
        >
          <Icon name={isShown() ? 'eye-off' : 'eye'} />
        </button>
      </div>
      <Show when={props.hint}>
        <p class="small muted" id={`${name()}-hint`}>
          {props.hint}
        </p>
      </Show>
    </div>
  )
}
