import { createSignal } from 'solid-js'

const [sending, setSending] = createSignal<() => boolean>(() => false)

/** Whether a file is on its way from this device. Every screen says so; what sends comes only with those that send. */
export function isSending(): boolean {
  return sending()()
}

/** Told by what sends, once it is there. */
export function tellSending(isOnItsWay: () => boolean): void {
  setSending(() => isOnItsWay)
}
