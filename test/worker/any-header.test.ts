import { app } from '#worker/app'
import { newPersonalToken } from '#worker/auth/personal-token'
import { listOperations } from '#worker/openapi'
import { randomId } from '#worker/random'
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectNoHarm } from '../support/worker/no-harm'
import { newAddress, newWorkspace, ORIGIN } from '../support/worker/workspace'

const routes = listOperations(app.routes)
const withParam = routes.filter(({ path }) => path.includes(':'))
const PARAM = /:\w+(\{[^}]*\})?/g

/** Straight to the app: on the way in the platform puts odd headers right, and we must not rely on it. */
async function send(path: string, method: string, headers: Headers): Promise<Response> {
  const body = method === 'GET' ? null : '{}'
  const context = createExecutionContext()
  const request = new Request(`${ORIGIN}${path}`, { method, headers, body })
  const response = await app.fetch(request, env, context)
  await waitOnExecutionContext(context)
  return response
}

/** Every character that a header may carry on the wire. */
const wire = fc
  .array(
    fc.integer({ min: 1, max: 255 }).filter((code) => code !== 10 && code !== 13),
    { maxLength: 60 },
  )
  .map((codes) => String.fromCharCode(...codes))

const nasty = fc.constantFrom(
  '',
  ' ',
  '%',
  '%00',
  '%E0%A4%A',
  '%c0%ae%c0%ae/',
  '"',
  '\u0001',
  "'; DROP TABLE session; --",
  '__proto__',
  'a'.repeat(8_000),
  'null',
  '-0',
  '\u00ff\u00fe',
)
const text = fc.oneof(nasty, wire)

const encoded = (value: unknown) => btoa(JSON.stringify(value)).replaceAll('=', '')
const jwt = fc
  .tuple(
    fc.record({
      alg: fc.constantFrom<unknown>('none', 'HS256', 'ES256', '', null, 7, {}),
      kid: fc.constantFrom<unknown>('', '__proto__', null, 1, "' OR 1=1 --", 'x'.repeat(300)),
      jku: fc.constant('https://evil.test/keys'),
      crit: fc.constantFrom<unknown>(undefined, [], ['b64'], 7),
    }),
    fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value).replaceAll(/[^ -~]/g, '?')),
    fc.constantFrom('', 'AAAA', '!', 'A'.repeat(86)),
  )
  .map(([header, claims, signature]) => `${encoded(header)}.${btoa(claims)}.${signature}`)
const token = fc.oneof(
  jwt,
  text,
  fc.constantFrom('te_', `te_${'0'.repeat(36)}`, '..', 'a.b', 'a.b.c', 'a.b.c.d.e'),
  fc.constant(0).map(() => newPersonalToken()),
)
const authorization = fc.oneof(
  text,
  fc
    .tuple(fc.constantFrom('Bearer', 'bearer', 'Basic', 'Bearer  '), token)
    .map(([scheme, rest]) => `${scheme} ${rest}`),
)

const foreignCookie = fc
  .tuple(
    fc.constantFrom('__Host-session', 'session', '__host-session', '__Host-session=x; x'),
    text,
  )
  .map(([name, value]) => `${name}=${value}`)

const HEADERS = {
  authorization,
  origin: fc.oneof(text, fc.constantFrom('null', 'https://', 'http://[', 'chrome-extension://a')),
  'sec-fetch-site': fc.oneof(text, fc.constantFrom('same-origin', 'none', 'same-origin, none')),
  'content-type': fc.oneof(
    text,
    fc.constantFrom(
      'application/json; charset=utf-16',
      'application/json; charset="',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'multipart/form-data; boundary=',
    ),
  ),
  'content-length': fc.constantFrom('', '-1', '0', '1e3', 'abc', '0x10', '9'.repeat(40), '1, 2'),
  'transfer-encoding': fc.constantFrom('chunked', 'gzip, chunked', '', 'x'),
  'cf-connecting-ip': fc.oneof(
    text,
    fc.constantFrom('::', ':::', '1.2.3.4.5', '::ffff:1.2.3.4', 'fe80::1%eth0', '999.1.1.1'),
  ),
  'idempotency-key': fc.oneof(text, fc.constantFrom('a', 'x'.repeat(255), 'x'.repeat(256))),
  'accept-language': fc.oneof(text, fc.constantFrom('*', 'gu;q=', 'hi;q=NaN', ',,,', 'en-')),
  'if-none-match': text,
  range: fc.constantFrom('bytes=', 'bytes=5-1', 'bytes=-0', 'bytes=0-9,', 'x'),
} as const

/** Some of these headers at a time, so that each is met both alone and beside others. */
const someHeaders = fc.record(HEADERS, { requiredKeys: [] })
/** Whose cookie comes along: one's own, none, or something that looks like one. */
const cookie = fc.oneof(
  fc.constant({ kind: 'own' as const }),
  fc.constant({ kind: 'none' as const }),
  foreignCookie.map((value) => ({ kind: 'foreign' as const, value })),
)

function headersOf(own: string, { kind, ...rest }: { kind: string; value?: string }, other = {}) {
  const headers = new Headers({
    'sec-fetch-site': 'same-origin',
    'cf-connecting-ip': newAddress(),
    'content-type': 'application/json',
    ...other,
  })
  if (kind === 'own') headers.set('cookie', own)
  if (rest.value !== undefined) headers.set('cookie', rest.value)
  return headers
}

test.each(routes)('$method $path survives any header', async ({ method, path }) => {
  const workspace = await newWorkspace()
  const concrete = path.replaceAll(PARAM, randomId())
  await fc.assert(
    fc.asyncProperty(cookie, someHeaders, async (whose, other) => {
      const headers = headersOf(workspace.cookie, whose, other)
      await expectNoHarm(path, await send(concrete, method, headers))
    }),
    { numRuns: 25 },
  )
})

const closed = routes.filter(
  ({ path }) => !/^\/(api\/(auth|health|openapi|local|device)|\.)/.test(path),
)

test.each(closed)('$method $path opens to no made-up token', async ({ method, path }) => {
  const workspace = await newWorkspace()
  const concrete = path.replaceAll(PARAM, randomId())
  await fc.assert(
    fc.asyncProperty(authorization, async (value) => {
      const headers = headersOf(workspace.cookie, { kind: 'own' }, { authorization: value })
      // An empty header is as good as none; then the cookie counts.
      fc.pre(headers.get('authorization') !== '')
      const response = await send(concrete, method, headers)
      expect([value, response.status]).toEqual([value, 401])
      await expectNoHarm(path, response)
    }),
    { numRuns: 15 },
  )
})

/** A piece of a path as it stands on the wire, whatever it decodes to. */
const segment = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map((part) => {
    return encodeURIComponent(part.toWellFormed())
  }),
  fc.constantFrom(
    '%',
    '%zz',
    '%00',
    '%c0%af',
    '%E0%A4%A',
    '..%2f..%2fme',
    '%2e%2e',
    '%0d%0aset-cookie:%20a=b',
    '__proto__',
    'constructor',
    '-1',
    '1e9',
    '9007199254740993',
    'a'.repeat(8_000),
    "'%3B%20DROP%20TABLE%20store%3B%20--",
    ':id',
    '*',
  ),
)

test.each(withParam)('$method $path survives any piece of a path', async ({ method, path }) => {
  const workspace = await newWorkspace()
  await fc.assert(
    fc.asyncProperty(fc.array(segment, { minLength: 3, maxLength: 3 }), async (parts) => {
      let index = 0
      const concrete = path.replaceAll(PARAM, () => parts[index++ % parts.length] ?? '')
      const headers = headersOf(workspace.cookie, { kind: 'own' })
      await expectNoHarm(path, await send(concrete, method, headers))
    }),
    { numRuns: 40 },
  )
})
