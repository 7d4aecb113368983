import { timingSafeEqual } from 'node:crypto'
import type { PersonId } from '#core/ids'
import type { Db } from '#db/client'
import {
  type MailedPurpose,
  replaceCode,
  takeGuess,
  takeMailedSecret,
} from '#db/control/queries/mailed-secrets'
import { keyedDigest, type Pepper, type Peppers } from './peppers'

export const CODE_MS = 10 * 60_000
export const MAX_GUESSES = 5
const CODES = 100_000_000

/** `subject`: what the code is about where that is more than the person, such as one new address. */
export type CodeFor = {
  readonly personId: PersonId
  readonly purpose: MailedPurpose
  readonly subject?: string
  readonly now: Date
}

/** A new code of eight digits, which ends the one before. Nobody can read it again. */
export async function newCode(db: Db, peppers: Peppers, codeFor: CodeFor): Promise<string> {
  const { personId, purpose, now } = codeFor
  const code = String(randomBelow(CODES)).padStart(8, '0')
  const digest = codeDigest(peppers[0], codeFor, code)
  await replaceCode(db, { digest, personId, purpose, expiresAt: now.getTime() + CODE_MS })
  return code
}

/** True once for the right code; every guess counts, also a right one that comes too late. */
export async function useCode(
  db: Db,
  peppers: Peppers,
  codeFor: CodeFor,
  code: string,
): Promise<boolean> {
  const { personId, purpose, now } = codeFor
  const kept = await takeGuess(db, personId, purpose, { now, maxGuesses: MAX_GUESSES })
  if (kept === undefined) return false
  const isRight = peppers.some((pepper) =>
    timingSafeEqual(Buffer.from(codeDigest(pepper, codeFor, code)), Buffer.from(kept)),
  )
  return isRight && (await takeMailedSecret(db, kept, purpose, now)) !== undefined
}

// Keyed, because eight digits alone are found again from a plain digest in a second.
function codeDigest(pepper: Pepper, { personId, purpose, subject }: CodeFor, code: string) {
  return keyedDigest(pepper, 'code', [purpose, personId, subject, code].filter(Boolean).join(' '))
}

function randomBelow(limit: number): number {
  const fair = 2 ** 32 - (2 ** 32 % limit)
  for (;;) {
    const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
    if (number < fair) return number % limit
  }
}
