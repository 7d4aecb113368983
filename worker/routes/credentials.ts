import * as z from 'zod'
import { hasPasswordLength, normalisePassword } from '../auth/passwords'

const NO_EMAIL = 'This is not an e-mail address.'
export const email = z.string().trim().max(254, NO_EMAIL).pipe(z.email(NO_EMAIL))
// Longer than any password may be, so that only the length rule itself decides about one.
export const password = z.string().max(2048, 'At most 256 characters.').transform(normalisePassword)
export const newPassword = password.refine(hasPasswordLength, '8 to 256 characters.')

const base64url = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\w-]+$/, 'This is not base64url.')

/** What a browser answers for a passkey that exists. */
export const assertion = z.object({
  credentialId: base64url(1400),
  clientDataJSON: base64url(4000),
  authenticatorData: base64url(4000),
  signature: base64url(400),
  userHandle: base64url(200).optional(),
})

/** What a browser answers for a new passkey. */
export const attestation = { clientDataJSON: base64url(4000), attestationObject: base64url(20_000) }

/** A code of an app, or a recovery code, with whatever spaces and hyphens people type. */
export const secondCode = z
  .string()
  .trim()
  .min(1, 'Please fill this in.')
  .max(60, 'This is no code.')

const CODE = /^\d{8}$/
// People copy it with spaces.
export const mailedCode = z
  .string()
  .max(40)
  .transform((text) => text.replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(CODE, 'The code has eight digits.'))
