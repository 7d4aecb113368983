import { emailChangeId } from '#core/ids'
import {
  askEmailChange,
  completeEmailChange,
  findOpenEmailChange,
} from '#db/control/queries/email-changes'
import { findPerson, findPersonByEmail } from '#db/control/queries/people'
import { CODE_MS, useCode } from '../auth/mailed-codes'
import { emailKeys } from '../auth/peppers'
import { noteSecurityEvent } from '../auth/security-events'
import { newSession } from '../auth/sessions'
import { throttleMail, tryChangeMail } from '../auth/throttle'
import type { SignedIn } from '../env'
import { emailChangeJob } from '../jobs/outbox'
import { AppError, notFound } from '../problem'
import { randomId } from '../random'
import { ensureDataKeys } from '../sealed/data-keys'
import { openPerson } from '../sealed/people'
import { keyGone, openText, sealText } from '../sealed/sealed-text'
import { keysOfPerson } from '../sealed/vault'
import type { Changed, Place } from './change-second-factor'

/** A code is made when its mail is, which may be a little after it was asked for. */
const OPEN_MS = CODE_MS + 60 * 60_000

/**
 * Answers the jobs that mail a code to the new address and a notice to the old one. Whether the new
 * address has an account is neither looked up nor told: only who reads its mails learns it.
 */
export async function askForEmailChange(
  { db, files, personId, now }: SignedIn,
  place: Place,
  email: string,
): Promise<readonly string[]> {
  const person = await findPerson(db, personId)
  if (person === undefined) throw notFound()
  const { email: oldEmail } = await openPerson(files, person)
  const [emailKey] = emailKeys(place.peppers, email)
  const throttled = { db, peppers: place.peppers, now }
  await throttleMail(throttled, personId)
  // Silently, as for a forgotten password: many who name one address must not flood it.
  const mayMail = await tryChangeMail(throttled, emailKey)
  const id = emailChangeId(randomId())
  const jobs = [emailChangeJob('asked', id), ...(mayMail ? [emailChangeJob('code', id)] : [])]
  const keys = await ensureDataKeys(keysOfPerson(files, personId), now)
  const sealed = {
    email: await sealText(keys, `email-change.email ${id}`, email),
    oldEmail: await sealText(keys, `email-change.old-email ${id}`, oldEmail),
  }
  const change = { id, personId, ...sealed, emailKey, askedAt: now.getTime(), doneAt: null }
  await askEmailChange(db, change, jobs)
  await noteSecurityEvent({ ...place, db, now }, personId, 'email-change-asked')
  return jobs
}

/** With the right code the new address signs in and the old one no longer does; other sessions end. */
export async function confirmEmailChange(
  caller: SignedIn,
  { peppers, ipPrefix }: Place,
  code: string,
): Promise<Changed> {
  const { db, files, personId, now } = caller
  const change = await findOpenEmailChange(db, personId, new Date(now.getTime() - OPEN_MS))
  if (change === undefined) throw codeWrong()
  const codeFor = { personId, purpose: 'change-email', subject: change.id, now } as const
  if (!(await useCode(db, peppers, codeFor, code))) throw codeWrong()

  // Under every pepper, not only the one the key was made with: the code has shown whose mails they are.
  const keys = await ensureDataKeys(keysOfPerson(files, personId), now)
  const address = await openText(keys, `email-change.email ${change.id}`, change.email)
  if (address === undefined) throw keyGone()
  const holder = await findPersonByEmail(db, emailKeys(peppers, address))
  if (holder !== undefined && holder.id !== personId) throw emailTaken()
  const { secret, session } = newSession(caller, null)
  const job = emailChangeJob('done', emailChangeId(change.id))
  const renewal = { session, job }
  const email = await sealText(keys, `person.email ${personId}`, address)
  const done = { email, now: now.getTime(), renewal }
  const isDone = await completeEmailChange(db, personId, change, done)
  if (!isDone) throw emailTaken()
  await noteSecurityEvent({ db, ipPrefix, now }, personId, 'email-changed')
  return { secret, jobs: [job] }
}

function codeWrong(): AppError {
  const sentence = 'This code is wrong or has ended. After five tries, ask for a new one.'
  return new AppError(400, 'code-wrong', sentence, { fields: [{ path: 'code', detail: sentence }] })
}

function emailTaken(): AppError {
  const sentence =
    'Another account uses this e-mail address, so yours cannot have it. Sign in to that one, or choose another address.'
  return new AppError(409, 'email-taken', sentence)
}
