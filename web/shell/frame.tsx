import { type RouteSectionProps, useIsRouting } from '@solidjs/router'
import { Show, Suspense, createSignal, lazy, onMount } from 'solid-js'
import { afterPaint } from '../after-paint'
import { Part, Quiet } from '../components/face'
import { Toasts } from '../components/toasts'
import { asking } from '../confirmation'
import { loadWords } from '../locales/text'
import css from './shell.module.css'

const ConfirmationDialog = lazy(async () => {
  await loadWords(['access', 'account'])
  return { default: (await import('../components/confirmation-dialog')).ConfirmationDialog }
})

const NewerVersion = lazy(() =>
  import('./newer-version').then((module) => ({ default: module.NewerVersion })),
)

/** Around every screen, with a session or without. */
export function Frame(props: RouteSectionProps) {
  const isRouting = useIsRouting()
  const [isSettled, setSettled] = createSignal(false)
  // After everything that the first screen waits for; developing goes without a worker.
  onMount(() => {
    if (import.meta.env.PROD && 'serviceWorker' in navigator)
      whenLoaded(() => afterPaint(() => setSettled(true)))
  })
  return (
    <>
      <div class={css['progress']} classList={{ [css['moving'] ?? '']: isRouting() }} />
      <Part loading={undefined}>
        <Suspense>{props.children}</Suspense>
      </Part>
      <Show when={asking()}>
        <Suspense>
          <ConfirmationDialog />
        </Suspense>
      </Show>
      <Show when={isSettled()}>
        <Quiet>
          <NewerVersion />
        </Quiet>
      </Show>
      <Toasts />
    </>
  )
}

function whenLoaded(act: () => void): void {
  if (document.readyState === 'complete') act()
  else window.addEventListener('load', act, { once: true })
}
