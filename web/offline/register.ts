import { createSignal } from 'solid-js'

const WORKER = '/service-worker.js'
// A tab that stays open for days asks now and then; else a browser asks at each visit.
const ASK_EVERY_MS = 60 * 60_000

const [isNewer, setNewer] = createSignal(false)

/** A newer version is on this device, and waits for this page to be loaded again. */
export { isNewer }

export async function registerWorker(): Promise<void> {
  // Storage may be forbidden, as in some private windows: everything but offline works without.
  const registration = await navigator.serviceWorker.register(WORKER).catch(() => undefined)
  if (!registration) return
  // This page is the newest already: it has just come over the network.
  if (registration.waiting && navigator.onLine) tell(registration.waiting, 'take-over')
  registration.addEventListener('updatefound', () => follow(registration.installing))
  follow(registration.installing)
  setInterval(() => void registration.update().catch(() => undefined), ASK_EVERY_MS)
  const { active } = await navigator.serviceWorker.ready
  if (!active) return
  // A page asked for while the worker began, or loaded anew past it, is not among those it found.
  if (!navigator.serviceWorker.controller) tell(active, 'claim')
  tell(active, loadedFiles())
}

/** A worker's messages have no target; the empty list says that nothing goes along. */
function tell(worker: ServiceWorker, message: string | readonly string[]): void {
  worker.postMessage(message, [])
}

function follow(worker: ServiceWorker | null): void {
  worker?.addEventListener('statechange', () => {
    // Without one before it, it is the first: it has nobody to replace.
    if (worker.state === 'installed' && navigator.serviceWorker.controller) setNewer(true)
  })
}

/** What this page was made of, so that it opens again without a network. */
function loadedFiles(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin }) => origin === window.location.origin)
    .map(({ pathname }) => pathname)
    .filter((pathname) => pathname.startsWith('/assets/'))
}

/** Lets the waiting version in and loads the page with it. */
export async function loadNewer(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration()
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), {
    once: true,
  })
  if (registration?.waiting) tell(registration.waiting, 'take-over')
  else window.location.reload()
}
