import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppEnv } from './env'
import { logError } from './log'

export type FieldProblem = { readonly path: string; readonly detail: string }

/** An error the caller can act on. Its code is part of the API and never changes. */
export class AppError extends Error {
  override name = 'AppError'
  readonly fields: readonly FieldProblem[] | undefined
  readonly retryAfterSeconds: number | undefined
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: string,
    message: string,
    options?: ErrorOptions & { fields?: readonly FieldProblem[]; retryAfterSeconds?: number },
  ) {
    super(message, options)
    this.fields = options?.fields
    this.retryAfterSeconds = options?.retryAfterSeconds
  }
}

/** Not there, or not yours: one answer for both, so that nobody learns which. */
export function notFound(): AppError {
  return new AppError(404, 'not-found', 'There is nothing here, or it is not yours.')
}

const TITLES: Partial<Record<number, string>> = {
  400: 'The request is not as expected',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not allowed here',
  410: 'No longer there',
  409: 'In conflict with what is there',
  413: 'Too large',
  422: 'Cannot be processed',
  429: 'Too many requests',
  500: 'Our mistake',
  503: 'Busy',
}

const UNREADABLE = 'The request could not be read. Its body is perhaps not the JSON it says it is.'

/** Answers every thrown error as RFC 9457 problem+json; unknown errors reveal nothing. */
export function toProblem(error: Error, c: Context<AppEnv>): Response {
  if (error instanceof AppError) return problem(c, error)
  if (error instanceof HTTPException) {
    return problem(c, new AppError(error.status, 'unreadable-request', UNREADABLE))
  }
  logError(c.get('requestId'), error)
  return problem(
    c,
    new AppError(500, 'internal-error', 'Something went wrong on our side. Nothing was lost.'),
  )
}

function problem(c: Context<AppEnv>, error: AppError): Response {
  const { status, code, message: detail, fields, retryAfterSeconds } = error
  if (retryAfterSeconds !== undefined) c.header('retry-after', String(retryAfterSeconds))
  const body = {
    type: `/problems/${code}`,
    title: TITLES[status] ?? 'Error',
    status,
    code,
    detail,
    requestId: c.get('requestId'),
    ...(fields && { fields }),
  }
  return c.json(body, status, { 'content-type': 'application/problem+json' })
}
