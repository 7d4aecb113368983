import { createHmac } from 'node:crypto'
import type { Bindings } from '../env'
import { type KeyList, type NamedKey, readKeyList } from '../key-list'
import { AppError } from '../problem'

/** A secret of the Worker that no table holds: without it, a stolen database guesses no password. */
export type Pepper = NamedKey

/** The current one first; older ones open what they sealed until it is sealed anew at a sign-in. */
export type Peppers = KeyList

/** Throws `not-configured` rather than fall back on a key that is not secret. */
export function readPeppers(env: Pick<Bindings, 'PASSWORD_PEPPER'>): Peppers {
  const peppers = readKeyList(env.PASSWORD_PEPPER)
  if (peppers === undefined) throw notConfigured()
  return peppers
}

function notConfigured(): AppError {
  const sentence = 'Signing in is not set up on this server: its PASSWORD_PEPPER secret is missing.'
  return new AppError(500, 'not-configured', sentence)
}

/** The same for the same text, and says nothing about it to whoever lacks the pepper. */
export function keyedDigest(
  pepper: Pepper,
  purpose: 'email' | 'throttle' | 'code',
  text: string,
): string {
  // One derived key for each purpose, so that no digest can be carried over to another table.
  const key = createHmac('sha256', pepper.secret).update(`trackecom ${purpose}`).digest()
  return createHmac('sha256', key).update(text).digest('hex')
}

/** What sign-in looks an address up by: one key for each pepper, the current one's first. */
export function emailKeys(peppers: Peppers, email: string): [string, ...string[]] {
  const [current, ...older] = peppers
  const address = email.trim().normalize('NFKC').toLowerCase()
  const keyUnder = (pepper: Pepper) => keyedDigest(pepper, 'email', address)
  return [keyUnder(current), ...older.map(keyUnder)]
}
