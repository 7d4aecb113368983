import { runBatch } from '#db/client'
import { addToOutbox } from '#db/control/queries/outbox'
import { findPerson, markEmailVerified } from '#db/control/queries/people'
import { useCode } from '../auth/mailed-codes'
import type { Peppers } from '../auth/peppers'
import { throttleMail } from '../auth/throttle'
import type { SignedIn } from '../env'
import { mailJob } from '../jobs/outbox'
import { AppError, notFound } from '../problem'

/** Queues a new code and answers the job; nothing for who is verified already. */
export async function askForCode(caller: SignedIn, peppers: Peppers): Promise<string[]> {
  const { db, personId, now } = caller
  const person = await findPerson(db, personId)
  if (person === undefined) throw notFound()
  if (person.emailVerifiedAt !== null) return []
  await throttleMail({ db, peppers, now }, personId)
  const job = mailJob('mail-verification', personId)
  await runBatch(db, [addToOutbox(job, now)])
  return [job]
}

export async function verifyEmail(
  { db, personId, now }: SignedIn,
  peppers: Peppers,
  code: string,
): Promise<void> {
  const isRight = await useCode(db, peppers, { personId, purpose: 'verify-email', now }, code)
  if (!isRight) {
    const sentence = 'This code is wrong or has ended. After five tries, ask for a new one.'
    throw new AppError(400, 'code-wrong', sentence)
  }
  await markEmailVerified(db, personId, now)
}
