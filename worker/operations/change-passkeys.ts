import { type PasskeyId, passkeyId } from '#core/ids'
import {
  addPasskey,
  findPasskey,
  listPasskeys,
  type Passkey,
  removePasskey,
  renamePasskey,
} from '#db/control/queries/passkeys'
import { findPerson } from '#db/control/queries/people'
import { readSecondFactors } from '#db/control/queries/second-factors'
import { encodeBase64urlNoPadding } from '@oslojs/encoding'
import { newChallenge, useChallenge } from '../auth/passkey-challenges'
import { readRegistration, type Registration } from '../auth/passkeys'
import { newRecoveryCodes } from '../auth/recovery-codes'
import { insistOnConfirmation } from '../auth/require-confirmed'
import { noteSecurityEvent } from '../auth/security-events'
import type { Site } from '../auth/site'
import type { SignedIn } from '../env'
import { AppError, notFound } from '../problem'
import { randomId } from '../random'
import { openPerson } from '../sealed/people'
import { type Changed, type Place, renewalOf } from './change-second-factor'

export const MAX_PASSKEYS = 20

/** What the browser needs to make a passkey for this person. */
export async function offerPasskey(caller: SignedIn) {
  const { db, files, personId, now } = caller
  const person = await findPerson(db, personId)
  if (person === undefined) throw notFound()
  const { name, email } = await openPerson(files, person)
  const known = await listPasskeys(db, personId)
  if (known.length >= MAX_PASSKEYS) throw tooMany()
  return {
    challenge: await newChallenge(db, { purpose: 'register', personId }, now),
    user: {
      // An opaque id: what an authenticator keeps must not say who somebody is.
      id: encodeBase64urlNoPadding(new TextEncoder().encode(personId)),
      name: email,
      displayName: name,
    },
    known: known.map(({ credentialId }) => credentialId),
  }
}

export type NewPasskey = Registration & { readonly name: string; readonly site: Site }

/** The first second factor of a person brings recovery codes; later ones bring none. */
export async function registerPasskey(
  caller: SignedIn,
  place: Place,
  { name, site, ...registration }: NewPasskey,
): Promise<Changed & { passkey: Passkey; recoveryCodes: readonly string[] }> {
  const { db, personId, now } = caller
  const made = await readRegistration(site, registration)
  const question = { purpose: 'register', personId } as const
  if (made === undefined || !(await useChallenge(db, made.challenge, question, now))) throw wrong()

  const factors = await readSecondFactors(db, personId)
  if (factors.passkeys >= MAX_PASSKEYS) throw tooMany()
  const { credentialId, publicKey, signCount } = made
  const createdAt = now.getTime()
  const ids = { credentialId, id: randomId(), personId }
  const passkey = { ...ids, name, publicKey, signCount, createdAt, lastUsedAt: null }
  const isFirst = factors.authenticatorSince === null && factors.passkeys === 0
  const { codes, digests } = isFirst ? newRecoveryCodes(personId) : { codes: [], digests: [] }
  const { secret, renewal } = await renewalOf(caller, 'passkey-added')
  const isAdded = await addPasskey(db, personId, passkey, { recoveryDigests: digests, renewal })
  if (!isAdded) throw known()
  await noteSecurityEvent({ db, ...place, now }, personId, 'passkey-added')
  return { secret, jobs: [renewal.job], passkey, recoveryCodes: codes }
}

export async function changePasskey(
  { db, personId, now }: SignedIn,
  place: Place,
  id: PasskeyId,
  name: string | undefined,
): Promise<Passkey> {
  const found = await findPasskey(db, personId, id)
  if (found === undefined) throw notFound()
  if (name === undefined || name === found.name) return found
  await renamePasskey(db, personId, id, name)
  await noteSecurityEvent({ db, ...place, now }, personId, 'passkey-renamed')
  return { ...found, name }
}

/** What is not there is not found, before anybody is asked to confirm anything. */
export async function dropPasskey(caller: SignedIn, place: Place, id: PasskeyId): Promise<Changed> {
  const { db, personId, now } = caller
  const found = await findPasskey(db, personId, id)
  if (found === undefined) throw notFound()
  await insistOnConfirmation(caller)
  const { secret, renewal } = await renewalOf(caller, 'passkey-removed')
  await removePasskey(db, personId, passkeyId(found.id), renewal)
  await noteSecurityEvent({ db, ...place, now }, personId, 'passkey-removed')
  return { secret, jobs: [renewal.job] }
}

function wrong(): AppError {
  const sentence = 'This passkey could not be registered. Start again, and answer within 5 minutes.'
  return new AppError(400, 'passkey-wrong', sentence)
}

function known(): AppError {
  return new AppError(409, 'passkey-known', 'This passkey is registered already.')
}

function tooMany(): AppError {
  const sentence = `You have ${MAX_PASSKEYS} passkeys, which is the most. Remove one first.`
  return new AppError(409, 'too-many-passkeys', sentence)
}
