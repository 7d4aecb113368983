import type { PersonId } from '#core/ids'
import { takeToken } from '#db/control/queries/throttles'
import type { Db } from '#db/client'
import { AppError } from '../problem'
import { keyedDigest, type Peppers } from './peppers'

/** Someone not signed in yet, who wants to be. */
export type Visitor = {
  readonly db: Db
  readonly peppers: Peppers
  readonly ipPrefix: string
  readonly now: Date
}

type Throttled = Pick<Visitor, 'db' | 'peppers' | 'now'>

export const ACCOUNT_BUCKET = { size: 10, msPerToken: 60_000 } as const
export const ADDRESS_BUCKET = { size: 30, msPerToken: 20_000 } as const
/** Mails to one person: enough to ask again, too few to annoy. */
export const MAIL_BUCKET = { size: 3, msPerToken: 200_000 } as const

/**
 * Takes one guess from the address's bucket and one from the account's, or throws 429.
 * The address comes first: whoever floods from one place must not empty a stranger's bucket.
 */
export async function throttleSignIn(visitor: Visitor, emailKey: string): Promise<void> {
  await take(visitor, `address ${visitor.ipPrefix}`, ADDRESS_BUCKET)
  await take(visitor, `account ${emailKey}`, ACCOUNT_BUCKET)
}

/** Before a mail that the person asked for. */
export async function throttleMail(visitor: Throttled, personId: PersonId): Promise<void> {
  await take(visitor, `mail ${personId}`, MAIL_BUCKET)
}

async function take(
  { db, peppers, now }: Throttled,
  subject: string,
  { size, msPerToken }: { readonly size: number; readonly msPerToken: number },
): Promise<void> {
  const key = keyedDigest(peppers[0], 'throttle', subject)
  if (await takeToken(db, { key, size, msPerToken }, now.getTime())) return
  throw tooMany(msPerToken / 1000)
}

export function tooMany(retryAfterSeconds: number): AppError {
  const sentence = 'Too many attempts. Wait a moment, then try again.'
  return new AppError(429, 'too-many-requests', sentence, { retryAfterSeconds })
}
