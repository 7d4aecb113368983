import type { hc } from 'hono/client'
import type { Api } from '#worker/app'
import { languageOfPage } from './language'
import { fetchKept } from './offline/kept-answers'

/** What a route may be asked with; the route's own type says which of it, and in what shape. */
type Asked = {
  /** As they stand in the address. */
  readonly param?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | undefined>>
  readonly json?: unknown
}

type Client = ReturnType<typeof hc<Api>>

/**
 * The routes of the Worker by their own types: `api.orders[':subOrderNo'].$get({ param })`. Hono's client says the
 * same and much that nobody here says, such as cookies and sockets; every first sight would wait for that.
 */
// Safe because every route is asked alike: its path, then its method, then what it is asked with.
export const { api } = routesUnder([]) as Client

function routesUnder(path: readonly string[]): unknown {
  return new Proxy(() => undefined, {
    get: (_, name) => (typeof name === 'string' ? routesUnder([...path, name]) : undefined),
    apply: (_, __, [asked]: [Asked?]) => ask(path, asked),
  })
}

function ask(path: readonly string[], { param = {}, query = {}, json }: Asked = {}) {
  const method = path.at(-1)?.slice(1).toUpperCase()
  const parts = path
    .slice(0, -1)
    .map((part) => (part.startsWith(':') ? (param[part.slice(1)] ?? '') : part))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, value)
  }
  // Mails to somebody new are written in the language of the page they signed up on.
  const headers = new Headers({ 'accept-language': languageOfPage() })
  if (json !== undefined) headers.set('content-type', 'application/json')
  const asked = search.toString()
  return fetchKept(`/${parts.join('/')}${asked && `?${asked}`}`, {
    ...(method && { method }),
    headers,
    ...(json !== undefined && { body: JSON.stringify(json) }),
  })
}
