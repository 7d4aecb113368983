import * as z from 'zod'
import { hasPasswordLength, normalisePassword } from '../auth/passwords'

const NO_EMAIL = 'This is not an e-mail address.'
export const email = z.string().trim().max(254, NO_EMAIL).pipe(z.email(NO_EMAIL))
// Longer than any password may be, so that only the length rule itself decides about one.
export const password = z.string().max(2048, 'At most 256 characters.').transform(normalisePassword)
export const newPassword = password.refine(hasPasswordLength, '8 to 256 characters.')
