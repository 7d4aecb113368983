import { people } from '#db/control/schema/people'
import { openDb } from '#db/client'
import type { Peppers } from '#worker/auth/peppers'
import { readSession } from '#worker/auth/sessions'
import type { Visitor } from '#worker/auth/throttle'
import { logIn } from '#worker/operations/log-in'
import { register } from '#worker/operations/register'
import { randomId } from '#worker/random'
import { vaultOf } from '#worker/sealed/vault'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { newAddress } from '../../support/worker/workspace'

const START = new Date('2026-04-01T00:00:00Z')
const DAY = 86_400_000
const PASSWORD = 'kaju katli 7'
const db = openDb(env.DB)
const pepper = (id: string) => ({ id, secret: crypto.getRandomValues(new Uint8Array(32)) })
const [older, current] = [pepper('1'), pepper('2')]

function visitor(peppers: Peppers, now = START): Visitor {
  return { db, peppers, vault: vaultOf(env), ipPrefix: newAddress(), now }
}
async function newPerson(peppers: Peppers) {
  const email = `${randomId()}@example.test`
  const { person, secret } = await register(visitor(peppers), {
    name: 'Asha',
    email,
    password: PASSWORD,
  })
  const row = async () => {
    const [found] = await db.select().from(people).where(eq(people.id, person.id))
    return found!
  }
  return { email, secret, row }
}
const credentials = (email: string, password = PASSWORD) => ({
  email,
  password,
  replaces: undefined,
})

test('the session made at sign-in begins when the person signed in', async () => {
  const { email } = await newPerson([current])
  const later = new Date(START.getTime() + DAY)
  const { secret } = await logIn(visitor([current], later), credentials(email))
  const idle = new Date(later.getTime() + 7 * DAY)
  expect(await readSession(db, secret, new Date(idle.getTime() - 1))).toBeDefined()
  const { secret: second } = await logIn(visitor([current], later), credentials(email))
  expect(await readSession(db, second, idle)).toBeUndefined()
})

test('signing in seals anew what the older pepper sealed, and then the older one can go', async () => {
  const { email, row } = await newPerson([older])
  const before = await row()
  expect(before.passwordHash).toMatch(/\$pep=1$/)

  await logIn(visitor([current, older]), credentials(email))
  const after = await row()
  expect(after.passwordHash).toMatch(/\$pep=2$/)
  expect(after.emailKey).not.toBe(before.emailKey)
  await logIn(visitor([current]), credentials(email))
})

test('a wrong password seals nothing anew', async () => {
  const { email, row } = await newPerson([older])
  const before = await row()
  await expect(
    logIn(visitor([current, older]), credentials(email, 'kaju katli 8')),
  ).rejects.toMatchObject({ status: 401 })
  expect(await row()).toEqual(before)
})

test('an address registered under the older pepper is still taken', async () => {
  const { email } = await newPerson([older])
  await expect(
    register(visitor([current, older]), { name: 'Ravi', email, password: PASSWORD }),
  ).rejects.toMatchObject({ code: 'email-taken' })
})

test('a stolen table without the pepper opens nothing', async () => {
  const { email } = await newPerson([current])
  await expect(logIn(visitor([pepper('2')]), credentials(email))).rejects.toMatchObject({
    code: 'invalid-credentials',
  })
})

test('a wrong password, an unknown address and an account without a hash cost the same work', async () => {
  const { email } = await newPerson([current])
  const bare = await newPerson([current])
  const { id } = await bare.row()
  await db.update(people).set({ passwordHash: 'none' }).where(eq(people.id, id))
  const statements = vi.spyOn(env.DB, 'prepare')
  const keys = vi.spyOn(env.UPLOADS, 'get')
  const workFor = async (address: string) => {
    statements.mockClear()
    const guess = logIn(visitor([current]), credentials(address, 'kaju katli 8'))
    await expect(guess).rejects.toMatchObject({ code: 'invalid-credentials' })
    return statements.mock.calls.map(([sql]) => sql)
  }
  const known = await workFor(email)
  expect(known.length).toBeGreaterThan(3)
  for (const address of [`${randomId()}@example.test`, bare.email, email]) {
    expect(await workFor(address)).toEqual(known)
    // Only scrypt itself minds a password that is no text: so all three come as far as there.
    const guess = logIn(visitor([current]), credentials(address, 8 as never))
    await expect(guess).rejects.toThrow(TypeError)
  }
  // The key of who is asked for lies in the bucket: nobody fetches it before the password is right.
  expect(keys).not.toHaveBeenCalled()
  await logIn(visitor([current]), credentials(email))
  expect(keys).toHaveBeenCalledTimes(1)
})
