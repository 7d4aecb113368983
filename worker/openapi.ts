import type { MiddlewareHandler } from 'hono'
import type { RouterRoute, ValidationTargets } from 'hono/types'
import * as z from 'zod'
import { isPublic } from './auth/access'
import type { AppEnv } from './env'

/** What a route says of itself, for GET /api/openapi.json. A test fails for a route that says nothing. */
export type Description = {
  /** One sentence without a stop: what the route is for. */
  readonly summary: string
  /** Schema of the good answer, or its media type when that is not JSON. Nothing for an empty answer. */
  readonly response?: z.ZodType | MediaType
  /** Status of the good answer; otherwise 200, or 204 when it is empty. */
  readonly status?: number
  /** Schemas of further good answers by status. */
  readonly also?: Readonly<Record<number, z.ZodType>>
  /** Media type of a request body that is not JSON. */
  readonly body?: MediaType
}

type MediaType = `${string}/${string}`
type Targets = Partial<Record<keyof ValidationTargets, z.ZodType>>
type Schema = Readonly<Record<string, unknown>>
type Operation = { readonly method: string; readonly path: string } & Notes
type Notes = { description?: Description; readonly targets: Targets }

const descriptions = new WeakMap<object, Description>()
const targetsOf = new WeakMap<object, Targets>()

/**
 * Describes a route; stands first in it:
 * `.get('/', describe({ summary: 'List the stores', response: storeList }), (c) => …)`.
 * The params, query and body come from the route's own `validate(…)`.
 */
export function describe(description: Description): MiddlewareHandler<AppEnv> {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- each call is a key of its own
  const handler: MiddlewareHandler<AppEnv> = (_c, next) => next()
  descriptions.set(handler, description)
  return handler
}

/** Called by validate(): the schema that a middleware parses with is the one that is published. */
export function rememberSchema(
  handler: MiddlewareHandler,
  target: keyof ValidationTargets,
  schema: z.ZodType,
): void {
  targetsOf.set(handler, { [target]: schema })
}

/** Every route with what its handlers said of it; middleware for all routes is no route. */
export function listOperations(routes: readonly RouterRoute[]): Operation[] {
  const operations = new Map<string, Operation>()
  for (const { method, path, handler } of routes) {
    if (method === 'ALL') continue
    const id = `${method} ${path}`
    const { targets = {}, description } = operations.get(id) ?? {}
    const said = descriptions.get(handler) ?? description
    operations.set(id, {
      method,
      path,
      targets: { ...targets, ...targetsOf.get(handler) },
      ...(said && { description: said }),
    })
  }
  return [...operations.values()]
}

/** The OpenAPI 3.1 description of these routes. */
export function openApi(routes: readonly RouterRoute[]) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of listOperations(routes)) {
    const path = operation.path.replaceAll(/:(\w+)(\{[^}]*\})?\??/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: operationObject(operation) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'TrackEcom', version: '1' },
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(problemSchema, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-session' } },
    },
  }
}

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  fields: z.array(z.object({ path: z.string(), detail: z.string() })).optional(),
})

function operationObject({ method, path, description, targets }: Operation) {
  const body = requestBody(targets, description?.body)
  return {
    summary: description?.summary ?? '',
    ...(isPublic(method, path) && { security: [] }),
    parameters: [...parameters('path', targets.param), ...parameters('query', targets.query)],
    ...(body && { requestBody: { required: true, content: body } }),
    responses: description ? responses(description) : {},
  }
}

function requestBody({ json }: Targets, mediaType: MediaType | undefined) {
  if (mediaType !== undefined) return { [mediaType]: {} }
  return json && { 'application/json': { schema: jsonSchema(json, 'input') } }
}

function parameters(place: 'path' | 'query', schema: z.ZodType | undefined): object[] {
  if (schema === undefined) return []
  const { properties, required } = jsonSchema(schema, 'input')
  const names = new Set(Array.isArray(required) ? required : [])
  return Object.entries(properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || names.has(name),
    schema: property,
  }))
}

function responses({ response, status, also = {} }: Description) {
  const problem = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  }
  const good = Object.entries({ [status ?? (response ? 200 : 204)]: response, ...also })
  return {
    ...Object.fromEntries(good.map(([code, answer]) => [code, responseObject(answer)])),
    default: { description: 'A problem (RFC 9457)', content: problem },
  }
}

function responseObject(answer: z.ZodType | MediaType | undefined) {
  if (answer === undefined) return { description: 'Done' }
  if (typeof answer === 'string') return { description: 'The file', content: { [answer]: {} } }
  const schema = jsonSchema(answer, 'output')
  return { description: 'The answer', content: { 'application/json': { schema } } }
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
