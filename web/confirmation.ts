import { createSignal } from 'solid-js'
import { toProblem } from './request'

type Ask = { readonly answer: (isConfirmed: boolean) => void }

const [asking, setAsking] = createSignal<Ask>()
let waiting: Promise<boolean> | undefined

/** Set while somebody is asked to show that it is them; the frame then shows the dialog. */
export { asking }

/** One dialog, however many acts wait for it. */
function askToConfirm(): Promise<boolean> {
  waiting ??= new Promise<boolean>((resolve) => {
    setAsking({ answer: resolve })
  }).finally(() => {
    waiting = undefined
    setAsking()
  })
  return waiting
}

/**
 * fetch() for our API: an act that needs a confirmation opens the dialog, and is then done by itself.
 * Who closes the dialog gets the refusal.
 */
export async function fetchConfirmed(
  input: RequestInfo | URL,
  init?: RequestInit,
): Promise<Response> {
  const response = await fetch(input, init)
  if (response.status !== 403) return response
  const { code } = toProblem(403, await response.clone().text())
  if (code !== 'confirmation-required' || !(await askToConfirm())) return response
  return fetch(input, init)
}
