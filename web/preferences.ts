import { createSignal } from 'solid-js'

export type Theme = 'system' | 'light' | 'dark'

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Private windows may refuse storage; the choice then lasts until the page is closed.
  }
}

const storedTheme = read('theme')
const [theme, setThemeSignal] = createSignal<Theme>(
  storedTheme === 'light' || storedTheme === 'dark' ? storedTheme : 'system',
)
const [amountsHidden, setAmountsHiddenSignal] = createSignal(read('amounts') === 'hidden')

export { amountsHidden, theme }

export function setTheme(next: Theme): void {
  setThemeSignal(next)
  write('theme', next === 'system' ? undefined : next)
  if (next === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = next
}

export function setAmountsHidden(hidden: boolean): void {
  setAmountsHiddenSignal(hidden)
  write('amounts', hidden ? 'hidden' : undefined)
}
