import { personId as toPersonId, workspaceId } from '#core/ids'
import { findPerson } from '#db/control/queries/people'
import { removeSessionByDigest } from '#db/control/queries/sessions'
import { findWorkspaceOfPerson } from '#db/control/queries/workspaces'
import { provePasskey } from '../auth/passkey-challenges'
import type { Assertion } from '../auth/passkeys'
import { noteSecurityEvent } from '../auth/security-events'
import { digestOf, startSession } from '../auth/sessions'
import type { Site } from '../auth/site'
import { throttleAddress, type Visitor } from '../auth/throttle'
import { AppError } from '../problem'
import { openPerson } from '../sealed/people'

type Entry = {
  readonly passkey: Assertion
  readonly site: Site
  /** The session this browser had before, which ends. */
  readonly replaces: string | undefined
}

/** A passkey whose device has verified its owner is two factors at once, so no password is asked for. */
export async function logInByPasskey(visitor: Visitor, { passkey, site, replaces }: Entry) {
  const { db, now } = visitor
  await throttleAddress(visitor)
  const question = { purpose: 'sign-in', personId: null } as const
  const found = await provePasskey({ db, site, now }, question, passkey)
  const id = found && toPersonId(found.personId)
  const person = id && (await findPerson(db, id))
  const workspace = id && (await findWorkspaceOfPerson(db, id, now.getTime()))
  if (id === undefined || person === undefined || workspace === undefined) {
    const sentence = 'This passkey opens no account here. Sign in with your password.'
    throw new AppError(401, 'invalid-credentials', sentence)
  }
  const opened = await openPerson(visitor.vault, person)
  if (replaces !== undefined) await removeSessionByDigest(db, digestOf(replaces))
  const secret = await startSession(db, workspaceId(workspace.id), id, now)
  await noteSecurityEvent(visitor, id, 'signed-in')
  return { person: opened, secret }
}
