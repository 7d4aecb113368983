import type { PersonId } from '#core/ids'
import type { Bindings } from '../env'
import { findAddressee } from '../mail/addressee'
import { lettersFor } from '../mail/language'
import { compose } from '../mail/letter'
import type { Notice } from '../mail/notices'
import { sendMail } from '../mail/send-mail'

/** Tells an owner what changed about signing in, because whoever changed it may not be the owner. */
export async function mailNotice(
  env: Bindings,
  personId: PersonId,
  notice: Notice,
  now: Date,
): Promise<void> {
  const person = await findAddressee(env, personId)
  if (person === undefined) return
  const letters = lettersFor(person.language)
  const letter = letters.notice(notice, `${env.APP_ORIGIN}/forgot-password`)
  await sendMail(env, { ...compose(letters.language, letter), to: person.email }, now)
}
