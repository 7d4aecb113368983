import { markConfirmed } from '#db/control/queries/sessions'
import { startSession } from '#worker/auth/sessions'
import { expect, test } from 'vitest'
import { newWorkspace, request, type TestWorkspace } from '../../support/worker/workspace'

type Session = { id: string; isCurrent: boolean }

async function list(workspace: TestWorkspace) {
  const response = await workspace.request('/api/sessions')
  return (await response.json<{ items: Session[] }>()).items
}
/** A second browser of the same person. */
async function anotherBrowser(workspace: TestWorkspace) {
  const { db, workspaceId, personId, now } = await workspace.caller(new Date())
  const secret = await startSession(db, workspaceId, personId, now)
  const cookie = `__Host-session=${secret}`
  return (path: string) => request(path, { headers: { cookie } })
}

test('people see where they are signed in, and which one this is', async () => {
  const workspace = await newWorkspace()
  await anotherBrowser(workspace)
  await anotherBrowser(await newWorkspace())
  const sessions = await list(workspace)
  expect(sessions).toHaveLength(2)
  expect(sessions.filter((session) => session.isCurrent)).toHaveLength(1)
  expect(sessions[0]).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{32}$/),
    createdAt: expect.stringMatching(/Z$/),
    lastExtendedAt: expect.stringMatching(/Z$/),
    expiresAt: expect.stringMatching(/Z$/),
    isCurrent: expect.any(Boolean),
  })
})

/** As after POST /api/auth/confirm. */
async function confirmed(workspace: TestWorkspace) {
  const { db, personId, sessionId } = await workspace.caller(new Date())
  await markConfirmed(db, personId, sessionId, Date.now())
  return workspace
}

test('another browser can be signed out from here', async () => {
  const workspace = await confirmed(await newWorkspace())
  const other = await anotherBrowser(workspace)
  const { id } = (await list(workspace)).find((session) => !session.isCurrent)!
  const ended = await workspace.request(`/api/sessions/${id}`, { method: 'DELETE' })
  expect(ended.status).toBe(204)
  expect(ended.headers.get('set-cookie')).toBeNull()
  expect((await other('/api/me')).status).toBe(401)
  expect((await workspace.request('/api/me')).status).toBe(200)
  expect((await workspace.request(`/api/sessions/${id}`, { method: 'DELETE' })).status).toBe(404)
})

test('all other browsers are signed out at once, and nobody else’s', async () => {
  const [workspace, stranger] = [await confirmed(await newWorkspace()), await newWorkspace()]
  const others = [await anotherBrowser(workspace), await anotherBrowser(workspace)]
  expect((await workspace.request('/api/sessions', { method: 'DELETE' })).status).toBe(204)
  for (const other of others) expect((await other('/api/me')).status).toBe(401)
  expect(await list(workspace)).toMatchObject([{ isCurrent: true }])
  expect((await stranger.request('/api/me')).status).toBe(200)
})

test('who finds an open browser puts nobody else out', async () => {
  const workspace = await newWorkspace()
  const other = await anotherBrowser(workspace)
  const { id } = (await list(workspace)).find((session) => !session.isCurrent)!
  for (const path of ['/api/sessions', `/api/sessions/${id}`]) {
    const refused = await workspace.request(path, { method: 'DELETE' })
    expect(await refused.json()).toMatchObject({ status: 403, code: 'confirmation-required' })
  }
  expect((await other('/api/me')).status).toBe(200)
})

test('ending this very session takes the cookie back', async () => {
  const workspace = await newWorkspace()
  const [{ id }] = (await list(workspace)) as [Session]
  const ended = await workspace.request(`/api/sessions/${id}`, { method: 'DELETE' })
  expect(ended.headers.get('set-cookie')).toMatch(/^__Host-session=; Max-Age=0/)
  expect((await workspace.request('/api/me')).status).toBe(401)
})

test('nobody ends a stranger’s session', async () => {
  const [mine, theirs] = [await newWorkspace(), await newWorkspace()]
  const [{ id }] = (await list(theirs)) as [Session]
  expect((await mine.request(`/api/sessions/${id}`, { method: 'DELETE' })).status).toBe(404)
  expect((await theirs.request('/api/me')).status).toBe(200)
})
