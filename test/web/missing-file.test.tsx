import { cleanup, screen } from '@solidjs/testing-library'
import { lazy } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { Part } from '../../web/components/face'
import { showAt } from './support/api'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

// As Chromium, Firefox and Safari word it, and as the build does for a screen's styles.
const TROUBLES = [
  new TypeError('Failed to fetch dynamically imported module: https://a.example/assets/x-1.js'),
  new TypeError('error loading dynamically imported module: https://a.example/assets/x-1.js'),
  new TypeError('Importing a module script failed.'),
  new Error('Unable to preload CSS for /assets/x-1.css'),
]

function showWithout(trouble: Error): void {
  const Missing = lazy(() => Promise.reject(trouble))
  showAt('/orders', () => (
    <Part loading={undefined}>
      <Missing />
    </Part>
  ))
}

test.each(TROUBLES)(
  'a file that is gone since a deployment asks for a reload: $message',
  async (trouble) => {
    showWithout(trouble)
    expect(await screen.findByText('This page has a newer version')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy()
  },
)

test.each(TROUBLES)(
  'without a network the same file is out of reach, not old: $message',
  async (trouble) => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    showWithout(trouble)
    expect(await screen.findByText('You are offline')).toBeTruthy()
  },
)
