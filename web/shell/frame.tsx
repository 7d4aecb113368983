import { type RouteSectionProps, useIsRouting } from '@solidjs/router'
import { Show, Suspense, lazy } from 'solid-js'
import { Part } from '../components/face'
import { Toasts } from '../components/toasts'
import { asking } from '../confirmation'
import css from './shell.module.css'

const ConfirmationDialog = lazy(() =>
  import('../components/confirmation-dialog').then((module) => ({
    default: module.ConfirmationDialog,
  })),
)

/** Around every screen, with a session or without. */
export function Frame(props: RouteSectionProps) {
  const isRouting = useIsRouting()
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
      <Toasts />
    </>
  )
}
