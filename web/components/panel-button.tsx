import { type Accessor, type JSX, Show, Suspense, createSignal } from 'solid-js'
import { Icon, type IconName } from './icon'
import css from './table-bar.module.css'

export type PanelProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly anchor: Accessor<HTMLElement | undefined>
}

type PanelButtonProps = {
  icon: IconName
  label: string
  children: (panel: PanelProps) => JSX.Element
}

/** A button with a panel under it, which is loaded when somebody first asks. */
export function PanelButton(props: PanelButtonProps) {
  const [open, setOpen] = createSignal(false)
  const [asked, setAsked] = createSignal(false)
  const [button, setButton] = createSignal<HTMLElement>()
  const toggle = () => {
    setAsked(true)
    setOpen(!open())
  }
  const panel: PanelProps = {
    get open() {
      return open()
    },
    onOpenChange: setOpen,
    anchor: button,
  }
  return (
    <>
      <button
        ref={setButton}
        class={`button ${css['tool']}`}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open()}
        onClick={toggle}
      >
        <Icon name={props.icon} small />
        {props.label}
      </button>
      <Show when={asked()}>
        <Suspense>{props.children(panel)}</Suspense>
      </Show>
    </>
  )
}
