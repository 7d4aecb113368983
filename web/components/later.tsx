import { type JSX, Show, createSignal, onMount } from 'solid-js'
import { afterPaint } from '../after-paint'

let wasPainted = false

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
