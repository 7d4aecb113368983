import { createAsync } from '@solidjs/router'
import { For, Show, createSignal, untrack } from 'solid-js'
import { ConfirmDialog } from '../../components/confirm-dialog'
import { FormDialog } from '../../components/form-dialog'
import { showToast } from '../../components/toasts'
import { formatInstant } from '../../locales/format'
import { text } from '../../locales/text'
import { canUsePasskeys } from '../../passkey'
import {
  addPasskey,
  loadPasskeys,
  type Passkey,
  removePasskey,
  renamePasskey,
} from '../../security-api'
import css from '../settings/settings.module.css'
import { attempt } from './attempt'
import { refresh } from './refresh'
import { RecoveryCodes } from './recovery-codes'

const remove = ({ id }: Passkey) =>
  attempt(async () => {
    await removePasskey(id)
    showToast(text.security.passkeyRemoved)
    await refresh()
  })

export function Passkeys() {
  const passkeys = createAsync(() => loadPasskeys())
  const [isAdding, setAdding] = createSignal(false)
  const [renaming, setRenaming] = createSignal<Passkey>()
  const [removing, setRemoving] = createSignal<Passkey>()
  const [codes, setCodes] = createSignal<readonly string[]>([])

  const add = async (name: string) => {
    const made = await addPasskey(name)
    setAdding(false)
    setCodes(made)
    showToast(text.security.passkeyAdded)
    await refresh()
  }
  const rename = async ({ id }: Passkey, name: string) => {
    await renamePasskey(id, name)
    setRenaming()
    showToast(text.security.saved)
    await refresh()
  }
  return (
    <>
      <For each={passkeys()?.items} fallback={<p class={css['row']}>{text.security.noPasskeys}</p>}>
        {(passkey) => <Row passkey={passkey} onRename={setRenaming} onRemove={setRemoving} />}
      </For>
      <Show when={canUsePasskeys()}>
        <div class={css['row']}>
          <button class="button" type="button" onClick={() => setAdding(true)}>
            {text.security.addPasskey}
          </button>
        </div>
      </Show>
      <Show when={isAdding()}>
        <NameDialog
          title={text.security.addPasskey}
          action={text.security.addPasskey}
          name={text.security.passkeyDefault}
          onName={add}
          onClose={() => setAdding(false)}
        />
      </Show>
      <Show when={renaming()}>
        {(passkey) => (
          <NameDialog
            title={text.security.renameLabel(passkey().name)}
            action={text.security.save}
            name={passkey().name}
            onName={(name) => rename(passkey(), name)}
            onClose={() => setRenaming()}
          />
        )}
      </Show>
      <Show when={removing()}>
        {(passkey) => (
          <ConfirmDialog
            open
            title={text.security.removeTitle(passkey().name)}
            detail={text.security.removeDetail}
            action={text.security.remove}
            onConfirm={() => void remove(passkey())}
            onClose={() => setRemoving()}
          />
        )}
      </Show>
      <Show when={codes().length > 0}>
        <RecoveryCodes codes={codes()} onClose={() => setCodes([])} />
      </Show>
    </>
  )
}

type RowProps = {
  passkey: Passkey
  onRename: (passkey: Passkey) => void
  onRemove: (passkey: Passkey) => void
}

function Row(props: RowProps) {
  return (
    <div class={css['row']}>
      <div>
        <p>{props.passkey.name}</p>
        <p class="small muted">
          <Show
            when={props.passkey.lastUsedAt}
            fallback={text.security.passkeyMade(formatInstant(props.passkey.createdAt))}
          >
            {(at) => <>{text.security.passkeyUsed(formatInstant(at()))}</>}
          </Show>
        </p>
      </div>
      <div class={css['buttons']}>
        <button
          class="button"
          type="button"
          aria-label={text.security.renameLabel(props.passkey.name)}
          onClick={() => props.onRename(props.passkey)}
        >
          {text.security.rename}
        </button>
        <button
          class="button"
          type="button"
          aria-label={text.security.removeLabel(props.passkey.name)}
          onClick={() => props.onRemove(props.passkey)}
        >
          {text.security.remove}
        </button>
      </div>
    </div>
  )
}

type NameDialogProps = {
  title: string
  action: string
  name: string
  onName: (name: string) => Promise<void>
  onClose: () => void
}

function NameDialog(props: NameDialogProps) {
  // Read once: news of the passkey must not overwrite what is being typed.
  const name = untrack(() => props.name)
  return (
    <FormDialog
      title={props.title}
      action={props.action}
      onClose={() => props.onClose()}
      onSubmit={(form) => props.onName(String(form.get('passkeyName')).trim())}
    >
      <label class="field">
        <span>{text.security.passkeyName}</span>
        <input
          class="input"
          name="passkeyName"
          autocomplete="off"
          maxLength={100}
          value={name}
          required
        />
        <span class="small muted">{text.security.passkeyNameHint}</span>
      </label>
    </FormDialog>
  )
}
