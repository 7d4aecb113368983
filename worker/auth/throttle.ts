import type { PersonId } from '#core/ids'
import { takeToken } from '#db/control/queries/throttles'
import type { Db } from '#db/client'
import { AppError } from '../problem'
import type { Vault } from '../sealed/vault'
import { keyedDigest, type Peppers } from './peppers'

/** Someone not signed in yet, who wants to be. */
export type Visitor = {
  readonly db: Db
  readonly peppers: Peppers
  readonly vault: Vault
  readonly ipPrefix: string
  readonly now: Date
}

type Throttled = Pick<Visitor, 'db' | 'peppers' | 'now'>

export const ACCOUNT_BUCKET = { size: 10, msPerToken: 60_000 } as const
export const ADDRESS_BUCKET = { size: 30, msPerToken: 20_000 } as const
/** Codes of six digits with three right ones at a time: who knows the password may not try a day long. */
export const SECOND_FACTOR_BUCKET = { size: 10, msPerToken: 600_000 } as const
/** Mails to strangers: enough for a team, too few for whoever wants to send them many. */
export const INVITATION_BUCKET = { size: 10, msPerToken: 600_000 } as const
/** Codes of eight letters that a device shows: RFC 8628 asks that they cannot be guessed. */
export const USER_CODE_BUCKET = { size: 5, msPerToken: 600_000 } as const
/** Rows of what was refused to one person: enough to be seen, too few to push everything else out of sight. */
export const REFUSAL_BUCKET = { size: 5, msPerToken: 720_000 } as const
/** Mails to one person: enough to ask again, too few to annoy. */
export const MAIL_BUCKET = { size: 3, msPerToken: 200_000 } as const

/**
 * Takes one guess from the address's bucket and one from the account's, or throws 429.
 * The address comes first: whoever floods from one place must not empty a stranger's bucket.
 */
export async function throttleSignIn(visitor: Visitor, emailKey: string): Promise<void> {
  await throttleAddress(visitor)
  await take(visitor, `account ${emailKey}`, ACCOUNT_BUCKET)
}

export async function throttleAddress(visitor: Visitor): Promise<void> {
  await take(visitor, `address ${visitor.ipPrefix}`, ADDRESS_BUCKET)
}

/** True while this account may have another mail with a link; not the bucket that sign-in empties. */
export function tryResetMail(visitor: Visitor, emailKey: string): Promise<boolean> {
  return tryTake(visitor, `reset ${emailKey}`, MAIL_BUCKET)
}

/** Before a password that confirms what a signed-in person wants. */
export async function throttlePassword(throttled: Throttled, personId: PersonId): Promise<void> {
  await take(throttled, `password ${personId}`, ACCOUNT_BUCKET)
}

/** Before a proof that a signed-in person is who the session says: the place first, as at sign-in. */
export async function throttleConfirmation(visitor: Visitor, personId: PersonId): Promise<void> {
  await throttleAddress(visitor)
  await throttlePassword(visitor, personId)
}

/** Before a code of an authenticator app is compared. */
export async function throttleSecondFactor(
  throttled: Throttled,
  personId: PersonId,
): Promise<void> {
  await take(throttled, `second factor ${personId}`, SECOND_FACTOR_BUCKET)
}

/** True while this address, whoever asks for it, may have another code for a change of address. */
export function tryChangeMail(throttled: Throttled, emailKey: string): Promise<boolean> {
  return tryTake(throttled, `change ${emailKey}`, MAIL_BUCKET)
}

/** True while another refusal of this person's is to be written down. */
export function tryNoteRefusal(throttled: Throttled, personId: PersonId): Promise<boolean> {
  return tryTake(throttled, `refusal ${personId}`, REFUSAL_BUCKET)
}

/** Before an invitation is mailed to somebody who did not ask for it. */
export async function throttleInvitation(throttled: Throttled, personId: PersonId): Promise<void> {
  await take(throttled, `invitation ${personId}`, INVITATION_BUCKET)
}

/** Before a code that a device shows is looked up: five guesses, then one in ten minutes. */
export async function throttleUserCode(throttled: Throttled, personId: PersonId): Promise<void> {
  await take(throttled, `user code ${personId}`, USER_CODE_BUCKET)
}

/** Before a mail that the person asked for. */
export async function throttleMail(visitor: Throttled, personId: PersonId): Promise<void> {
  await take(visitor, `mail ${personId}`, MAIL_BUCKET)
}

type Size = { readonly size: number; readonly msPerToken: number }

async function take(throttled: Throttled, subject: string, bucket: Size): Promise<void> {
  if (!(await tryTake(throttled, subject, bucket))) throw tooMany(bucket.msPerToken / 1000)
}

function tryTake({ db, peppers, now }: Throttled, subject: string, bucket: Size): Promise<boolean> {
  const key = keyedDigest(peppers[0], 'throttle', subject)
  return takeToken(db, { key, ...bucket }, now.getTime())
}

export function tooMany(retryAfterSeconds: number): AppError {
  const sentence = 'Too many attempts. Wait a moment, then try again.'
  return new AppError(429, 'too-many-requests', sentence, { retryAfterSeconds })
}
