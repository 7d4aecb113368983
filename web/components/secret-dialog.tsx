// By its parts: the whole `Dialog` is one object with `AlertDialog`, and takes over its role.
import * as Dialog from '@kobalte/core/dialog'
import { text } from '../locales/text'
import css from './confirm-dialog.module.css'
import { returnFocus } from './return-focus'
import own from './secret-dialog.module.css'
import { showToast } from './toasts'

type SecretDialogProps = { title: string; detail: string; secret: string; onClose: () => void }

/** Shown once: a click beside it must not take it away, so only the button closes. */
export function SecretDialog(props: SecretDialogProps) {
  const opener = document.activeElement
  return (
    <Dialog.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay class={css['overlay']} />
        <div class={css['place']}>
          <Dialog.Content
            class={css['content']}
            onPointerDownOutside={(event) => event.preventDefault()}
            onCloseAutoFocus={() => returnFocus(opener)}
            onEscapeKeyDown={(event) => event.preventDefault()}
          >
            <Dialog.Title class={css['title']}>{props.title}</Dialog.Title>
            <Dialog.Description class={css['detail']}>{props.detail}</Dialog.Description>
            <code class={own['secret']}>{props.secret}</code>
            <div class={css['actions']}>
              <button class="button" type="button" onClick={() => void copy(props.secret)}>
                {text.secret.copy}
              </button>
              <button class="button button-primary" type="button" onClick={() => props.onClose()}>
                {text.secret.kept}
              </button>
            </div>
          </Dialog.Content>
        </div>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

async function copy(secret: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(secret)
    showToast(text.secret.copied)
  } catch {
    // A browser may forbid it; it can still be selected.
    showToast(text.secret.notCopied, 'bad')
  }
}
