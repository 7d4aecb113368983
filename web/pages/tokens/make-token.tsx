import { revalidate } from '@solidjs/router'
import { For, Show, createSignal } from 'solid-js'
import { FormDialog } from '../../components/form-dialog'
import { SCOPES, wordsOf } from '../../components/scope-list'
import scopeCss from '../../components/scope-list.module.css'
import { SecretDialog } from '../../components/secret-dialog'
import { text } from '../../locales/text'
import { loadTokens, makeToken, type NewToken } from '../../team-api'
import css from '../settings/settings.module.css'

const DAYS = [7, 30, 90, 180, 365] as const
const USUAL_DAYS = 90

export function MakeToken() {
  const [isAsking, setAsking] = createSignal(false)
  const [token, setToken] = createSignal('')
  const make = async (form: FormData) => {
    const made = await makeToken(tokenIn(form))
    setAsking(false)
    setToken(made)
    await revalidate(loadTokens.key)
  }
  return (
    <div class={css['row']}>
      <button class="button button-primary" type="button" onClick={() => setAsking(true)}>
        {text.tokens.make}
      </button>
      <Show when={isAsking()}>
        <FormDialog
          title={text.tokens.make}
          detail={text.tokens.makeDetail}
          action={text.tokens.make}
          onSubmit={make}
          onClose={() => setAsking(false)}
        >
          <Fields />
        </FormDialog>
      </Show>
      <Show when={token()}>
        {(made) => (
          <SecretDialog
            title={text.tokens.madeTitle}
            detail={text.tokens.madeDetail}
            secret={made()}
            onClose={() => setToken('')}
          />
        )}
      </Show>
    </div>
  )
}

function Fields() {
  return (
    <>
      <label class="field">
        <span>{text.tokens.name}</span>
        <input class="input" name="tokenName" autocomplete="off" maxLength={100} required />
        <span class="small muted">{text.tokens.nameHint}</span>
      </label>
      <fieldset class={scopeCss['choices']}>
        <legend>{text.tokens.may}</legend>
        <For each={SCOPES}>
          {(scope) => (
            <label class={scopeCss['choice']}>
              <input type="checkbox" name="scope" value={scope} />
              <span>
                {wordsOf(scope).name}
                <small class="muted">{wordsOf(scope).detail}</small>
              </span>
            </label>
          )}
        </For>
      </fieldset>
      <label class="field">
        <span>{text.tokens.days}</span>
        <select class="input" name="days">
          <For each={DAYS}>
            {(days) => (
              <option value={days} selected={days === USUAL_DAYS}>
                {text.tokens.inDays(days)}
              </option>
            )}
          </For>
        </select>
      </label>
    </>
  )
}

function tokenIn(form: FormData): NewToken {
  const chosen = new Set(form.getAll('scope'))
  return {
    name: String(form.get('tokenName')).trim(),
    scopes: SCOPES.filter((scope) => chosen.has(scope)),
    expiresInDays: Number(form.get('days')),
  }
}
