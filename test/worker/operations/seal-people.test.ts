import { personId, type PersonId, type WorkspaceId } from '#core/ids'
import { openDb } from '#db/client'
import { findPerson } from '#db/control/queries/people'
import { listKeptOf, replaceKept, SEALED_FIELDS } from '#db/control/queries/sealed-columns'
import { emailChanges } from '#db/control/schema/email-changes'
import { people } from '#db/control/schema/people'
import { asSealed } from '#db/control/schema/sealed'
import { authenticators } from '#db/control/schema/second-factors'
import { invitations, workspaces } from '#db/control/schema/workspaces'
import { newSeller, type TestSeller } from '#test/support/worker/seller'
import { newWorkspace } from '#test/support/worker/workspace'
import { readPeppers } from '#worker/auth/peppers'
import { openSeed } from '#worker/auth/sealed-seed'
import { sealSecret } from '#worker/auth/sealed-secret'
import { sealPeople, type SealedUpTo } from '#worker/operations/seal-people'
import { randomId } from '#worker/random'
import { dataKeyObject } from '#worker/sealed/data-keys'
import { openPerson } from '#worker/sealed/people'
import { isSealed } from '#worker/sealed/sealed-text'
import { vaultOf } from '#worker/sealed/vault'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

const db = openDb(env.DB)
const vault = vaultOf(env)
const peppers = readPeppers(env)
const DAY = 24 * 60 * 60 * 1000
const namedOf = async (id: PersonId) => openPerson(vault, (await findPerson(db, id))!)

async function seedOf(id: PersonId) {
  const [kept] = await db.select().from(authenticators).where(eq(authenticators.personId, id))
  return (await openSeed({ vault, peppers }, id, kept!.sealedSeed)).seed
}

/** Puts a row back to what it was before sealing. */
async function inClear(seller: TestSeller) {
  const id = seller.personId
  const named = await namedOf(id)
  await db
    .update(people)
    .set({ name: asSealed(named.name), email: asSealed(named.email) })
    .where(eq(people.id, id))
  const seed = await seedOf(id)
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
  await env.UPLOADS.delete([dataKeyObject(`p/${id}`), dataKeyObject(workspaceId)])
  return workspaceId
}

async function sealAll(runs = 1_000) {
  const sealing = { db, vault, peppers, now: new Date() }
  let upTo: SealedUpTo | undefined = { field: 'person.name', after: '' }
  for (let run = 0; run < runs && upTo !== undefined; run += 1)
    upTo = await sealPeople(sealing, upTo)
  return upTo
}

async function keptOf(owners: readonly (PersonId | WorkspaceId)[]) {
  const lists = await Promise.all(
    SEALED_FIELDS.flatMap((field) => owners.map((owner) => listKeptOf(db, field, owner, 10))),
  )
  return lists.flat().map(({ kept }) => kept)
}

test('rows of before are read as they are, and the job seals every one of them', async () => {
  const seller = await newSeller()
  const { app } = await seller.withApp()
  const seed = await seedOf(seller.personId)
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
  expect(await seedOf(seller.personId)).toEqual(seed)
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
