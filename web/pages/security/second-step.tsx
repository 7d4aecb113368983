import { createAsync } from '@solidjs/router'
import { Match, Show, Switch, createSignal } from 'solid-js'
import { ConfirmDialog } from '../../components/confirm-dialog'
import { showToast } from '../../components/toasts'
import { formatInstant } from '../../locales/format'
import { text } from '../../locales/text'
import {
  type AuthenticatorOffer,
  loadSecondFactors,
  offerAuthenticator,
  renewRecoveryCodes,
  turnOffAuthenticator,
} from '../../security-api'
import css from '../settings/settings.module.css'
import { attempt } from './attempt'
import { refresh } from './refresh'
import { RecoveryCodes } from './recovery-codes'
import { SetUpDialog } from './set-up-dialog'

const turnOff = () =>
  attempt(async () => {
    await turnOffAuthenticator()
    showToast(text.security.turnedOff)
    await refresh()
  })

export function SecondStep() {
  const factors = createAsync(() => loadSecondFactors())
  const [offer, setOffer] = createSignal<AuthenticatorOffer>()
  const [codes, setCodes] = createSignal<readonly string[]>([])
  const [asks, setAsks] = createSignal<'off' | 'codes'>()
  const hasAny = () => {
    const { authenticatorSince = null, passkeys = 0 } = factors() ?? {}
    return authenticatorSince !== null || passkeys > 0
  }
  const show = async (made: readonly string[]) => {
    setOffer()
    setCodes(made)
    await refresh()
  }
  return (
    <>
      <AppRow
        since={factors()?.authenticatorSince ?? undefined}
        onOffer={setOffer}
        onTurnOff={() => setAsks('off')}
      />
      <Show when={hasAny()}>
        <div class={`${css['row']} ${css['line']}`}>
          <div>
            <p>{text.security.recovery}</p>
            <p class="small muted">
              {text.security.recoveryLeft(factors()?.recoveryCodesLeft ?? 0)}
            </p>
          </div>
          <button class="button" type="button" onClick={() => setAsks('codes')}>
            {text.security.recoveryNew}
            <span class="hidden-text">{text.security.recovery}</span>
          </button>
        </div>
      </Show>
      <Show when={offer()}>
        {(made) => <SetUpDialog offer={made()} onDone={show} onClose={() => setOffer()} />}
      </Show>
      <Show when={codes().length > 0}>
        <RecoveryCodes codes={codes()} onClose={() => setCodes([])} />
      </Show>
      <Switch>
        <Match when={asks() === 'off'}>
          <ConfirmDialog
            open
            title={text.security.turnOffTitle}
            detail={text.security.turnOffDetail}
            action={text.security.turnOff}
            onConfirm={() => void turnOff()}
            onClose={() => setAsks()}
          />
        </Match>
        <Match when={asks() === 'codes'}>
          <ConfirmDialog
            open
            title={text.security.recoveryNewTitle}
            detail={text.security.recoveryNewDetail}
            action={text.security.recoveryNew}
            onConfirm={() => void attempt(async () => show(await renewRecoveryCodes()))}
            onClose={() => setAsks()}
          />
        </Match>
      </Switch>
    </>
  )
}

type AppRowProps = {
  since: string | undefined
  onOffer: (offer: AuthenticatorOffer) => void
  onTurnOff: () => void
}

function AppRow(props: AppRowProps) {
  const setUp = () => attempt(async () => props.onOffer(await offerAuthenticator()))
  return (
    <div class={`${css['row']} ${css['line']}`}>
      <div>
        <p>{text.security.app}</p>
        <p class="small muted">
          <Show when={props.since} fallback={text.security.appOff}>
            {(since) => <>{text.security.appOn(formatInstant(since()))}</>}
          </Show>
        </p>
      </div>
      <Show
        when={props.since}
        fallback={
          <button class="button" type="button" onClick={() => void setUp()}>
            {text.security.setUp}
            <span class="hidden-text">{text.security.app}</span>
          </button>
        }
      >
        <button class="button" type="button" onClick={() => props.onTurnOff()}>
          {text.security.turnOff}
          <span class="hidden-text">{text.security.app}</span>
        </button>
      </Show>
    </div>
  )
}
