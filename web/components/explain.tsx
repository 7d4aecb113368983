import { Show, Suspense, createSignal, lazy } from 'solid-js'
import { loadDefinitions } from '../locales/parts'
import { text } from '../locales/text'
import css from './explain.module.css'
import { Icon } from './icon'

// The popover and the definitions are loaded when somebody first asks.
const ExplainPopover = lazy(async () => {
  const [module] = await Promise.all([import('./explain-popover'), loadDefinitions()])
  return { default: module.ExplainPopover }
})

/** The small “i” beside a figure: its definition, formula and files, on hover, focus and tap. */
export function Explain(props: { figure: string; name: string }) {
  const [open, setOpen] = createSignal(false)
  const [asked, setAsked] = createSignal(false)
  const [button, setButton] = createSignal<HTMLElement>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = (next: boolean) => {
    clearTimeout(timer)
    if (next) setAsked(true)
    setOpen(next)
  }
  // A pause, so that a pointer passing by opens nothing; touch has no hover and goes by the click.
  const hover = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return
    timer = setTimeout(() => show(true), 250)
  }
  return (
    <>
      <button
        ref={setButton}
        class={css['button']}
        type="button"
        aria-label={text.common.explain(props.name)}
        aria-expanded={open()}
        onPointerEnter={hover}
        onPointerLeave={() => clearTimeout(timer)}
        onClick={() => show(!open())}
      >
        <Icon name="info" small />
      </button>
      <Show when={asked()}>
        <Suspense>
          <ExplainPopover
            figure={props.figure}
            name={props.name}
            open={open()}
            onOpenChange={show}
            anchor={button}
          />
        </Suspense>
      </Show>
    </>
  )
}
