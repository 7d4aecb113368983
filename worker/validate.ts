import { isOpaqueId } from '#core/ids'
import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import * as z from 'zod'
import { rememberSchema } from './openapi'
import { AppError, notFound } from './problem'

/** Parses one part of a request once; what does not fit is answered 400 `invalid-request` with its fields. */
export function validate<Schema extends z.ZodType, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) {
  const handler = zValidator(target, schema, (result) => {
    if (result.success) return
    const fields = result.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      detail: issue.message,
    }))
    const sentence = 'Some fields are missing or not as expected.'
    throw new AppError(400, 'invalid-request', sentence, { fields })
  })
  rememberSchema(handler, target, schema)
  return handler
}

// A library's words are for programmers; these are for sellers. A schema may bring better ones.
z.config({ customError: wordsFor })

function wordsFor(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'This is missing.' : `This is not a ${issue.expected}.`
    case 'too_small':
      return `This is too little: at least ${issue.minimum}.`
    case 'too_big':
      return `This is too much: at most ${issue.maximum}.`
    case 'invalid_value':
      return `Choose one of: ${issue.values.join(', ')}.`
    default:
      return 'This is not as expected.'
  }
}

/** A name as people write it, in any script. Control characters are in no name, and break logs. */
export const nameText = z
  .string()
  .trim()
  .min(1, 'Please fill this in.')
  .max(100, 'At most 100 characters.')
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Only letters, digits, signs and spaces.')

export const idParam = z.object({ id: z.string() })

/** The id if it has the shape of one: `idOr404(storeId, text)`. Anything else is not found. */
export function idOr404<Id>(brand: (text: string) => Id, text: string): Id {
  if (!isOpaqueId(text)) throw notFound()
  return brand(text)
}
