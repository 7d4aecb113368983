import type { PersonId } from '#core/ids'
import { openDb } from '#db/client'
import { addMailedSecret } from '#db/control/queries/mailed-secrets'
import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding'
import { digestOf } from '../auth/sessions'
import type { Bindings } from '../env'
import { findAddressee } from '../mail/addressee'
import { compose } from '../mail/letter'
import { lettersFor } from '../mail/language'
import { sendMail } from '../mail/send-mail'
import { randomBytes } from '../random'

export const RESET_MS = 60 * 60_000

/** The token is made here, so that no queue and no outbox ever holds it. */
export async function mailReset(env: Bindings, personId: PersonId, now: Date): Promise<void> {
  const db = openDb(env.DB)
  const person = await findAddressee(env, personId)
  if (person === undefined) return
  const token = encodeBase32LowerCaseNoPadding(randomBytes(20))
  await addMailedSecret(db, {
    digest: digestOf(token),
    personId,
    purpose: 'reset-password',
    expiresAt: now.getTime() + RESET_MS,
  })
  // Behind a #, which no browser sends on: it reaches no log and no other site.
  const link = `${env.APP_ORIGIN}/reset-password#${token}`
  const letters = lettersFor(person.language)
  await sendMail(env, { ...compose(letters.language, letters.reset(link)), to: person.email }, now)
}
