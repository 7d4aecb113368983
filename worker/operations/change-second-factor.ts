import { findPerson } from '#db/control/queries/people'
import { findConfirmedAt } from '#db/control/queries/sessions'
import {
  enableAuthenticator,
  findAuthenticator,
  offerAuthenticator,
  type Renewal,
  removeAuthenticator,
  renewRecoveryCodes,
} from '#db/control/queries/second-factors'
import { encodeBase32UpperCaseNoPadding } from '@oslojs/encoding'
import { newRecoveryCodes } from '../auth/recovery-codes'
import { sealSeed } from '../auth/sealed-seed'
import { hasSecondFactor, takeTotp } from '../auth/second-factor'
import { noteSecurityEvent } from '../auth/security-events'
import { newSession } from '../auth/sessions'
import { throttleSecondFactor, type Visitor } from '../auth/throttle'
import { SEED_BYTES, totpUri } from '../auth/totp'
import type { SignedIn } from '../env'
import { noticeJob } from '../jobs/outbox'
import type { Notice } from '../mail/notices'
import { AppError, notFound } from '../problem'
import { randomBytes } from '../random'
import { openPerson } from '../sealed/people'

export type Place = Pick<Visitor, 'peppers' | 'ipPrefix'>
/** The secret of the session that takes the place of all others, and the mail that tells of the change. */
export type Changed = { readonly secret: string; readonly jobs: readonly string[] }

/** A seed on offer; it guards nothing until a first code shows that the app has it. */
export async function setUpAuthenticator(caller: SignedIn) {
  const { db, files, personId, now } = caller
  const person = await findPerson(db, personId)
  if (person === undefined) throw notFound()
  const seed = randomBytes(SEED_BYTES)
  const { email } = await openPerson(files, person)
  const sealedSeed = await sealSeed({ vault: files, now }, personId, seed)
  const isOffered = await offerAuthenticator(db, { personId, sealedSeed, createdAt: now.getTime() })
  if (!isOffered) throw alreadyOn()
  return { secret: encodeBase32UpperCaseNoPadding(seed), uri: totpUri(email, seed) }
}

export async function turnOnAuthenticator(
  caller: SignedIn,
  place: Place,
  code: string,
): Promise<Changed & { readonly recoveryCodes: readonly string[] }> {
  const { db, personId, now } = caller
  const offered = await findAuthenticator(db, personId)
  if (offered === undefined) throw notSetUp()
  if (offered.enabledAt !== null) throw alreadyOn()
  const asked = { db, peppers: place.peppers, vault: caller.files, now }
  await throttleSecondFactor(asked, personId)
  if (!(await takeTotp(asked, personId, code, false))) throw codeWrong()

  const { codes, digests } = newRecoveryCodes(personId)
  const { secret, renewal } = await renewalOf(caller, 'authenticator-on')
  await enableAuthenticator(db, personId, { now: now.getTime(), digests, renewal })
  await noteSecurityEvent({ db, ...place, now }, personId, 'authenticator-on')
  return { secret, jobs: [renewal.job], recoveryCodes: codes }
}

export async function turnOffAuthenticator(caller: SignedIn, place: Place): Promise<Changed> {
  const { db, personId, now } = caller
  const authenticator = await findAuthenticator(db, personId)
  if (authenticator?.enabledAt === null || authenticator === undefined) throw notSetUp()
  const { secret, renewal } = await renewalOf(caller, 'authenticator-off')
  await removeAuthenticator(db, personId, renewal)
  await noteSecurityEvent({ db, ...place, now }, personId, 'authenticator-off')
  return { secret, jobs: [renewal.job] }
}

/** A new set; the codes of before, used or not, are worth nothing. */
export async function makeRecoveryCodes(
  caller: SignedIn,
  place: Place,
): Promise<Changed & { readonly recoveryCodes: readonly string[] }> {
  const { db, personId, now } = caller
  if (!(await hasSecondFactor(db, personId))) throw notSetUp()
  const { codes, digests } = newRecoveryCodes(personId)
  const { secret, renewal } = await renewalOf(caller, 'recovery-codes-made')
  await renewRecoveryCodes(db, personId, { now: now.getTime(), digests, renewal })
  await noteSecurityEvent({ db, ...place, now }, personId, 'recovery-codes-made')
  return { secret, jobs: [renewal.job], recoveryCodes: codes }
}

/**
 * The session that is left after a change of rights: a new secret, so that nobody who copied the old
 * one keeps it, with what is left of the ten minutes that the person has just confirmed.
 */
export async function renewalOf(
  caller: SignedIn,
  notice: Notice,
): Promise<{ readonly secret: string; readonly renewal: Renewal }> {
  const { db, personId, sessionId } = caller
  const confirmedAt = await findConfirmedAt(db, personId, sessionId)
  const { secret, session } = newSession(caller, confirmedAt ?? null)
  return { secret, renewal: { session, job: noticeJob(notice, personId) } }
}

function alreadyOn(): AppError {
  const sentence = 'An authenticator app is on already. Turn it off first to set up another.'
  return new AppError(409, 'authenticator-already-on', sentence)
}

function notSetUp(): AppError {
  const sentence = 'No second factor is set up yet. Set one up first.'
  return new AppError(409, 'second-factor-not-set-up', sentence)
}

function codeWrong(): AppError {
  const sentence = 'This code is wrong or was used. Wait for the next one and type that.'
  return new AppError(400, 'code-wrong', sentence, { fields: [{ path: 'code', detail: sentence }] })
}
