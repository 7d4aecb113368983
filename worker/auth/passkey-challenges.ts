import type { PersonId } from '#core/ids'
import type { Db } from '#db/client'
import {
  addChallenge,
  type ChallengePurpose,
  findPasskeyByCredential,
  type Passkey,
  takeChallenge,
  takeSignature,
} from '#db/control/queries/passkeys'
import { encodeBase64urlNoPadding } from '@oslojs/encoding'
import { randomBytes } from '../random'
import { type Assertion, assertedChallenge, verifyAssertion } from './passkeys'
import { digestOf } from './sessions'
import type { Site } from './site'

export const CHALLENGE_MS = 5 * 60_000
const CHALLENGE_BYTES = 32

/** What it is for, and of whom, where that is known. */
export type Question = { readonly purpose: ChallengePurpose; readonly personId: PersonId | null }

/** A new question for a passkey, base64url. It can be answered once, for five minutes. */
export async function newChallenge(db: Db, question: Question, now: Date): Promise<string> {
  const challenge = encodeBase64urlNoPadding(randomBytes(CHALLENGE_BYTES))
  const expiresAt = now.getTime() + CHALLENGE_MS
  await addChallenge(db, { ...question, digest: digestOf(challenge), expiresAt })
  return challenge
}

export function useChallenge(
  db: Db,
  challenge: string,
  question: Question,
  now: Date,
): Promise<boolean> {
  return takeChallenge(db, { ...question, digest: digestOf(challenge) }, now)
}

/** The passkey that gave this answer, if everything about it is right. A wrong answer spends the question too. */
export async function provePasskey(
  { db, site, now }: { readonly db: Db; readonly site: Site; readonly now: Date },
  question: Question,
  assertion: Assertion,
): Promise<Passkey | undefined> {
  const challenge = assertedChallenge(site, assertion)
  if (challenge === undefined || !(await useChallenge(db, challenge, question, now)))
    return undefined

  const passkey = await findPasskeyByCredential(db, assertion.credentialId)
  if (passkey === undefined || !isTheirs(passkey, question, assertion)) return undefined
  const signCount = await verifyAssertion(site, passkey.publicKey, assertion)
  const isTaken = signCount !== undefined && (await takeSignature(db, passkey, signCount, now))
  return isTaken ? passkey : undefined
}

/** The authenticator's own word on whose it is must not differ from ours. */
function isTheirs(passkey: Passkey, { personId }: Question, { userHandle }: Assertion): boolean {
  const ownHandle = encodeBase64urlNoPadding(new TextEncoder().encode(passkey.personId))
  if (userHandle !== undefined && userHandle !== ownHandle) return false
  return personId === null || passkey.personId === personId
}
