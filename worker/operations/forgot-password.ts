import { personId } from '#core/ids'
import { runBatch } from '#db/client'
import { addToOutbox } from '#db/control/queries/outbox'
import { findPersonByEmail } from '#db/control/queries/people'
import { emailKeys } from '../auth/peppers'
import { throttleAddress, tryResetMail, type Visitor } from '../auth/throttle'
import { mailJob } from '../jobs/outbox'
import { randomId } from '../random'

/**
 * Answers the job that mails a link. An address without an account gets the same work, with a job for
 * nobody, so that neither the answer nor its time says who has an account.
 */
export async function forgotPassword(visitor: Visitor, email: string): Promise<string[]> {
  const { db, peppers, now } = visitor
  await throttleAddress(visitor)
  const keys = emailKeys(peppers, email)
  // Silently: to say "too many" would stop nobody but the owner, who has the mails by now.
  const mayMail = await tryResetMail(visitor, keys[0])
  const person = await findPersonByEmail(db, keys)
  if (!mayMail) return []
  const job = mailJob('mail-reset', personId(person?.id ?? randomId()))
  await runBatch(db, [addToOutbox(job, now)])
  return [job]
}
