import { personId, type PersonId } from '#core/ids'
import { openDb } from '#db/client'
import { findPerson } from '#db/control/queries/people'
import { listKeptOf, replaceKept, SEALED_FIELDS } from '#db/control/queries/sealed-columns'
import { emailChanges } from '#db/control/schema/email-changes'
import { people } from '#db/control/schema/people'
import { asSealed, keptText } from '#db/control/schema/sealed'
import { authenticators } from '#db/control/schema/second-factors'
import { invitations, workspaces } from '#db/control/schema/workspaces'
import { newSeller, PASSWORD, TestBrowser, type TestSeller } from '#test/support/worker/seller'
import { deliver } from '#test/support/worker/uploads'
import { newWorkspace } from '#test/support/worker/workspace'
import { mailsTo } from '#test/support/worker/mails'
import { readPeppers } from '#worker/auth/peppers'
import { openSeed } from '#worker/auth/sealed-seed'
import { sealSecret } from '#worker/auth/sealed-secret'
import { renewKeys, renewPersonKey } from '#worker/operations/renew-keys'
import { rotateWorkspaceKey } from '#worker/operations/rotate-data-key'
import { sealPeople, type SealedUpTo } from '#worker/operations/seal-people'
import { randomId } from '#worker/random'
import { dataKeyObject, dropOldDataKeys, findDataKeys } from '#worker/sealed/data-keys'
import { findNamed, openPerson } from '#worker/sealed/people'
import { isSealed } from '#worker/sealed/sealed-text'
import { keysOfPerson, keysOfWorkspace, vaultOf } from '#worker/sealed/vault'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'

const db = openDb(env.DB)
const vault = vaultOf(env)
const peppers = readPeppers(env)
const DAY = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(Date.now() + days * DAY)
const keysObject = (id: string) => dataKeyObject(`p/${id}`)
const namedOf = async (id: PersonId) => openPerson(vault, (await findPerson(db, id))!)

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

/** Puts a row back to what it was before sealing. */
async function inClear(seller: TestSeller) {
  const id = seller.personId
  const named = await namedOf(id)
  await db
    .update(people)
    .set({ name: asSealed(named.name), email: asSealed(named.email) })
    .where(eq(people.id, id))
  const [kept] = await db.select().from(authenticators).where(eq(authenticators.personId, id))
  const { seed } = await openSeed({ vault, peppers }, id, kept!.sealedSeed)
  const sealedSeed = asSealed(await sealSecret(peppers, id, seed))
  await db.update(authenticators).set({ sealedSeed }).where(eq(authenticators.personId, id))
  const { workspaceId } = await seller.caller()
  const name = asSealed('Asha')
  await db.update(workspaces).set({ name }).where(eq(workspaces.id, workspaceId))
  const at = Date.now()
  await db.insert(invitations).values({
    id: randomId(),
    workspaceId,
    role: 'accountant',
    email: asSealed('accountant@example.test'),
    createdAt: at,
    expiresAt: at + DAY,
  })
  await db.insert(emailChanges).values({
    id: randomId(),
    personId: id,
    email: asSealed('new@example.test'),
    emailKey: randomId(),
    oldEmail: asSealed(seller.email),
    askedAt: at,
  })
  await env.UPLOADS.delete([keysObject(id), dataKeyObject(workspaceId)])
  return workspaceId
}

async function sealAll(runs = 1_000) {
  const sealing = { db, vault, peppers, now: new Date() }
  let upTo: SealedUpTo | undefined = { field: 'person.name', after: '' }
  for (let run = 0; run < runs && upTo !== undefined; run += 1)
    upTo = await sealPeople(sealing, upTo)
  return upTo
}

async function keptOf(owners: readonly (PersonId | Awaited<ReturnType<typeof inClear>>)[]) {
  const lists = await Promise.all(
    SEALED_FIELDS.flatMap((field) => owners.map((owner) => listKeptOf(db, field, owner, 10))),
  )
  return lists.flat().map(({ kept }) => kept)
}

test('rows of before are read as they are, and the job seals every one of them', async () => {
  const seller = await newSeller()
  const { app } = await seller.withApp()
  const workspaceId = await inClear(seller)
  const me = { user: { name: 'Asha', email: seller.email }, workspace: { name: 'Asha' } }
  const readMe = async () => (await seller.browser.send('GET', '/api/me')).json()
  expect(await readMe()).toMatchObject(me)
  expect((await seller.logIn({ totp: app.code(Date.now(), 1) })).response.status).toBe(200)
  const owners = [seller.personId, workspaceId]
  expect((await keptOf(owners)).filter((kept) => !isSealed(kept)).length).toBeGreaterThan(5)

  expect(await sealAll()).toBeUndefined()
  const kept = await keptOf(owners)
  expect(kept).toHaveLength(SEALED_FIELDS.length)
  expect(kept.every(isSealed)).toBe(true)
  expect(await readMe()).toMatchObject(me)
  expect(await (await seller.browser.send('GET', '/api/team')).json()).toMatchObject({
    invitations: [{ email: 'accountant@example.test', byLink: false }],
  })
  expect((await seller.logIn({ totp: app.code(Date.now() + 60_000, 0) })).response.status).not.toBe(
    410,
  )
  // Again, and side by side: nothing is left to do.
  await Promise.all([sealAll(), sealAll()])
  expect(await keptOf(owners)).toEqual(kept)
})

test('more rows than one run takes are sealed by the messages that follow, and a seed that opens for nobody stops nothing', async () => {
  const lost = await newWorkspace()
  const sealedSeed = asSealed(
    await sealSecret(
      [{ id: 'gone', secret: new Uint8Array(32) }],
      lost.personId,
      new Uint8Array(20),
    ),
  )
  await db.insert(authenticators).values({ personId: lost.personId, sealedSeed, createdAt: 1 })
  const ids = Array.from({ length: 120 }, () => personId(randomId()))
  for (const id of ids) {
    await db.insert(people).values({
      id,
      name: asSealed('Asha'),
      email: asSealed(`${id}@example.test`),
      emailKey: id,
      passwordHash: 'none',
      adultConfirmedAt: 1,
      createdAt: 1,
    })
  }
  expect(await sealAll(1)).toMatchObject({ field: 'person.name' })
  expect(await sealAll()).toBeUndefined()
  const rows = await db.select().from(people)
  expect(rows.length).toBeGreaterThanOrEqual(120)
  expect(rows.filter(({ name, email }) => !isSealed(name) || !isSealed(email))).toEqual([])
  expect(await namedOf(ids[77]!)).toMatchObject({ name: 'Asha', email: `${ids[77]}@example.test` })
})

test('a name that is written while the job runs is not overwritten by the one of before', async () => {
  const seller = await newSeller()
  const from = asSealed('Asha')
  const { name: to } = (await findPerson(db, seller.personId))!
  await seller.browser.send('PATCH', '/api/me', { name: 'Asha Devi' })
  await replaceKept(db, 'person.name', [{ id: seller.personId, from, to }])
  expect(await namedOf(seller.personId)).toMatchObject({ name: 'Asha Devi' })
})

test('a key of a year is replaced: all is sealed anew, and a day later the old version is forgotten', async () => {
  const seller = await newSeller()
  await seller.withApp()
  const id = seller.personId
  const versions = async () =>
    (await findDataKeys(keysOfPerson(vault, id)))?.versions.map(({ version }) => version)
  const renew = (days: number) => renewPersonKey({ db, vault, now: inDays(days) }, id)
  await renew(364)
  expect(await versions()).toEqual([1])
  await renew(366)
  expect(await versions()).toEqual([1, 2])
  await renew(366.5)
  expect(await versions()).toEqual([1, 2])
  await renew(368)
  expect(await versions()).toEqual([2])
  const kept = await keptOf([id])
  expect(kept).toHaveLength(3)
  expect(kept.every((each) => keptText(each).startsWith('sealed$2$'))).toBe(true)
  expect(await namedOf(id)).toMatchObject({ name: 'Asha', email: seller.email })
})

test('a workspace that gets a new key keeps its name and the addresses it invited', async () => {
  const owner = await newSeller()
  await owner.confirm()
  const wanted = { role: 'accountant', email: 'accountant@example.test' }
  await owner.browser.post('/api/team/invitations', wanted)
  const caller = await owner.caller()
  for (const days of [366, 368])
    await rotateWorkspaceKey({ ...caller, now: inDays(days) }, undefined)
  const keys = await findDataKeys(caller.files)
  expect(keys?.versions.map(({ version }) => version)).toEqual([2])
  const me = await (await owner.browser.send('GET', '/api/me')).json()
  expect(me).toMatchObject({ workspace: { name: 'Asha' } })
  const team = await (await owner.browser.send('GET', '/api/team')).json()
  expect(team).toMatchObject({ invitations: [{ email: wanted.email }] })
})

test('a new key of the Worker wraps everybody’s key within one walk, and the old one can go', async () => {
  const seller = await newSeller()
  const { workspaceId } = await seller.caller()
  const [old] = vault.wrapping()
  const fresh = { id: '9', secret: crypto.getRandomValues(new Uint8Array(32)) }
  const both = { ...vault, wrapping: () => [fresh, old] as const }
  let upTo: Parameters<typeof renewKeys>[1] = { of: 'person', after: '' }
  for (let run = 0; run < 1_000 && upTo !== undefined; run += 1)
    upTo = (await renewKeys({ db, vault: both, now: new Date() }, upTo)).next
  expect(upTo).toBeUndefined()
  const onlyFresh = { ...vault, wrapping: () => [fresh] as const }
  const person = (await findPerson(db, seller.personId))!
  expect(await findNamed(onlyFresh, person)).toEqual({ name: 'Asha', email: seller.email })
  expect(await findDataKeys(keysOfWorkspace(onlyFresh, workspaceId))).toBeDefined()
  await expect(findNamed(vault, person)).rejects.toThrow('No key 9')
  await renewKeys({ db, vault: { ...vault, wrapping: () => [old, fresh] }, now: new Date() })
})

test('a version that was dropped too early is said, and is no crash', async () => {
  const seller = await newSeller()
  const store = keysOfPerson(vault, seller.personId)
  const { rotateDataKey } = await import('#worker/sealed/data-keys')
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
  const { register } = await import('#worker/operations/register')
  const email = `${randomId()}@example.test`
  const visitor = { db, peppers, vault: vaultOf(unset), ipPrefix: '10.9.8.7', now: new Date() }
  const registered = register(visitor, { name: 'Asha', email, password: PASSWORD })
  await expect(registered).rejects.toMatchObject({ status: 500, code: 'not-configured' })
  const { emailKeys } = await import('#worker/auth/peppers')
  const { findPersonByEmail } = await import('#db/control/queries/people')
  expect(await findPersonByEmail(db, emailKeys(peppers, email))).toBeUndefined()
})
