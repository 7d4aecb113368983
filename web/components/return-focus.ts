/**
 * What lies over the page takes the keyboard along; once it has closed, a keyboard goes on from what opened
 * it, or from the page where that is gone. Whoever pressed something else meanwhile stays there.
 */
export function returnFocus(opener: Element | null | undefined): void {
  const now = document.activeElement
  if (now !== null && now !== document.body) return
  const place = opener?.isConnected === true ? opener : document.getElementById('main')
  if (place instanceof HTMLElement) place.focus({ preventScroll: true })
}
