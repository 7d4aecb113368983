import { type EmailChangeId, personId as toPersonId } from '#core/ids'
import { openDb } from '#db/client'
import { findEmailChange } from '#db/control/queries/email-changes'
import { findPerson } from '#db/control/queries/people'
import { newCode } from '../auth/mailed-codes'
import { readPeppers } from '../auth/peppers'
import type { Bindings } from '../env'
import type { EmailChangeStep } from '../jobs/job'
import { lettersFor } from '../mail/language'
import { compose } from '../mail/letter'
import { sendMail } from '../mail/send-mail'
import { findDataKeys } from '../sealed/data-keys'
import { openText } from '../sealed/sealed-text'
import { keysOfPerson, vaultOf } from '../sealed/vault'

/** The code is made here, so that no queue and no outbox ever holds it, and neither holds an address. */
export async function mailEmailChange(
  env: Bindings,
  id: EmailChangeId,
  step: EmailChangeStep,
  now: Date,
): Promise<void> {
  const db = openDb(env.DB)
  const change = await findEmailChange(db, id)
  const person = change && (await findPerson(db, toPersonId(change.personId)))
  if (change === undefined || person === undefined) return
  const letters = lettersFor(person.language)
  const keys = await findDataKeys(keysOfPerson(vaultOf(env), toPersonId(person.id)))
  const [email, oldEmail] = await Promise.all([
    openText(keys, `email-change.email ${change.id}`, change.email),
    openText(keys, `email-change.old-email ${change.id}`, change.oldEmail),
  ])
  // Without the key nobody knows any more where to write to.
  if (email === undefined || oldEmail === undefined) return
  const send = (to: string, letter: Parameters<typeof compose>[1]) =>
    sendMail(env, { ...compose(letters.language, letter), to }, now)
  const page = (path: string) => `${env.APP_ORIGIN}${path}`
  if (step === 'asked') return send(oldEmail, letters.emailAsked(page('/forgot-password')))
  if (step === 'done') return send(oldEmail, letters.emailChanged(page('/sign-in')))
  if (change.doneAt !== null) return
  const owner = { personId: toPersonId(person.id), subject: change.id }
  const code = await newCode(db, readPeppers(env), { ...owner, purpose: 'change-email', now })
  return send(email, letters.emailCode(code))
}
