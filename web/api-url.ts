export type Params = Readonly<Record<string, string | number | undefined>>

/** `/api/pnl` and its parameters; empty ones are left out. */
export function apiUrl(path: string, params: Params = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return `/api${path}${text && `?${text}`}`
}
