import { openDb } from '#db/client'
import { findPerson, findPersonByEmail } from '#db/control/queries/people'
import { emailChanges } from '#db/control/schema/email-changes'
import { people } from '#db/control/schema/people'
import { authenticators } from '#db/control/schema/second-factors'
import { newSeller, PASSWORD, TestBrowser, type TestSeller } from '#test/support/worker/seller'
import { deliver } from '#test/support/worker/uploads'
import { mailsTo } from '#test/support/worker/mails'
import { emailKeys, readPeppers } from '#worker/auth/peppers'
import { openSeed } from '#worker/auth/sealed-seed'
import { register } from '#worker/operations/register'
import { randomId } from '#worker/random'
import {
  dataKeyObject,
  dropOldDataKeys,
  findDataKeys,
  rotateDataKey,
} from '#worker/sealed/data-keys'
import { findNamed, openPerson } from '#worker/sealed/people'
import { keysOfPerson, keysOfWorkspace, vaultOf } from '#worker/sealed/vault'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'

const db = openDb(env.DB)
const vault = vaultOf(env)
const peppers = readPeppers(env)
const keysObject = (id: string) => dataKeyObject(`p/${id}`)

/** A word that stands nowhere else, of letters that base64 does not change the length of. */
const word = () => `Zq${randomId().slice(0, 10)}`

/** Every row of every table, as text. */
async function dumpOfDatabase(): Promise<string> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'",
  ).all<{ name: string }>()
  const rows = await Promise.all(
    results.map(
      async ({ name }) => (await env.DB.prepare(`SELECT * FROM "${name}"`).all()).results,
    ),
  )
  expect(results.length).toBeGreaterThan(15)
  return JSON.stringify(rows)
}

/** Every object, but the letter box that a local machine has in place of a mail system. */
async function dumpOfBucket(): Promise<string> {
  let text = ''
  let cursor: string | undefined
  do {
    const page = await env.UPLOADS.list({ ...(cursor && { cursor }) })
    for (const { key } of page.objects.filter((object) => !object.key.startsWith('local-mail/'))) {
      const bytes = new Uint8Array(await (await env.UPLOADS.get(key))!.arrayBuffer())
      text += key + Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
    }
    cursor = page.truncated ? page.cursor : undefined
  } while (cursor !== undefined)
  return text
}

/** As it is, in hexadecimal, and in base64 wherever it may begin. */
function shapesOf(text: string): string[] {
  const bytes = new TextEncoder().encode(text)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const base64 = [0, 1, 2].map((shift) => {
    const shifted = btoa(`${'\0'.repeat(shift)}${text}`)
    // Without the letters that neighbours have a part in.
    return shifted.slice(Math.ceil((shift * 8) / 6), -4)
  })
  return [text, text.toLowerCase(), text.toUpperCase(), hex, hex.toUpperCase(), ...base64]
}

test('no dump of database and bucket, and no line of the log, tells who somebody is, whom they invited or what they were called', async () => {
  const log = vi.spyOn(console, 'log')
  const seller = await newSeller()
  const [name, local, invited, next] = [word(), word(), word(), word()]
  await seller.confirm()
  await seller.browser.send('PATCH', '/api/me', { name })
  await seller.withApp()
  await seller.confirm()
  const wanted = { role: 'accountant', email: `${invited}@example.test` }
  const key = { headers: { 'idempotency-key': 'invite-once' } }
  const made = await seller.browser.send('POST', '/api/team/invitations', wanted, key)
  const { invitation } = await made.json<{ invitation: { id: string; email: string } }>()
  expect(invitation.email).toBe(wanted.email)
  const { workspaceId } = await seller.caller()
  await deliver([{ type: 'mail-invitation', workspaceId, invitationId: invitation.id }])
  // Once taken, and once still asked for.
  for (const address of [local, next]) {
    await seller.confirm()
    await seller.browser.post('/api/auth/change-email', { email: `${address}@example.test` })
    const change = await db
      .select()
      .from(emailChanges)
      .where(eq(emailChanges.personId, seller.personId))
    const changeId = change.find(({ doneAt }) => doneAt === null)!.id
    await deliver([{ type: 'mail-email-change', about: 'code', changeId }])
    if (address === next) continue
    const [mail] = await mailsTo(`${address}@example.test`)
    const code = /\b(\d{6,8})\b/.exec(mail!.text)![1]!
    await seller.browser.post('/api/auth/change-email/confirm', { code })
  }
  const { user } = await (
    await seller.browser.send('GET', '/api/me')
  ).json<{
    user: { name: string; email: string }
  }>()
  expect(user).toMatchObject({ name, email: `${local}@example.test` })

  const lines = log.mock.calls.flat().map(String).join('\n')
  const dumps = [await dumpOfDatabase(), await dumpOfBucket(), lines]
  const first = seller.email.split('@')[0]!
  for (const secret of [name, local, invited, next, first]) {
    for (const shape of shapesOf(secret)) {
      for (const dump of dumps) expect(dump.includes(shape)).toBe(false)
    }
  }
  // The dumps are of the right place: what is no secret stands in them.
  expect(dumps[0]).toContain(seller.personId)
  expect(dumps[1]).toContain(keysObject(seller.personId))
  expect(lines).toContain('/api/team/invitations')
})

test('a dump with a name in clear would be noticed, in any of its shapes', () => {
  const name = word()
  for (const before of ['', 'a', 'ab', 'abc', 'é']) {
    const bytes = new TextEncoder().encode(`${before}${name}xyz`)
    const encoded = btoa(String.fromCharCode(...bytes))
    expect(shapesOf(name).some((shape) => encoded.includes(shape))).toBe(true)
  }
})

test('a person has one key in every workspace, and a workspace has its own', async () => {
  const { personId: id, caller } = await newSeller()
  const { workspaceId } = await caller()
  expect(await findDataKeys(keysOfPerson(vault, id))).toBeDefined()
  expect(await findDataKeys(keysOfWorkspace(vault, workspaceId))).toBeDefined()
  expect(keysObject(id)).toBe(`keys/p/${id}`)
})

test('what was sealed for one person opens in no row of another', async () => {
  const [one, two] = [await newSeller(), await newSeller()]
  const theirs = (await findPerson(db, one.personId))!
  await db
    .update(people)
    .set({ name: theirs.name, email: theirs.email })
    .where(eq(people.id, two.personId))
  expect(await findNamed(vault, (await findPerson(db, two.personId))!)).toBeUndefined()
  // Nor does their key, carried along.
  const key = await (await env.UPLOADS.get(keysObject(one.personId)))!.text()
  await env.UPLOADS.put(keysObject(two.personId), key)
  await expect(findDataKeys(keysOfPerson(vault, two.personId))).rejects.toThrow()
})

async function inviteToTeam(owner: TestSeller) {
  const member = await newSeller()
  await owner.confirm()
  const { link } = await owner.browser.post<{ link: string }>('/api/team/invitations', {
    role: 'accountant',
    memberDays: 30,
  })
  const token = new URL(link).searchParams.get('token')
  await member.browser.post('/api/workspaces/join', { token })
  return member
}

test('once the key of a person is deleted nobody reads them again, in no list and at no sign-in', async () => {
  const owner = await newSeller()
  const member = await inviteToTeam(owner)
  const { app } = await member.withApp()
  const before = (await findPerson(db, member.personId))!
  await env.UPLOADS.delete(keysObject(member.personId))

  const team = await (await owner.browser.send('GET', '/api/team')).json<{ members: object[] }>()
  expect(team.members).toMatchObject([
    { name: 'Asha', email: owner.email, isMe: true },
    { name: null, email: null, role: 'accountant', isMe: false },
  ])
  const gone = { status: 410, code: 'account-key-gone' }
  const me = await member.browser.send('GET', '/api/me')
  expect(await me.json()).toMatchObject(gone)
  const { response } = await member.logIn({ totp: app.code(Date.now(), 1) })
  expect(await response.json()).toMatchObject(gone)
  await expect(openPerson(vault, before)).rejects.toMatchObject(gone)
  const [kept] = await db
    .select()
    .from(authenticators)
    .where(eq(authenticators.personId, member.personId))
  const seed = openSeed({ vault, peppers }, member.personId, kept!.sealedSeed)
  await expect(seed).rejects.toMatchObject(gone)
  // A new name would make a key, and half an account that opens.
  const renamed = await member.browser.send('PATCH', '/api/me', { name: 'Ravi' })
  expect(await renamed.json()).toMatchObject(gone)
  expect(await env.UPLOADS.head(keysObject(member.personId))).toBeNull()
})

test('whose key is gone gets no mail, and no job fails for it', async () => {
  const { personId: id, email } = await newSeller()
  await env.UPLOADS.delete(keysObject(id))
  const jobs = [
    { type: 'mail-verification', personId: id },
    { type: 'mail-reset', personId: id },
    { type: 'mail-notice', personId: id, notice: 'password-changed' },
  ]
  expect((await deliver(jobs)).explicitAcks).toHaveLength(3)
  expect(await mailsTo(email)).toEqual([])
})

test('once the key of a workspace is deleted it has no name, and its invitations no address', async () => {
  const owner = await newSeller()
  const { workspaceId } = await owner.caller()
  await owner.confirm()
  const wanted = { role: 'accountant', email: 'accountant@example.test' }
  await owner.browser.post('/api/team/invitations', wanted)
  await env.UPLOADS.delete(dataKeyObject(workspaceId))
  const me = await (await owner.browser.send('GET', '/api/me')).json()
  expect(me).toMatchObject({ user: { name: 'Asha' }, workspace: { name: null, role: 'owner' } })
  const team = await (await owner.browser.send('GET', '/api/team')).json()
  expect(team).toMatchObject({ invitations: [{ email: null, byLink: false }] })
  const list = await (await owner.browser.send('GET', '/api/workspaces')).json()
  expect(list).toMatchObject({ items: [{ id: workspaceId, name: null }] })
})

test('a version that was dropped too early is said, and is no crash', async () => {
  const seller = await newSeller()
  const store = keysOfPerson(vault, seller.personId)
  await rotateDataKey(store, 1, new Date())
  await dropOldDataKeys(store)
  const { response } = await seller.logIn()
  expect(response.status).toBe(410)
  expect(await response.json()).toMatchObject({ code: 'account-key-gone' })
})

const countKeys = async () =>
  (await env.UPLOADS.list({ prefix: dataKeyObject('p/') })).objects.length

test('of two who sign up with one address at once, one leaves no key behind', async () => {
  const email = `${randomId()}@example.test`
  const json = { name: 'Asha', email, password: PASSWORD, isAdult: true }
  const before = await countKeys()
  const both = await Promise.all(
    [1, 2].map(() => new TestBrowser().send('POST', '/api/auth/register', json)),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
  expect(await countKeys()).toBe(before + 1)
})

test('without the Worker’s secret nobody is signed up in clear', async () => {
  const { DATA_KEY_WRAP: _missing, ...unset } = env
  const email = `${randomId()}@example.test`
  const visitor = { db, peppers, vault: vaultOf(unset), ipPrefix: '10.9.8.7', now: new Date() }
  const registered = register(visitor, { name: 'Asha', email, password: PASSWORD })
  await expect(registered).rejects.toMatchObject({ status: 500, code: 'not-configured' })
  expect(await findPersonByEmail(db, emailKeys(peppers, email))).toBeUndefined()
})
