import * as z from 'zod'
import { LANGUAGES } from '../mail/language'
import type { OpenPerson } from '../sealed/people'

/** The signed-in person, as they see themselves. */
export const user = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  mfa: z.boolean(),
  /** Of the mails to this person. */
  language: z.enum(LANGUAGES),
})

export function toUser(person: OpenPerson, mfa: boolean): z.infer<typeof user> {
  const { id, name, email, emailVerifiedAt, language } = person
  return { id, name, email, emailVerified: emailVerifiedAt !== null, mfa, language }
}
