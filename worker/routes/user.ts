import type { Person } from '#db/control/queries/people'
import * as z from 'zod'

/** The signed-in person, as they see themselves. */
export const user = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  mfa: z.boolean(),
})

export function toUser(person: Person): z.infer<typeof user> {
  const { id, name, email, emailVerifiedAt } = person
  return { id, name, email, emailVerified: emailVerifiedAt !== null, mfa: false }
}
