import { personId as toPersonId } from '#core/ids'
import { changePassword, findPerson } from '#db/control/queries/people'
import { inHashLine } from '../auth/hash-line'
import { isOfKnownWords } from '../auth/known-words'
import { hashPassword, isCommonPassword, verifyPassword } from '../auth/passwords'
import { noteSecurityEvent } from '../auth/security-events'
import { startSession } from '../auth/sessions'
import { throttlePassword, type Visitor } from '../auth/throttle'
import type { SignedIn } from '../env'
import { noticeJob } from '../jobs/outbox'
import { AppError, notFound } from '../problem'
import type { Changed } from './change-second-factor'
import { findNamed } from '../sealed/people'
import { ofKnownWords, tooCommon } from './register'

type Change = { readonly password: string; readonly newPassword: string }

/** Ends every session, also the one that asks, and answers the secret of the one that takes its place. */
export async function changeOwnPassword(
  caller: SignedIn,
  { peppers, ipPrefix }: Pick<Visitor, 'peppers' | 'ipPrefix'>,
  { password, newPassword }: Change,
): Promise<Changed> {
  if (isCommonPassword(newPassword)) throw tooCommon('newPassword')
  const { db, files, workspaceId, personId, now } = caller
  // A session left open must not become a place to guess at.
  await throttlePassword({ db, peppers, now }, personId)
  const person = await findPerson(db, personId)
  if (person === undefined) throw notFound()
  const named = await findNamed(files, person)
  const own = named === undefined ? [] : [named.name, named.email]
  if (isOfKnownWords(newPassword, own)) throw ofKnownWords('newPassword')
  const id = toPersonId(person.id)
  const passwordHash = await inHashLine(now, async () => {
    const verdict = await verifyPassword(peppers, id, person.passwordHash, password)
    return verdict === 'wrong' ? undefined : hashPassword(peppers, id, newPassword)
  })
  if (passwordHash === undefined) throw passwordWrong()
  const job = noticeJob('password-changed', personId)
  await changePassword(db, id, { passwordHash, job, now })
  await noteSecurityEvent({ db, ipPrefix, now }, personId, 'password-changed')
  return { secret: await startSession(db, workspaceId, personId, now), jobs: [job] }
}

// Not 401, which says that the session has ended.
function passwordWrong(): AppError {
  const sentence = 'This is not your password.'
  return new AppError(400, 'password-wrong', sentence, {
    fields: [{ path: 'password', detail: sentence }],
  })
}
