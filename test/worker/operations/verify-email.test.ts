import { openDb } from '#db/client'
import { mailedSecrets } from '#db/control/schema/mailed-secrets'
import { people } from '#db/control/schema/people'
import { mailsTo } from '#test/support/worker/mails'
import { deliver } from '#test/support/worker/uploads'
import { newWorkspace, request } from '#test/support/worker/workspace'
import { readPeppers } from '#worker/auth/peppers'
import { mailVerification } from '#worker/operations/mail-verification'
import { purge } from '#worker/operations/purge'
import { askForCode, verifyEmail } from '#worker/operations/verify-email'
import { randomId } from '#worker/random'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

const START = new Date('2026-04-01T00:00:00Z')
const MINUTE = 60_000
const at = (ms: number) => new Date(START.getTime() + ms)
const db = openDb(env.DB)
const peppers = readPeppers(env)

async function newMailed() {
  const workspace = await newWorkspace(START)
  const code = async (now = START) => {
    await mailVerification(env, workspace.personId, now)
    const [mail] = await mailsTo(workspace.email)
    return /^\d{8}$/m.exec(mail!.text)![0]
  }
  const verify = async (text: string, now = START) =>
    verifyEmail(await workspace.caller(now), peppers, text)
  const verifiedAt = async () => {
    const [row] = await db.select().from(people).where(eq(people.id, workspace.personId))
    return row!.emailVerifiedAt
  }
  return { ...workspace, code, verify, verifiedAt }
}
const wrong = (code: string) => String((Number(code) + 1) % 1e8).padStart(8, '0')
const WRONG = { status: 400, code: 'code-wrong' }

test('the mailed code verifies the address, once', async () => {
  const { code, verify, verifiedAt } = await newMailed()
  const text = await code()
  await verify(text, at(MINUTE))
  expect(await verifiedAt()).toBe(at(MINUTE).getTime())
  await expect(verify(text, at(MINUTE))).rejects.toMatchObject(WRONG)
})

test('a code works for ten minutes', async () => {
  const [one, two] = [await newMailed(), await newMailed()]
  await one.verify(await one.code(), at(10 * MINUTE - 1))
  await expect(two.verify(await two.code(), at(10 * MINUTE))).rejects.toMatchObject(WRONG)
  expect(await two.verifiedAt()).toBeNull()
})

test('a code takes five guesses: the fifth may be right, the sixth may not', async () => {
  const [one, two] = [await newMailed(), await newMailed()]
  const codes = [await one.code(), await two.code()] as const
  for (let guess = 1; guess <= 4; guess++) {
    await expect(one.verify(wrong(codes[0]))).rejects.toMatchObject(WRONG)
    await expect(two.verify(wrong(codes[1]))).rejects.toMatchObject(WRONG)
  }
  await one.verify(codes[0])
  await expect(two.verify(wrong(codes[1]))).rejects.toMatchObject(WRONG)
  await expect(two.verify(codes[1])).rejects.toMatchObject(WRONG)
})

test('guesses at the same moment are counted one by one', async () => {
  const { code, verify, personId } = await newMailed()
  const text = await code()
  await Promise.allSettled(Array.from({ length: 20 }, () => verify(wrong(text))))
  const rows = await db.select().from(mailedSecrets).where(eq(mailedSecrets.personId, personId))
  expect(rows).toMatchObject([{ guesses: 5 }])
})

test('a new code ends the one before', async () => {
  const { code, verify } = await newMailed()
  const [first, second] = [await code(), await code(at(1))]
  if (first !== second) await expect(verify(first, at(2))).rejects.toMatchObject(WRONG)
  await verify(second, at(2))
})

test('another person’s code opens nothing', async () => {
  const [mine, theirs] = [await newMailed(), await newMailed()]
  await mine.code()
  await expect(mine.verify(await theirs.code())).rejects.toMatchObject(WRONG)
})

test('the table holds no code that can be read', async () => {
  const { code, personId } = await newMailed()
  const text = await code()
  const rows = await db.select().from(mailedSecrets).where(eq(mailedSecrets.personId, personId))
  expect(JSON.stringify(rows)).not.toContain(text)
})

test('three codes in a row may be asked for, and then one each 200 seconds', async () => {
  const workspace = await newWorkspace(START)
  const ask = async (now: Date) => askForCode(await workspace.caller(now), peppers)
  for (let times = 1; times <= 3; times++) expect(await ask(START)).toHaveLength(1)
  await expect(ask(at(199_999))).rejects.toMatchObject({ status: 429 })
  expect(await ask(at(200_000))).toHaveLength(1)
})

test('who is verified gets no more codes', async () => {
  const workspace = await newMailed()
  await workspace.verify(await workspace.code())
  expect(await askForCode(await workspace.caller(), peppers)).toEqual([])
  await mailVerification(env, workspace.personId, at(1))
  expect(await mailsTo(workspace.email)).toHaveLength(1)
})

test('expired codes are purged', async () => {
  const { code, personId } = await newMailed()
  await code()
  const left = () => db.select().from(mailedSecrets).where(eq(mailedSecrets.personId, personId))
  await purge(db, env.UPLOADS, at(10 * MINUTE))
  expect(await left()).toHaveLength(1)
  await purge(db, env.UPLOADS, at(10 * MINUTE + 1))
  expect(await left()).toEqual([])
})

test('signing up mails a code, and the routes take it', async () => {
  const email = `${randomId()}@example.test`
  const seller = { name: 'Asha', email, password: 'kaju katli 7', isAdult: true }
  const response = await request('/api/auth/register', { method: 'POST', json: seller })
  const cookie = response.headers.get('set-cookie')!.split(';')[0]!
  const post = (path: string, json?: unknown) =>
    request(path, { method: 'POST', json, headers: { cookie } })
  const { user } = await response.json<{ user: { id: string } }>()
  const mailed = () => deliver([{ type: 'mail-verification', personId: user.id }])
  await mailed()
  expect(await mailsTo(email)).toHaveLength(1)
  expect((await post('/api/auth/verify-email/send')).status).toBe(204)
  await mailed()
  expect(await mailsTo(email)).toHaveLength(2)

  const code = /^\d{8}$/m.exec((await mailsTo(email))[0]!.text)![0]
  const spaced = `${code.slice(0, 4)} ${code.slice(4)}`
  expect((await post('/api/auth/verify-email', { code: '1234567' })).status).toBe(400)
  expect((await post('/api/auth/verify-email', { code: spaced })).status).toBe(204)
  const me = await request('/api/me', { headers: { cookie } })
  expect(await me.json()).toMatchObject({ user: { emailVerified: true } })
})
