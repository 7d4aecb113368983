import { app } from '#worker/app'
import { listOperations } from '#worker/openapi'

/** Throws when a good answer is not what its route describes: the published API and the real one are one. */
export async function checkAgainstDescription(
  method: string,
  path: string,
  response: Response,
): Promise<void> {
  if (!response.ok || method === 'HEAD') return
  const operation = listOperations(app.routes).find(
    (operation) => operation.method === method && matches(operation.path, path),
  )
  const { response: main, status, also } = operation?.description ?? {}
  const described = { [status ?? (main === undefined ? 204 : 200)]: main, ...also }
  const route = `${method} ${operation?.path ?? path}`
  if (!(response.status in described)) {
    throw new Error(`${route} answers ${response.status}, which it does not describe.`)
  }
  const schema = described[response.status]
  if (typeof schema !== 'object') return
  const result = schema.safeParse(await response.clone().json())
  if (!result.success) throw new Error(`${route} answers other than it describes: ${result.error}`)
}

function matches(template: string, path: string): boolean {
  const pattern = template.replaceAll(/:\w+(?:\{([^}]*)\})?/g, (_param, inner?: string) => {
    return inner === undefined ? '[^/]+' : `(?:${inner})`
  })
  return new RegExp(`^${pattern}$`).test(path.split('?')[0] ?? path)
}
