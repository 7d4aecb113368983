import { render } from 'solid-js/web'
import { isScreenKnown } from './ahead/screen-known'
import { App, loadScreen } from './app'

// What is on its way with everything else is drawn with it, at once; a slow file does not hold up the frame.
const MOST_WAIT_MS = 100

export async function start(): Promise<void> {
  const { pathname } = window.location
  if (isScreenKnown(pathname)) {
    const screen = loadScreen(pathname).catch(() => undefined)
    await Promise.race([screen, new Promise((resolve) => setTimeout(resolve, MOST_WAIT_MS))])
  }
  const root = document.querySelector('#app')
  if (root) render(() => <App />, root)
}
