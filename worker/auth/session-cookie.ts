import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from '../env'
import { SESSION_ABSOLUTE_MS } from './sessions'

// `__Host-` makes the browser itself insist on Secure, on Path=/ and on no Domain.
const NAME = 'session'
const ATTRIBUTES = { prefix: 'host', httpOnly: true, sameSite: 'Lax' } as const

export function sessionSecretOf(c: Context<AppEnv>): string | undefined {
  return getCookie(c, NAME, 'host')
}

export function setSessionCookie(c: Context<AppEnv>, secret: string): void {
  setCookie(c, NAME, secret, { ...ATTRIBUTES, path: '/', maxAge: SESSION_ABSOLUTE_MS / 1000 })
}

export function clearSessionCookie(c: Context<AppEnv>): void {
  deleteCookie(c, NAME, { ...ATTRIBUTES, path: '/' })
}
