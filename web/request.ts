import { said } from './locales/said'

export type FieldProblem = { readonly path: string; readonly detail: string }

/** An answer that is no success. `status` 0 means that no answer came: the network is away. */
export class ApiProblem extends Error {
  override name = 'ApiProblem'
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly fields: readonly FieldProblem[] = [],
    readonly requestId = '',
  ) {
    super(detail)
  }
}

/** Reads problem+json, in the language of the page; any other body, such as a proxy's page, is a problem without words. */
export function toProblem(status: number, body: string): ApiProblem {
  const problem = parseObject(body)
  const text = (key: string) => {
    const value = problem?.[key]
    return typeof value === 'string' ? value : ''
  }
  const found = Array.isArray(problem?.['fields']) ? problem['fields'].filter(isField) : []
  const fields = found.map(({ path, detail }) => ({ path, detail: said(detail) }))
  const detail = said(text('detail'), text('code'))
  return new ApiProblem(status, text('code'), detail, fields, text('requestId'))
}

function parseObject(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body)
    // Safe because any object may be read by key.
    return typeof value === 'object' && value ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function isField(value: unknown): value is FieldProblem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    'detail' in value &&
    typeof value.detail === 'string'
  )
}
