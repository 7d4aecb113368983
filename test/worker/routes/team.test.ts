import { openDb } from '#db/client'
import { invitations, members } from '#db/control/schema/workspaces'
import { mailsTo } from '#test/support/worker/mails'
import { newSeller, type TestSeller } from '#test/support/worker/seller'
import { deliver } from '#test/support/worker/uploads'
import { newWorkspace } from '#test/support/worker/workspace'
import { randomId } from '#worker/random'
import { env } from 'cloudflare:workers'
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

const db = openDb(env.DB)
type Team = {
  members: { id: string; role: string; until: string | null; isMe: boolean }[]
  invitations: { id: string; email: string | null }[]
}
type Invited = { invitation: { id: string }; link: string | null }

const get = async <T>({ browser }: TestSeller, path: string) =>
  (await browser.send('GET', path)).json<T>()

async function invite(owner: TestSeller, wanted: object) {
  await owner.confirm()
  return owner.browser.post<Invited>('/api/team/invitations', wanted)
}

const tokenOf = (link: string) => new URL(link).searchParams.get('token')!
const join = (person: TestSeller, token: string) =>
  person.browser.send('POST', '/api/workspaces/join', { token })
const roleOf = async (person: TestSeller) =>
  (await get<{ workspace: { name: string; role: string } }>(person, '/api/me')).workspace.role

/** The link in the mail, as its reader opens it. */
async function mailedToken(owner: TestSeller, email: string, invitationId: string) {
  const { workspaceId } = await owner.caller()
  await deliver([{ type: 'mail-invitation', workspaceId, invitationId }])
  const [mail] = await mailsTo(email)
  return /token=([a-z2-7]+)/.exec(mail!.text)![1]!
}

test('an accountant is invited by mail, comes in, sees, and cannot change', async () => {
  const [owner, accountant] = [await newSeller(), await newSeller()]
  const wanted = { role: 'accountant', email: accountant.email }
  const { invitation, link } = await invite(owner, wanted)
  expect(link).toBeNull()
  const token = await mailedToken(owner, accountant.email, invitation.id)
  const offer = await accountant.browser.post('/api/workspaces/offer', { token })
  expect(offer).toEqual({ workspaceName: 'Asha', role: 'accountant', memberUntil: null })
  expect((await join(accountant, token)).status).toBe(204)

  expect(await roleOf(accountant)).toBe('accountant')
  const { workspace } = await get<{ workspace: { id: string } }>(accountant, '/api/me')
  expect(workspace.id).toBe((await owner.caller()).workspaceId)
  expect((await accountant.browser.send('GET', '/api/uploads')).status).toBe(200)
  const added = await accountant.browser.send('POST', '/api/stores', {})
  expect(await added.json()).toMatchObject({ code: 'not-allowed' })
  expect(await get<Team>(owner, '/api/team')).toMatchObject({
    members: [
      { role: 'owner', isMe: true },
      { role: 'accountant', isMe: false },
    ],
    invitations: [],
  })
})

test('a link gives a place for some days, to one person', async () => {
  const [owner, one, two] = [await newSeller(), await newSeller(), await newSeller()]
  const { link } = await invite(owner, { role: 'accountant', memberDays: 30 })
  const token = tokenOf(link!)
  const both = await Promise.all([join(one, token), join(two, token)])
  expect(both.map(({ status }) => status).toSorted()).toEqual([204, 400])
  const { members: all } = await get<Team>(owner, '/api/team')
  const days = (Date.parse(all[1]!.until!) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(29.9)
  expect(days).toBeLessThanOrEqual(30)
})

test('when the place ends, so does the access', async () => {
  const [owner, accountant] = [await newSeller(), await newSeller()]
  const { link } = await invite(owner, { role: 'accountant', memberDays: 1 })
  await join(accountant, tokenOf(link!))
  expect(await accountant.browser.isSignedIn()).toBe(true)
  await db
    .update(members)
    .set({ until: Date.now() - 1 })
    .where(and(eq(members.personId, accountant.personId), eq(members.role, 'accountant')))
  expect(await accountant.browser.isSignedIn()).toBe(false)
  // Their own workspace is still theirs.
  const { browser } = await accountant.logIn()
  expect(await roleOf({ ...accountant, browser })).toBe('owner')
})

test('an invitation for one address is not taken by another', async () => {
  const [owner, other] = [await newSeller(), await newSeller()]
  const email = `${randomId()}@example.test`
  const { invitation } = await invite(owner, { role: 'manager', email })
  const token = await mailedToken(owner, email, invitation.id)
  expect(await (await join(other, token)).json()).toMatchObject({ code: 'invitation-for-another' })
})

test('an invitation that was withdrawn, used or is over opens nothing', async () => {
  const [owner, other] = [await newSeller(), await newSeller()]
  const withdrawn = await invite(owner, { role: 'packer', memberDays: 5 })
  await owner.browser.send('DELETE', `/api/team/invitations/${withdrawn.invitation.id}`)
  const over = await invite(owner, { role: 'packer', memberDays: 5 })
  await db
    .update(invitations)
    .set({ expiresAt: Date.now() - 1 })
    .where(eq(invitations.id, over.invitation.id))
  for (const { link } of [withdrawn, over]) {
    expect(await (await join(other, tokenOf(link!))).json()).toMatchObject({ code: 'link-ended' })
  }
  expect((await join(other, 'made-up')).status).toBe(400)
  expect(await roleOf(other)).toBe('owner')
})

test('whoever belongs there already keeps the role they have', async () => {
  const owner = await newSeller()
  const { link } = await invite(owner, { role: 'packer', memberDays: 5 })
  expect(await (await join(owner, tokenOf(link!))).json()).toMatchObject({ code: 'already-member' })
  expect(await roleOf(owner)).toBe('owner')
})

test('a change of role signs the person out of the workspace', async () => {
  const [owner, manager] = [await newSeller(), await newSeller()]
  const { link } = await invite(owner, { role: 'manager', memberDays: 5 })
  await join(manager, tokenOf(link!))
  const path = `/api/team/members/${manager.personId}`
  expect((await owner.browser.send('PATCH', path, { role: 'packer' })).status).toBe(204)
  expect(await manager.browser.isSignedIn()).toBe(false)
  const { members: all } = await get<Team>(owner, '/api/team')
  expect(all[1]).toMatchObject({ role: 'packer', until: expect.any(String) })
  await owner.browser.send('DELETE', path)
  expect((await get<Team>(owner, '/api/team')).members).toHaveLength(1)
})

const memberPath = ({ personId }: TestSeller) => `/api/team/members/${personId}`

test('the last owner stays, even when two leave at once', async () => {
  const [one, two] = [await newSeller(), await newSeller()]
  const alone = await one.browser.send('DELETE', memberPath(one))
  expect(await alone.json()).toMatchObject({ code: 'last-owner' })
  const demoted = await one.browser.send('PATCH', memberPath(one), { role: 'packer' })
  expect(await demoted.json()).toMatchObject({ code: 'last-owner' })

  const { invitation } = await invite(one, { role: 'owner', email: two.email })
  await join(two, await mailedToken(one, two.email, invitation.id))
  const both = await Promise.all([
    one.browser.send('DELETE', memberPath(one)),
    two.browser.send('DELETE', memberPath(two)),
  ])
  expect(both.filter(({ status }) => status === 204)).toHaveLength(1)
})

test('a person goes to and fro between their workspaces, one session at a time', async () => {
  const [owner, manager] = [await newSeller(), await newSeller()]
  const before = manager.browser.cookie
  const { link } = await invite(owner, { role: 'manager', memberDays: 5 })
  await join(manager, tokenOf(link!))
  expect(manager.browser.cookie).not.toBe(before)
  type List = { items: { id: string; role: string; isCurrent: boolean }[] }
  const { items } = await get<List>(manager, '/api/workspaces')
  expect(items.map(({ role, isCurrent }) => [role, isCurrent])).toEqual([
    ['owner', false],
    ['manager', true],
  ])
  const home = items[0]!.id
  expect((await manager.browser.send('POST', `/api/workspaces/${home}/enter`)).status).toBe(204)
  expect(await roleOf(manager)).toBe('owner')
  const { items: open } = await get<{ items: unknown[] }>(manager, '/api/sessions')
  expect(open).toHaveLength(1)
})

test('nobody enters a workspace that is not theirs', async () => {
  const [mine, theirs] = [await newSeller(), await newWorkspace()]
  const path = `/api/workspaces/${theirs.workspaceId}/enter`
  expect((await mine.browser.send('POST', path)).status).toBe(404)
})

test.each<[object, string]>([
  [{ role: 'accountant' }, 'a link without an end'],
  [{ role: 'owner', memberDays: 5 }, 'a link for an owner'],
  [{ role: 'accountant', memberDays: 0 }, 'no days'],
  [{ role: 'accountant', memberDays: 367 }, 'too many days'],
  [{ role: 'king', email: 'a@example.test' }, 'no role of ours'],
  [{ role: 'packer', email: 'nobody' }, 'no address'],
])('%j is refused: %s', async (wanted) => {
  const owner = await newSeller()
  await owner.confirm()
  expect((await owner.browser.send('POST', '/api/team/invitations', wanted)).status).toBe(400)
})

test('inviting needs the person to show again that it is them, and has its measure', async () => {
  const owner = await newSeller()
  const wanted = { role: 'packer', memberDays: 5 }
  const send = () => owner.browser.send('POST', '/api/team/invitations', wanted)
  expect(await (await send()).json()).toMatchObject({ code: 'confirmation-required' })
  await owner.confirm()
  const all = await Promise.all(Array.from({ length: 12 }, send))
  expect(all.filter(({ status }) => status === 201)).toHaveLength(10)
  expect(all.filter(({ status }) => status === 429)).toHaveLength(2)
})
