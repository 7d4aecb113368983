import type { PersonId } from '#core/ids'
import { openDb } from '#db/client'
import { newCode } from '../auth/mailed-codes'
import { readPeppers } from '../auth/peppers'
import type { Bindings } from '../env'
import { findAddressee } from '../mail/addressee'
import { compose } from '../mail/letter'
import { lettersFor } from '../mail/language'
import { sendMail } from '../mail/send-mail'

/** The code is made here and not where it is asked for, so that no queue and no outbox ever holds it. */
export async function mailVerification(
  env: Bindings,
  personId: PersonId,
  now: Date,
): Promise<void> {
  const db = openDb(env.DB)
  const person = await findAddressee(env, personId)
  if (person === undefined || person.emailVerifiedAt !== null) return
  const code = await newCode(db, readPeppers(env), { personId, purpose: 'verify-email', now })
  const letters = lettersFor(person.language)
  const mail = compose(letters.language, letters.verification(code))
  await sendMail(env, { ...mail, to: person.email }, now)
}
