import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { Show } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { ConfirmationDialog } from '../../web/components/confirmation-dialog'
import { asking, fetchConfirmed } from '../../web/confirmation'
import { showAt } from './support/api'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const problem = (status: number, code: string, detail = 'No.') =>
  Response.json({ code, detail }, { status })

/** An API that asks to confirm until the right password came; tells what it was asked. */
function stubApi() {
  const asked: string[] = []
  let isConfirmed = false
  vi.stubGlobal('fetch', async (input: string | URL | Request, init: RequestInit = {}) => {
    const path = String(input)
    asked.push(`${init.method ?? 'GET'} ${path}`)
    if (path.endsWith('/second-factors')) {
      return Response.json({ authenticatorSince: null, passkeys: 0, recoveryCodesLeft: 0 })
    }
    if (path.endsWith('/confirm')) {
      isConfirmed = String(init.body).includes('kaju katli 7')
      const sentence = 'This is not your password.'
      return isConfirmed ? new Response(null, { status: 204 }) : problem(400, 'x', sentence)
    }
    if (path.endsWith('/forbidden')) return problem(403, 'not-yours')
    return isConfirmed
      ? Response.json({ done: String(init.body) })
      : problem(403, 'confirmation-required')
  })
  return asked
}

function show() {
  showAt('/settings', () => (
    <Show when={asking()}>
      <ConfirmationDialog />
    </Show>
  ))
}
const act = (path = '/api/act') => fetchConfirmed(path, { method: 'POST', body: '{"a":1}' })
async function type(password: string) {
  fireEvent.input(await screen.findByLabelText('Password'), { target: { value: password } })
  fireEvent.click(screen.getByRole('button', { name: 'Confirm' }))
}

test('an act that needs a confirmation asks for it, and is then done by itself', async () => {
  const asked = stubApi()
  show()
  const pending = act()
  await type('kaju katli 7')
  const response = await pending
  expect(await response.json()).toEqual({ done: '{"a":1}' })
  expect(asked.filter((one) => one === 'POST /api/act')).toHaveLength(2)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a wrong password is said in the dialog, which stays', async () => {
  stubApi()
  show()
  const pending = act()
  await type('kaju katli 8')
  expect((await screen.findByRole('alert')).textContent).toBe('This is not your password.')
  await type('kaju katli 7')
  expect((await pending).status).toBe(200)
})

test('who closes the dialog gets the refusal, and the act is not done', async () => {
  const asked = stubApi()
  show()
  const pending = act()
  fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
  expect((await pending).status).toBe(403)
  expect(asked.filter((one) => one === 'POST /api/act')).toHaveLength(1)
})

test('two acts at once are asked for once', async () => {
  stubApi()
  show()
  const both = Promise.all([act(), act('/api/other')])
  await type('kaju katli 7')
  expect((await both).map(({ status }) => status)).toEqual([200, 200])
})

test('any other refusal is the page’s own matter', async () => {
  stubApi()
  show()
  const response = await act('/api/forbidden')
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ code: 'not-yours' })
  expect(screen.queryByRole('dialog')).toBeNull()
})
