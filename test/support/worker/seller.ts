import { personId as toPersonId, type PersonId } from '#core/ids'
import { openDb } from '#db/client'
import { findWorkspaceOfPerson } from '#db/control/queries/workspaces'
import { generateHOTP } from '@oslojs/otp'
import { workspaceId } from '#core/ids'
import { readSession } from '#worker/auth/sessions'
import type { SignedIn } from '#worker/env'
import { openLedger } from '#worker/open-ledger'
import { randomId } from '#worker/random'
import { fileStoreOf } from '#worker/sealed/file-store'
import { decodeBase32IgnorePadding } from '@oslojs/encoding'
import { env } from 'cloudflare:workers'
import { request, type TestRequest } from './workspace'

export const PASSWORD = 'kaju katli 7'

/** A browser: it keeps the session that the last answer gave it. */
export class TestBrowser {
  cookie = ''

  async send(method: string, path: string, json?: unknown, init: TestRequest = {}) {
    const response = await request(path, {
      ...init,
      method,
      ...(json !== undefined && { json }),
      headers: { ...(this.cookie && { cookie: this.cookie }), ...init.headers },
    })
    const given = response.headers.get('set-cookie')?.split(';')[0]
    if (given !== undefined) this.cookie = given
    return response
  }

  async post<Body>(path: string, json?: unknown): Promise<Body> {
    const response = await this.send('POST', path, json)
    if (!response.ok)
      throw new Error(`${path} answers ${response.status}: ${await response.text()}`)
    return (response.status === 204 ? undefined : await response.json()) as Body
  }

  get secret(): string {
    return this.cookie.slice('__Host-session='.length)
  }

  isSignedIn = async () => (await this.send('GET', '/api/me')).status === 200
}

export type TestSeller = Awaited<ReturnType<typeof newSeller>>

/** Somebody who registered by themselves, and is signed in. */
export async function newSeller() {
  const email = `${randomId()}@example.test`
  const browser = new TestBrowser()
  const json = { name: 'Asha', email, password: PASSWORD, isAdult: true }
  const { user } = await browser.post<{ user: { id: string } }>('/api/auth/register', json)
  const personId = toPersonId(user.id)
  const logIn = async (more: object = {}, other = new TestBrowser()) => ({
    browser: other,
    response: await other.send('POST', '/api/auth/login', { email, password: PASSWORD, ...more }),
  })
  const confirm = () => browser.post('/api/auth/confirm', { password: PASSWORD })
  /** Turns an authenticator app on, and answers the app. */
  const withApp = async (now = Date.now()) => {
    await confirm()
    const { secret } = await browser.post<{ secret: string }>('/api/auth/totp/setup')
    const app = newApp(secret)
    const code = { code: app.code(now) }
    const answer = await browser.post<{ recoveryCodes: string[] }>('/api/auth/totp/enable', code)
    return { app, recoveryCodes: answer.recoveryCodes }
  }
  return {
    email,
    personId,
    browser,
    logIn,
    confirm,
    withApp,
    caller: () => callerOf(personId, browser),
  }
}

async function callerOf(personId: PersonId, { secret }: TestBrowser): Promise<SignedIn> {
  const db = openDb(env.DB)
  const workspace = workspaceId((await findWorkspaceOfPerson(db, personId, Date.now()))!.id)
  const now = new Date()
  const { sessionId, ledger, role } = (await readSession(db, secret, now))!
  const files = fileStoreOf(env, workspace)
  const ids = { workspaceId: workspace, personId, sessionId, role, via: 'dashboard' as const }
  return { db, ledger: openLedger(env, ledger), files, ...ids, now }
}

/** What a phone does with the secret: RFC 6238, six digits each 30 seconds. */
export function newApp(secret: string) {
  const seed = decodeBase32IgnorePadding(secret)
  return {
    /** `steps` of thirty seconds away. */
    code: (at = Date.now(), steps = 0) =>
      generateHOTP(seed, BigInt(Math.floor(at / 30_000) + steps), 6),
  }
}
