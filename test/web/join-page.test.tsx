import { MemoryRouter, Route, createMemoryHistory, query, useLocation } from '@solidjs/router'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { JoinPage } from '../../web/pages/join-page'
import { answerWith } from './support/api'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const offer = {
  workspaceName: 'Asha Textiles',
  role: 'accountant',
  memberUntil: '2026-10-01T06:30:00.000Z',
}

function Elsewhere() {
  const location = useLocation()
  return <p data-testid="elsewhere">{`${location.pathname}${location.search}`}</p>
}

function show(answers: Parameters<typeof answerWith>[0] = {}, address = '/join?token=abc') {
  query.clear()
  const calls = answerWith({
    'GET /api/me': () => ({ user: { email: 'ravi@example.test' } }),
    'POST /api/workspaces/offer': () => offer,
    'POST /api/workspaces/join': () => null,
    'POST /api/auth/logout': () => null,
    ...answers,
  })
  const history = createMemoryHistory()
  history.set({ value: address })
  render(() => (
    <MemoryRouter history={history}>
      <Route path="/join" component={JoinPage} />
      <Route path="*" component={Elsewhere} />
    </MemoryRouter>
  ))
  return calls
}
const refuse = (status: number, detail: string) => () =>
  Response.json({ code: 'x', detail }, { status })

test('the offer says whose workspace it is, as what, and until when; joining goes there', async () => {
  const calls = show()
  expect(await screen.findByRole('heading', { name: 'Join Asha Textiles' })).toBeDefined()
  expect(
    screen.getByText(
      'As accountant. Sees every figure and file, changes nothing. Your place ends on 01 Oct 2026, 12:00.',
    ),
  ).toBeDefined()
  expect(screen.getByText('You are signed in as ravi@example.test.')).toBeDefined()
  expect(calls.some(({ url }) => url.endsWith('/join'))).toBe(false)
  fireEvent.click(screen.getByRole('button', { name: 'Join' }))
  expect((await screen.findByTestId('elsewhere')).textContent).toBe('/')
  expect(calls.at(-1)).toMatchObject({ url: '/api/workspaces/join', body: { token: 'abc' } })
})

test('who is not signed in goes to sign in, and comes back with the invitation', async () => {
  const no = refuse(401, 'Sign in.')
  show({ 'GET /api/me': no, 'POST /api/workspaces/offer': no })
  const at = (await screen.findByTestId('elsewhere')).textContent
  expect(at).toBe('/sign-in?back=%2Fjoin%3Ftoken%3Dabc')
})

test('an invitation for another address says so, and offers the other account', async () => {
  const detail = 'This invitation is for another email address. Sign in with that one.'
  const calls = show({ 'POST /api/workspaces/offer': refuse(403, detail) })
  expect(await screen.findByText(detail)).toBeDefined()
  fireEvent.click(screen.getByRole('button', { name: 'Use another account' }))
  const at = (await screen.findByTestId('elsewhere')).textContent
  expect(at).toBe('/sign-in?back=%2Fjoin%3Ftoken%3Dabc')
  expect(calls.at(-1)).toMatchObject({ url: '/api/auth/logout' })
})

test('a link without its end asks for a whole one', async () => {
  const calls = show({}, '/join')
  expect(await screen.findByText('This link is not whole')).toBeDefined()
  expect(calls).toEqual([])
})
