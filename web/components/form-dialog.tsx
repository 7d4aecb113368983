// By its parts: the whole `Dialog` is one object with `AlertDialog`, and takes over its role.
import * as Dialog from '@kobalte/core/dialog'
import { useLocation, useNavigate } from '@solidjs/router'
import { type JSX, Show, createSignal } from 'solid-js'
import { keepDraft, restoreDraft } from '../drafts'
import { text } from '../locales/text'
import { ApiProblem } from '../request'
import css from './confirm-dialog.module.css'
import { signInDoor, troubleWords } from './face'
import { returnFocus } from './return-focus'

type FormDialogProps = {
  title: string
  detail?: string
  action: string
  /** Closes the dialog when it is done; what it throws is said inside. */
  onSubmit: (form: FormData) => Promise<void>
  onClose: () => void
  /** Another way to the same end, below the button. */
  other?: JSX.Element
  children: JSX.Element
}

/** A question with one button, over the page it belongs to. It is there for as long as it is mounted. */
export function FormDialog(props: FormDialogProps) {
  const opener = document.activeElement
  const [isBusy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<unknown>()
  const location = useLocation()
  const navigate = useNavigate()
  const place = () => `${location.pathname} ${props.title}`
  /** The session has ended: what was typed waits here, while its writer signs in and comes back. */
  const signInAgain = (form: HTMLFormElement) => {
    keepDraft(place(), form)
    navigate(signInDoor(`${location.pathname}${location.search}`))
  }
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    if (isBusy()) return
    const form = event.currentTarget
    setBusy(true)
    setProblem(undefined)
    try {
      await props.onSubmit(new FormData(form))
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) signInAgain(form)
      else setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay class={css['overlay']} />
        <div class={css['place']}>
          <Dialog.Content class={css['content']} onCloseAutoFocus={() => returnFocus(opener)}>
            <Dialog.Title class={css['title']}>{props.title}</Dialog.Title>
            <Show when={props.detail}>
              <Dialog.Description class={css['detail']}>{props.detail}</Dialog.Description>
            </Show>
            <form
              ref={(form) => queueMicrotask(() => restoreDraft(place(), form))}
              class={css['form']}
              onSubmit={(event) => void submit(event)}
            >
              {props.children}
              <Show when={problem()}>{(error) => <DialogProblem error={error()} />}</Show>
              <div class={css['actions']}>
                <Dialog.CloseButton class="button" aria-label={text.common.cancel} type="button">
                  {text.common.cancel}
                </Dialog.CloseButton>
                <button class="button button-primary" type="submit" disabled={isBusy()}>
                  {isBusy() ? text.common.working : props.action}
                </button>
              </div>
            </form>
            {props.other}
          </Dialog.Content>
        </div>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

export function DialogProblem(props: { error: unknown }) {
  const fields = () => (props.error instanceof ApiProblem ? props.error.fields : [])
  return (
    <p class={css['problem']} role="alert">
      {fields()
        .map(({ detail }) => detail)
        .join(' ') || troubleWords(props.error).detail}
    </p>
  )
}
