import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { Part } from '../../web/components/face'
import { ImportsPage } from '../../web/pages/imports-page'
import { showAt } from './support/api'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('without a network the page stands and takes files; only its lists say that they have no answer', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  showAt('/imports', () => (
    <Part loading={undefined}>
      <ImportsPage />
    </Part>
  ))
  await screen.findByText('You are offline')
  expect(screen.getByText('Choose files')).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'Files' })).toBeTruthy()
})
