import { render } from 'solid-js/web'
import { App } from './app'

export function start(): void {
  const root = document.querySelector('#app')
  if (root) render(() => <App />, root)
}
