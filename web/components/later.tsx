import { type JSX, Show, createSignal, onMount } from 'solid-js'
import { afterPaint } from '../after-paint'

let wasPainted = false

/**
 * Begins to fetch a file that a screen needs for what is drawn later. Said where the screen's own file is
 * evaluated: the network is idle while a phone draws the screen, and was busy before.
 */
export function fetchSoon(component: { preload(): Promise<unknown> }): void {
  // Whoever draws it says what is wrong with it.
  component.preload().catch(() => undefined)
}

/**
 * What stands below the first sight of a page is drawn after that is seen. Only once: on every later screen
 * the rest is there at once, and whoever goes back is where they were.
 */
export function Later(props: { outline?: JSX.Element; children: JSX.Element }) {
  const [isTime, setTime] = createSignal(wasPainted)
  onMount(() =>
    afterPaint(() => {
      wasPainted = true
      setTime(true)
    }),
  )
  return (
    <Show when={isTime()} fallback={props.outline}>
      {props.children}
    </Show>
  )
}
