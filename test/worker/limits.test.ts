import { LIMITS } from '#core/files/limits'
import { MAX_STATEMENT_ROWS } from '#core/bank/statement'
import { MAX_COSTS } from '#engine/say-costs'
import { ACCESS_TOKEN_SECONDS } from '#worker/auth/access-token'
import { MAX_WAITING } from '#worker/auth/hash-line'
import { OUR_WORDS } from '#worker/auth/known-words'
import { CODE_MS, MAX_GUESSES } from '#worker/auth/mailed-codes'
import { PASSWORD_MAX, PASSWORD_MIN } from '#worker/auth/passwords'
import { CONFIRMED_MS } from '#worker/auth/require-confirmed'
import { SESSION_ABSOLUTE_MS, SESSION_IDLE_MS } from '#worker/auth/sessions'
import * as buckets from '#worker/auth/throttle'
import { MAX_JSON_BYTES } from '#worker/body-limit'
import { MAX_UPLOAD_BYTES } from '#worker/operations/accept-upload'
import { MAX_PASSKEYS } from '#worker/operations/change-passkeys'
import { MAX_TOKENS } from '#worker/operations/create-token'
import { GRANT_SECONDS } from '#worker/operations/grant-device'
import { MAX_COST_LIST_BYTES } from '#worker/operations/import-costs'
import { RESET_MS } from '#worker/operations/mail-reset'
import { MAX_STATEMENT_BYTES } from '#worker/operations/match-bank-statement'
import { MAX_STORES } from '#worker/operations/open-store'
import { expect, test } from 'vitest'
import page from '../../docs/limits.md?url&inline'

/** What a row of the page says, by the constant that it names. */
function rows(): Record<string, string> {
  const [, encoded = ''] = page.split('base64,')
  const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0))
  const text = new TextDecoder().decode(bytes)
  const found = [...text.matchAll(/^\| `([\w.]+)` +\| (.+?) +\|/gm)]
  return Object.fromEntries(found.map(([, name = '', is = '']) => [name, is]))
}

const count = (value: number) => value.toLocaleString('en-US')
const MB = 1024 * 1024
const bytes = (value: number) => {
  if (value % MB === 0) return `${value / MB} MiB`
  return value % 1_000_000 === 0 ? `${value / 1_000_000} MB` : `${value / 1024} KiB`
}

function time(ms: number): string {
  const units = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1_000],
  ] as const
  const [name, size] = units.find((unit) => ms % unit[1] === 0)!
  return `${ms / size} ${name}${ms === size ? '' : 's'}`
}

const bucketRows = Object.entries(buckets).flatMap(([name, bucket]) =>
  typeof bucket === 'object'
    ? [[name, `${bucket.size}, then one every ${time(bucket.msPerToken)}`] as const]
    : [],
)

test('docs/limits.md names every limit as the code has it', () => {
  expect(bucketRows.length).toBeGreaterThan(5)
  expect(rows()).toEqual({
    ...Object.fromEntries(bucketRows),
    'LIMITS.uploadBytes': bytes(LIMITS.uploadBytes),
    'LIMITS.entryBytes': bytes(LIMITS.entryBytes),
    'LIMITS.inflatedBytes': bytes(LIMITS.inflatedBytes),
    'LIMITS.heldBytes': bytes(LIMITS.heldBytes),
    'LIMITS.sharedTextBytes': bytes(LIMITS.sharedTextBytes),
    'LIMITS.partBytes': bytes(LIMITS.partBytes),
    'LIMITS.zipDepth': count(LIMITS.zipDepth),
    'LIMITS.entries': count(LIMITS.entries),
    'LIMITS.columns': count(LIMITS.columns),
    'LIMITS.rows': count(LIMITS.rows),
    'LIMITS.cellBytes': bytes(LIMITS.cellBytes),
    MAX_UPLOAD_BYTES: bytes(MAX_UPLOAD_BYTES),
    MAX_JSON_BYTES: bytes(MAX_JSON_BYTES),
    MAX_COST_LIST_BYTES: bytes(MAX_COST_LIST_BYTES),
    MAX_STATEMENT_BYTES: bytes(MAX_STATEMENT_BYTES),
    MAX_STATEMENT_ROWS: count(MAX_STATEMENT_ROWS),
    MAX_COSTS: count(MAX_COSTS),
    MAX_STORES: count(MAX_STORES),
    MAX_TOKENS: count(MAX_TOKENS),
    MAX_PASSKEYS: count(MAX_PASSKEYS),
    MAX_WAITING: count(MAX_WAITING),
    PASSWORD_MIN: count(PASSWORD_MIN),
    PASSWORD_MAX: count(PASSWORD_MAX),
    OUR_WORDS: OUR_WORDS.join(', '),
    SESSION_IDLE_MS: time(SESSION_IDLE_MS),
    SESSION_ABSOLUTE_MS: time(SESSION_ABSOLUTE_MS),
    CONFIRMED_MS: time(CONFIRMED_MS),
    CODE_MS: time(CODE_MS),
    MAX_GUESSES: count(MAX_GUESSES),
    RESET_MS: time(RESET_MS),
    ACCESS_TOKEN_SECONDS: time(ACCESS_TOKEN_SECONDS * 1000),
    GRANT_SECONDS: time(GRANT_SECONDS * 1000),
  })
})
