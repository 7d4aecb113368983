import { AlertDialog } from '@kobalte/core/alert-dialog'
import { text } from '../locales/text'
import { returnFocus } from './return-focus'
import css from './confirm-dialog.module.css'

export type ConfirmDialogProps = {
  open: boolean
  title: string
  detail: string
  action: string
  onConfirm: () => void
  onClose: () => void
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const opener = document.activeElement
  return (
    <AlertDialog open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay class={css['overlay']} />
        <div class={css['place']}>
          <AlertDialog.Content class={css['content']} onCloseAutoFocus={() => returnFocus(opener)}>
            <AlertDialog.Title class={css['title']}>{props.title}</AlertDialog.Title>
            <AlertDialog.Description class={css['detail']}>{props.detail}</AlertDialog.Description>
            <div class={css['actions']}>
              <AlertDialog.CloseButton class="button" aria-label={text.common.cancel}>
                {text.common.cancel}
              </AlertDialog.CloseButton>
              <button
                class="button button-danger"
                type="button"
                onClick={() => {
                  props.onConfirm()
                  props.onClose()
                }}
              >
                {props.action}
              </button>
            </div>
          </AlertDialog.Content>
        </div>
      </AlertDialog.Portal>
    </AlertDialog>
  )
}
