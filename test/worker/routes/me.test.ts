import { expect, test } from 'vitest'
import { newWorkspace } from '../../support/worker/workspace'

test('a name can be changed, in any script', async () => {
  const workspace = await newWorkspace()
  const response = await workspace.request('/api/me', {
    method: 'PATCH',
    json: { name: '  आशा देवी 🌺 ' },
  })
  expect(await response.json()).toMatchObject({ user: { name: 'आशा देवी 🌺' } })
  const me = await workspace.request('/api/me')
  expect(await me.json()).toMatchObject({ user: { name: 'आशा देवी 🌺', email: workspace.email } })
})

test('one person’s new name is nobody else’s', async () => {
  const [mine, theirs] = [await newWorkspace(), await newWorkspace()]
  await mine.request('/api/me', { method: 'PATCH', json: { name: 'Ravi' } })
  const answer = await theirs.request('/api/me')
  expect(await answer.json()).toMatchObject({ user: { name: 'Asha' } })
})

test('neither e-mail nor id is changed by sending more fields', async () => {
  const workspace = await newWorkspace()
  const json = { name: 'Asha', email: 'evil@example.test', id: 'x', emailVerified: true }
  const response = await workspace.request('/api/me', { method: 'PATCH', json })
  const { user } = await response.json<{ user: object }>()
  expect(user).toMatchObject({
    id: workspace.personId,
    email: workspace.email,
    emailVerified: false,
  })
})

test.each(['a'.repeat(101), '', '   ', 'a\nb', '\ud800', null, 7])(
  '%j is no name',
  async (name) => {
    const workspace = await newWorkspace()
    const response = await workspace.request('/api/me', { method: 'PATCH', json: { name } })
    expect(response.status).toBe(400)
  },
)

test('a name of a hundred characters is one', async () => {
  const workspace = await newWorkspace()
  const json = { name: 'a'.repeat(100) }
  expect((await workspace.request('/api/me', { method: 'PATCH', json })).status).toBe(200)
})
