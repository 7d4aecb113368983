import { type RouteSectionProps, useIsRouting } from '@solidjs/router'
import { Suspense } from 'solid-js'
import { Part } from '../components/face'
import { Toasts } from '../components/toasts'
import css from './shell.module.css'

/** Around every screen, with a session or without. */
export function Frame(props: RouteSectionProps) {
  const isRouting = useIsRouting()
  return (
    <>
      <div class={css['progress']} classList={{ [css['moving'] ?? '']: isRouting() }} />
      <Part loading={undefined}>
        <Suspense>{props.children}</Suspense>
      </Part>
      <Toasts />
    </>
  )
}
