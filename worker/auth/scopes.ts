/** What a token may do, in the words of its own field; a session may do whatever its person's role may. */
export const SCOPES = ['uploads:write', 'reports:read', 'costs:write', 'export:read'] as const

/** `kpis:write` is the extension's alone: figures it has read on the panel's own pages. */
export const EXTENSION_SCOPES = ['uploads:write', 'kpis:write'] as const

export type Scope = (typeof SCOPES)[number] | (typeof EXTENSION_SCOPES)[number]

const KNOWN: ReadonlySet<string> = new Set([...SCOPES, ...EXTENSION_SCOPES])

export function formatScopes(scopes: readonly Scope[]): string {
  return [...new Set(scopes)].sort().join(' ')
}

/** A scope that is no longer known gives nothing. */
export function parseScopes(text: string): Scope[] {
  // Safe because only known ones are kept.
  return text.split(' ').filter((word) => KNOWN.has(word)) as Scope[]
}
