import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { DevicePage } from '../../web/pages/device-page'
import { answerWith, showAt } from './support/api'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const question = {
  clientName: 'TrackEcom CLI on asha-laptop',
  scopes: ['uploads:write', 'reports:read'],
  place: '103.21.0.0/16',
  askedAt: '2026-09-03T06:30:00.000Z',
  expiresAt: '2026-09-03T06:40:00.000Z',
}

function show(answers: Parameters<typeof answerWith>[0] = {}) {
  const calls = answerWith({
    'GET /api/me': () => ({ user: { email: 'asha@example.test' } }),
    'GET /api/device/grant': () => question,
    'POST /api/device/approve': () => null,
    ...answers,
  })
  showAt('/device?code=BCDF-GHJK', DevicePage)
  return calls
}
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
const answers = (calls: ReturnType<typeof answerWith>) =>
  calls.filter(({ method }) => method === 'POST').map(({ body }) => body)

test('who asks, from where, for what, and a warning stand before the decision', async () => {
  const calls = show()
  expect(await screen.findByLabelText('Code')).toHaveProperty('value', 'BCDF-GHJK')
  // Nothing is looked up before somebody says that this is the code.
  expect(calls.map(({ url }) => url)).toEqual(['/api/me'])
  await press('Continue')
  await screen.findByRole('heading', { name: 'TrackEcom CLI on asha-laptop asks to be let in' })
  const page = document.body.textContent
  for (const words of [
    'You are signed in as asha@example.test.',
    'BCDF-GHJK',
    '103.21.0.0/16',
    '03 Sep 2026, 12:00',
    'Send files, see them, and undo them',
    'Approve only if you started this yourself',
  ]) {
    expect(page).toContain(words)
  }
  expect(answers(calls)).toEqual([])
})

test('the device is let in', async () => {
  const calls = show()
  await press('Continue')
  await press('Approve')
  expect(await screen.findByText('The device is let in')).toBeDefined()
  expect(answers(calls)).toEqual([{ userCode: 'BCDF-GHJK', approve: true }])
})

test('the device is refused', async () => {
  const calls = show()
  await press('Continue')
  await press('Refuse')
  expect(await screen.findByText('The device is refused')).toBeDefined()
  expect(answers(calls)).toEqual([{ userCode: 'BCDF-GHJK', approve: false }])
})

test('a code that is over is said beside the code', async () => {
  const detail = 'This code is wrong, or has ended.'
  show({ 'GET /api/device/grant': () => Response.json({ code: 'x', detail }, { status: 400 }) })
  await press('Continue')
  expect((await screen.findByRole('alert')).textContent).toBe(detail)
  expect(screen.getByLabelText('Code')).toBeDefined()
})
