import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { TokensPage } from '../../web/pages/tokens-page'
import { answerWith, showAt } from './support/api'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const item = (id: string, name: string, client: 'api' | 'cli') => ({
  id,
  name,
  scopes: ['uploads:write', 'reports:read'],
  client,
  createdAt: '2026-09-01T06:30:00.000Z',
  expiresAt: '2026-12-01T06:30:00.000Z',
  lastUsedAt: null,
})
const items = [item('one', 'Nightly upload', 'api'), item('two', 'Laptop', 'cli')]

function show(answers: Parameters<typeof answerWith>[0] = {}) {
  const calls = answerWith({
    'GET /api/tokens': () => ({ items, nextCursor: null }),
    ...answers,
  })
  showAt('/settings/tokens', TokensPage)
  return () =>
    calls
      .filter(({ method }) => method !== 'GET')
      .map(({ method, url, body }) => [method, url, body])
}
const press = async (name: string, at = 0) =>
  fireEvent.click((await screen.findAllByRole('button', { name }))[at]!)

test('a token says what it may, and whether it was ever used', async () => {
  show()
  expect(await screen.findByText('Laptop · command line')).toBeDefined()
  expect(screen.getAllByText('Files, Figures')).toHaveLength(2)
  const days = 'Made 01 Sep 2026, 12:00 · ends 01 Dec 2026, 12:00 · never used'
  expect(screen.getAllByText(days)).toHaveLength(2)
})

test('a token is made for what was ticked, and shown once', async () => {
  const sent = show({ 'POST /api/tokens': () => ({ token: 'te_secret', item: items[0] }) })
  await press('Make a token')
  fireEvent.input(await screen.findByRole('textbox'), { target: { value: ' Backup ' } })
  fireEvent.click(screen.getByRole('checkbox', { name: /^Exports/ }))
  fireEvent.change(screen.getByLabelText('Ends in'), { target: { value: '30' } })
  fireEvent.click(screen.getAllByRole('button', { name: 'Make a token', hidden: true }).at(-1)!)
  expect(await screen.findByText('te_secret')).toBeDefined()
  expect(sent()).toEqual([
    ['POST', '/api/tokens', { name: 'Backup', scopes: ['export:read'], expiresInDays: 30 }],
  ])
  await press('I have kept it')
  expect(screen.queryByText('te_secret')).toBeNull()
})

test('a refused token is said in the dialog, in the words of the field', async () => {
  const problem = {
    code: 'invalid',
    detail: 'No.',
    fields: [{ path: 'scopes', detail: 'Choose at least one.' }],
  }
  show({ 'POST /api/tokens': () => Response.json(problem, { status: 400 }) })
  await press('Make a token')
  fireEvent.input(await screen.findByRole('textbox'), { target: { value: 'x' } })
  fireEvent.click(screen.getAllByRole('button', { name: 'Make a token', hidden: true }).at(-1)!)
  expect((await screen.findByRole('alert')).textContent).toBe('Choose at least one.')
})

test('one token is removed, or all, after one was asked', async () => {
  const sent = show({ 'DELETE /api/tokens': () => null })
  await press('Remove Laptop')
  await press('Remove')
  await screen.findByText('The token is removed')
  await press('Remove all')
  expect(sent()).toHaveLength(1)
  fireEvent.click(screen.getAllByRole('button', { name: 'Remove all', hidden: true }).at(-1)!)
  await screen.findByText('All tokens are removed')
  expect(sent()).toEqual([
    ['DELETE', '/api/tokens/two', undefined],
    ['DELETE', '/api/tokens', undefined],
  ])
})
