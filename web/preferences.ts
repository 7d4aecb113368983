import { createSignal } from 'solid-js'
import { readStored, store } from './storage'

export type Theme = 'system' | 'light' | 'dark'

const storedTheme = readStored('theme')
const [theme, setThemeSignal] = createSignal<Theme>(
  storedTheme === 'light' || storedTheme === 'dark' ? storedTheme : 'system',
)
const [amountsHidden, setAmountsHiddenSignal] = createSignal(readStored('amounts') === 'hidden')

export { amountsHidden, theme }

export function setTheme(next: Theme): void {
  setThemeSignal(next)
  store('theme', next === 'system' ? undefined : next)
  if (next === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = next
}

export function setAmountsHidden(hidden: boolean): void {
  setAmountsHiddenSignal(hidden)
  store('amounts', hidden ? 'hidden' : undefined)
}
