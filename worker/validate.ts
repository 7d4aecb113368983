import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import type { z } from 'zod'
import { AppError } from './problem'

/** Parses one part of a request once; what does not fit is answered 400 `invalid-request` with its fields. */
export function validate<Schema extends z.ZodType, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) {
  return zValidator(target, schema, (result) => {
    if (result.success) return
    const fields = result.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      detail: issue.message,
    }))
    throw new AppError(400, 'invalid-request', 'Some fields are missing or not as expected.', {
      fields,
    })
  })
}
