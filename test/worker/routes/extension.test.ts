import { openDb } from '#db/client'
import { sessions } from '#db/control/schema/people'
import { signingKeys } from '#db/control/schema/tokens'
import { newWorkspace, request, type TestWorkspace } from '#test/support/worker/workspace'
import { signAccessToken, verifyAccessToken } from '#worker/auth/access-token'
import { readPeppers } from '#worker/auth/peppers'
import { currentSigner, listPublicKeys, VERIFIES_AFTER_MS } from '#worker/auth/signing-keys'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import {
  createLocalJWKSet,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
  UnsecuredJWT,
} from 'jose'
import { expect, test } from 'vitest'

const db = openDb(env.DB)
const peppers = readPeppers(env)
const OURS = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop'
const MINUTE = 60_000

const ask = (workspace: TestWorkspace, origin = OURS) =>
  workspace.request('/api/extension/token', {
    method: 'POST',
    headers: { origin, 'sec-fetch-site': 'cross-site' },
  })

async function newToken() {
  const workspace = await newWorkspace()
  const answer = await (await ask(workspace)).json<{ accessToken: string; expiresIn: number }>()
  return { workspace, ...answer }
}

const send = (token: string, path = '/api/uploads?filename=a.csv', method = 'POST') =>
  request(path, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(method === 'POST' && { body: crypto.randomUUID() }),
  })

test('the extension gets a token for a quarter of an hour, and sends files with it', async () => {
  const { accessToken, expiresIn } = await newToken()
  expect(expiresIn).toBe(15 * 60)
  const sent = await send(accessToken)
  expect(sent.status).toBe(202)
  expect(await sent.json()).toMatchObject({ upload: { source: 'extension' } })
})

test('the token is a JWT that anybody can check with the published keys', async () => {
  const { accessToken, workspace } = await newToken()
  const keys = await (await request('/.well-known/jwks.json')).json<{ keys: { kid: string }[] }>()
  const { payload, protectedHeader } = await jwtVerify(
    accessToken,
    createLocalJWKSet(keys as Parameters<typeof createLocalJWKSet>[0]),
  )
  expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'at+jwt' })
  expect(payload).toMatchObject({
    iss: 'trackecom',
    aud: 'trackecom-api',
    sub: workspace.personId,
    scope: 'kpis:write uploads:write',
  })
  expect(payload.exp! - payload.iat!).toBe(900)
  expect(JSON.stringify(keys)).not.toContain('"d"')
})

test.each([
  'https://evil.test',
  'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba',
  'chrome-extension://',
  'null',
])('a page or an extension at %s gets none', async (origin) => {
  expect((await ask(await newWorkspace(), origin)).status).toBe(403)
})

test('the dashboard itself has no use for one', async () => {
  const workspace = await newWorkspace()
  const response = await workspace.request('/api/extension/token', { method: 'POST' })
  expect(await response.json()).toMatchObject({ code: 'not-the-extension' })
})

test('the token reads no figures and changes no account', async () => {
  const { accessToken } = await newToken()
  for (const path of ['/api/stores', '/api/sessions', '/api/pnl?from=2026-01-01&to=2026-01-02']) {
    expect((await send(accessToken, path, 'GET')).status).toBe(403)
  }
})

test('a session that is ended takes its tokens with it', async () => {
  const { accessToken, workspace } = await newToken()
  await db.delete(sessions).where(eq(sessions.personId, workspace.personId))
  expect((await send(accessToken)).status).toBe(401)
})

const grantOf = async (workspace: TestWorkspace) => {
  const { personId, workspaceId, sessionId } = await workspace.caller()
  return { personId, workspaceId, sessionId, scopes: ['uploads:write'] as const }
}

test('a token is over after fifteen minutes', async () => {
  const grant = await grantOf(await newWorkspace())
  const now = new Date()
  const token = await signAccessToken(db, peppers, grant, now)
  const at = (ms: number) => verifyAccessToken(db, token, new Date(now.getTime() + ms))
  expect(await at(14 * MINUTE)).toEqual(grant)
  expect(await at(16 * MINUTE)).toBeUndefined()
})

test('after a change of keys the old one still verifies, until its last token is over', async () => {
  const workspace = await newWorkspace()
  const grant = await grantOf(workspace)
  const now = new Date()
  const before = await signAccessToken(db, peppers, grant, now)
  const isFirst = eq(signingKeys.id, decodeProtectedHeader(before).kid!)
  await db.update(signingKeys).set({ retiredAt: now.getTime() }).where(isFirst)
  const after = await signAccessToken(db, peppers, grant, now)
  const kids = [before, after].map((token) => decodeProtectedHeader(token).kid)
  expect(kids[0]).not.toBe(kids[1])

  const published = (await listPublicKeys(db, now)).map(({ kid }) => kid)
  expect(published).toEqual(expect.arrayContaining(kids))
  expect(await verifyAccessToken(db, before, now)).toEqual(grant)
  expect(await verifyAccessToken(db, after, now)).toEqual(grant)
  const later = new Date(now.getTime() + VERIFIES_AFTER_MS)
  expect((await listPublicKeys(db, later)).map(({ kid }) => kid)).not.toContain(kids[0])
})

test('a key signs for ninety days', async () => {
  const grant = await grantOf(await newWorkspace())
  const now = new Date()
  const kidOn = async (days: number) => {
    const at = new Date(now.getTime() + days * 24 * 60 * MINUTE)
    return decodeProtectedHeader(await signAccessToken(db, peppers, grant, at)).kid
  }
  const first = await kidOn(0)
  expect(await kidOn(89)).toBe(first)
  const second = await kidOn(91)
  expect(second).not.toBe(first)
  await db.delete(signingKeys).where(eq(signingKeys.id, second!))
})

test('a token of ours that is for another service opens nothing', async () => {
  const grant = await grantOf(await newWorkspace())
  const { id, key } = await currentSigner(db, peppers, new Date())
  const made = (audience: string) =>
    new SignJWT({ workspace: grant.workspaceId, sid: grant.sessionId, scope: 'uploads:write' })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: id })
      .setIssuer('trackecom')
      .setAudience(audience)
      .setSubject(grant.personId)
      .setJti('a')
      .setIssuedAt()
      .setExpirationTime('5 minutes')
      .sign(key)
  expect((await send(await made('trackecom-billing'))).status).toBe(401)
  expect((await send(await made('trackecom-api'))).status).toBe(202)
})

test('tokens of other makers open nothing', async () => {
  const { accessToken } = await newToken()
  const [header, payload, signature] = accessToken.split('.') as [string, string, string]
  const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  const { kid } = decodeProtectedHeader(accessToken)
  const signed = (typ: string, alg = 'EdDSA') =>
    new SignJWT(claims).setProtectedHeader({ alg, typ, kid: kid! })
  const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(privateKey)))
  const forged = [
    await signed('at+jwt').sign(privateKey),
    await signed('at+jwt', 'HS256').sign(secret),
    new UnsecuredJWT(claims).encode(),
    `${header}.${payload}.`,
    `${header}.${payload}.${signature.split('').toReversed().join('')}`,
    `${header}.${btoa(JSON.stringify({ ...claims, sub: 'x' }))}.${signature}`,
    'a.b.c',
    '..',
  ]
  for (const token of forged) expect((await send(token)).status).toBe(401)
  expect((await send(accessToken)).status).toBe(202)
})
