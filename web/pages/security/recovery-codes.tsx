// By its parts: the whole `Dialog` is one object with `AlertDialog`, and takes over its role.
import * as Dialog from '@kobalte/core/dialog'
import { For } from 'solid-js'
import dialog from '../../components/confirm-dialog.module.css'
import { Icon } from '../../components/icon'
import { returnFocus } from '../../components/return-focus'
import { text } from '../../locales/text'
import css from './security.module.css'

type RecoveryCodesProps = { codes: readonly string[]; onClose: () => void }

/** Shown once: a click beside it must not take them away, so only the button closes. */
export function RecoveryCodes(props: RecoveryCodesProps) {
  const save = () => {
    const lines = [text.security.fileHead, '', ...props.codes, '']
    const address = URL.createObjectURL(new Blob([lines.join('\n')], { type: 'text/plain' }))
    const link = document.createElement('a')
    link.href = address
    link.download = text.security.fileName
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay class={dialog['overlay']} />
        <div class={`${dialog['place']} ${css['paper']}`}>
          <Dialog.Content
            class={dialog['content']}
            onPointerDownOutside={(event) => event.preventDefault()}
            onCloseAutoFocus={() => returnFocus(undefined)}
            onEscapeKeyDown={(event) => event.preventDefault()}
          >
            <Dialog.Title class={dialog['title']}>{text.security.keepTitle}</Dialog.Title>
            <Dialog.Description class={dialog['detail']}>
              {text.security.keepDetail}
            </Dialog.Description>
            <ol class={css['codes']}>
              <For each={props.codes}>
                {(code) => (
                  <li>
                    <code>{code}</code>
                  </li>
                )}
              </For>
            </ol>
            <div class={`${dialog['actions']} ${css['keep']}`}>
              <button class="button" type="button" onClick={save}>
                <Icon name="download" small />
                {text.security.saveFile}
              </button>
              <button class="button" type="button" onClick={() => window.print()}>
                {text.security.print}
              </button>
              <button class="button button-primary" type="button" onClick={() => props.onClose()}>
                {text.security.kept}
              </button>
            </div>
          </Dialog.Content>
        </div>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
