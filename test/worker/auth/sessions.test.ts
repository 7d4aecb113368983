import { listLiveSessions } from '#db/control/queries/sessions'
import { sessions } from '#db/control/schema/people'
import { members } from '#db/control/schema/workspaces'
import { digestOf, readSession, startSession } from '#worker/auth/sessions'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newWorkspace } from '../../support/worker/workspace'

const START = new Date('2026-04-01T00:00:00Z')
const MINUTE = 60_000
const DAY = 86_400_000
const after = (milliseconds: number) => new Date(START.getTime() + milliseconds)

async function newSession() {
  const workspace = await newWorkspace(START)
  const { db, workspaceId, personId } = await workspace.caller()
  const secret = await startSession(db, workspaceId, personId, START)
  return { db, workspaceId, personId, secret }
}

test('a session unused for seven days has ended', async () => {
  const { db, secret } = await newSession()
  const other = await newSession()
  expect(await readSession(db, secret, after(7 * DAY - 1))).toBeDefined()
  expect(await readSession(db, other.secret, after(7 * DAY))).toBeUndefined()
})

test('a session in use lives on, but no longer than thirty days', async () => {
  const { db, secret } = await newSession()
  for (let day = 1; day < 30; day += 1) {
    expect(await readSession(db, secret, after(day * DAY))).toBeDefined()
  }
  expect(await readSession(db, secret, after(30 * DAY - 1))).toBeDefined()
  expect(await readSession(db, secret, after(30 * DAY))).toBeUndefined()
})

test('a session is extended once per half-life, however many requests come at once', async () => {
  const { db, secret } = await newSession()
  const extendedAt = async () => {
    const [row] = await db
      .select()
      .from(sessions)
      .where(eq(sessions.id, digestOf(secret)))
    return row?.extendedAt
  }
  await readSession(db, secret, after(3.5 * DAY - 1))
  expect(await extendedAt()).toBe(START.getTime())

  await Promise.all(
    Array.from({ length: 10 }, (_, n) => readSession(db, secret, after(3.5 * DAY + n))),
  )
  const extended = await extendedAt()
  expect(extended).toBeGreaterThanOrEqual(after(3.5 * DAY).getTime())
  await readSession(db, secret, after(4 * DAY))
  expect(await extendedAt()).toBe(extended)
})

test('the table keeps the digest of the secret, and people see half of the digest', async () => {
  const { db, personId, secret } = await newSession()
  const rows = JSON.stringify(
    await db.select().from(sessions).where(eq(sessions.personId, personId)),
  )
  expect(rows).not.toContain(secret)
  expect(rows).toContain(digestOf(secret))

  const shown = await listLiveSessions(db, personId, START.getTime())
  expect(shown.map((session) => session.id)).toContain(digestOf(secret).slice(0, 32))
})

test.each(['', 'x', 'a'.repeat(31), 'a'.repeat(33), 'A'.repeat(32), '1'.repeat(32), "' OR 1=1 --"])(
  'the secret %j opens nothing',
  async (secret) => {
    const { db } = await newSession()
    expect(await readSession(db, secret, START)).toBeUndefined()
  },
)

test('the digest of a secret is not itself a secret', async () => {
  const { db, secret } = await newSession()
  expect(await readSession(db, digestOf(secret), START)).toBeUndefined()
  expect(await readSession(db, digestOf(secret).slice(0, 32), START)).toBeUndefined()
})

test('who no longer belongs to the workspace has no session in it', async () => {
  const { db, personId, secret } = await newSession()
  await db.delete(members).where(eq(members.personId, personId))
  expect(await readSession(db, secret, after(MINUTE))).toBeUndefined()
})
