import { addPersonalToken, type PersonalToken } from '#db/control/queries/personal-tokens'
import { newPersonalToken } from '../auth/personal-token'
import { formatScopes, type Scope } from '../auth/scopes'
import { digestOf } from '../auth/sessions'
import type { SignedIn } from '../env'
import { AppError } from '../problem'
import { randomId } from '../random'

const DAY_MS = 24 * 60 * 60 * 1000
export const MAX_TOKENS = 50

export type NewToken = {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly expiresInDays: number
  readonly client: PersonalToken['client']
}

/** The token's text, which nobody can read again, and what a list shows of it. */
export async function createToken(
  { db, workspaceId, personId, now }: Pick<SignedIn, 'db' | 'workspaceId' | 'personId' | 'now'>,
  { name, scopes, expiresInDays, client }: NewToken,
): Promise<{ readonly token: string; readonly item: PersonalToken }> {
  const token = newPersonalToken()
  const item = {
    id: randomId(),
    digest: digestOf(token),
    workspaceId,
    personId,
    name,
    scopes: formatScopes(scopes),
    client,
    createdAt: now.getTime(),
    expiresAt: now.getTime() + expiresInDays * DAY_MS,
    lastUsedAt: null,
  }
  if (await addPersonalToken(db, item, MAX_TOKENS)) return { token, item }
  const sentence = `You have ${MAX_TOKENS} tokens. Remove one that is no longer needed, then try again.`
  throw new AppError(409, 'too-many-tokens', sentence)
}
