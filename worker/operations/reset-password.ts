import { personId } from '#core/ids'
import { findMailedSecret, takeMailedSecret } from '#db/control/queries/mailed-secrets'
import { changePassword, findPerson } from '#db/control/queries/people'
import { inHashLine } from '../auth/hash-line'
import { isOfKnownWords } from '../auth/known-words'
import { hashPassword, isCommonPassword } from '../auth/passwords'
import { noteSecurityEvent } from '../auth/security-events'
import { digestOf } from '../auth/sessions'
import { throttleAddress, type Visitor } from '../auth/throttle'
import { noticeJob } from '../jobs/outbox'
import { AppError } from '../problem'
import { findNamed } from '../sealed/people'
import { ofKnownWords, tooCommon } from './register'

type Reset = { readonly token: string; readonly password: string }

/**
 * Sets the password, ends every session and answers the mail that tells of it. The token works once,
 * and only when the password is taken. A second factor stays: a mailbox alone opens no account that has one.
 */
export async function resetPassword(
  visitor: Visitor,
  { token, password }: Reset,
): Promise<readonly string[]> {
  if (isCommonPassword(password)) throw tooCommon()
  await throttleAddress(visitor)
  const { db, peppers, now } = visitor
  const digest = digestOf(token)
  // Looked up first, because a made-up token must not cost a hash, nor a full line a good token.
  const owner = await findMailedSecret(db, digest, 'reset-password', now)
  if (owner === undefined) throw linkEnded()
  const id = personId(owner)
  const person = await findPerson(db, id)
  const named = person && (await findNamed(visitor.vault, person))
  if (isOfKnownWords(password, named ? [named.name, named.email] : [])) throw ofKnownWords()
  const passwordHash = await inHashLine(now, () => hashPassword(peppers, id, password))
  if ((await takeMailedSecret(db, digest, 'reset-password', now)) === undefined) throw linkEnded()
  // Whoever reads the mails of an address has shown that it is theirs.
  const job = noticeJob('password-changed', id)
  await changePassword(db, id, { passwordHash, verifiedAt: now, job, now })
  await noteSecurityEvent(visitor, id, 'password-changed')
  return [job]
}

function linkEnded(): AppError {
  const sentence = 'This link has been used or has ended. Ask for a new one.'
  return new AppError(400, 'link-ended', sentence)
}
