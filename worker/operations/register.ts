import { type PersonId, personId, type WorkspaceId, workspaceId } from '#core/ids'
import { findPersonByEmail, type Language } from '#db/control/queries/people'
import { addPersonWithWorkspace } from '#db/control/queries/workspaces'
import { inHashLine } from '../auth/hash-line'
import { isOfKnownWords } from '../auth/known-words'
import { hashPassword, isCommonPassword } from '../auth/passwords'
import { emailKeys } from '../auth/peppers'
import { noteSecurityEvent } from '../auth/security-events'
import { startSession } from '../auth/sessions'
import { throttleSignIn, type Visitor } from '../auth/throttle'
import { mailJob } from '../jobs/outbox'
import { ledgerNameFor } from '../open-ledger'
import { AppError } from '../problem'
import { randomId } from '../random'
import { dropDataKeys, ensureDataKeys } from '../sealed/data-keys'
import { type Named, sealNamed } from '../sealed/people'
import { keysOfPerson, keysOfWorkspace } from '../sealed/vault'
import { sealWorkspaceName } from '../sealed/workspaces'

type Registration = Named & {
  readonly password: string
  readonly language?: Language
}

/** Makes a person with a workspace of their own, and signs them in. */
export async function register(
  visitor: Visitor,
  { name, email, password, language = 'en' }: Registration,
) {
  if (isCommonPassword(password)) throw tooCommon()
  if (isOfKnownWords(password, [name, email])) throw ofKnownWords()
  const { db, peppers, now } = visitor
  const keys = emailKeys(peppers, email)
  await throttleSignIn(visitor, keys[0])
  // Before the hash, which costs most. That the address is taken is no secret here: sign-up cannot
  // both let the person straight in and hide it, and the throttle makes trying addresses slow.
  if (await findPersonByEmail(db, keys)) throw emailTaken()

  const id = personId(randomId())
  const workspace = workspaceId(randomId())
  const createdAt = now.getTime()
  const passwordHash = await inHashLine(now, () => hashPassword(peppers, id, password))
  const sealed = await sealNew(visitor, { id, workspace }, { name, email })
  const person = {
    id,
    ...sealed.person,
    emailKey: keys[0],
    emailVerifiedAt: null,
    passwordHash,
    adultConfirmedAt: createdAt,
    language,
    createdAt,
  }
  // By the outbox, so that signing up does not depend on the mail system.
  const jobs = [mailJob('mail-verification', id)]
  const added = await addPersonWithWorkspace(
    db,
    { id: workspace, name: sealed.workspaceName, ledger: ledgerNameFor(workspace), createdAt },
    person,
    jobs,
  )
  if (!added) {
    // Of two who took one address at once; the keys have sealed nothing that stayed.
    await dropDataKeys(keysOfPerson(visitor.vault, id))
    await dropDataKeys(keysOfWorkspace(visitor.vault, workspace))
    throw emailTaken()
  }
  await noteSecurityEvent(visitor, id, 'signed-up')
  const secret = await startSession(db, workspace, id, now)
  return { person: { ...person, name, email }, secret, jobs }
}

/** A workspace is called like the person at first, and so is sealed too; each with a key of its own. */
async function sealNew(
  { vault, now }: Visitor,
  ids: { readonly id: PersonId; readonly workspace: WorkspaceId },
  named: Named,
) {
  const [own, shared] = await Promise.all([
    ensureDataKeys(keysOfPerson(vault, ids.id), now),
    ensureDataKeys(keysOfWorkspace(vault, ids.workspace), now),
  ])
  const [person, workspaceName] = await Promise.all([
    sealNamed(own, ids.id, named),
    sealWorkspaceName(shared, ids.workspace, named.name),
  ])
  return { person, workspaceName }
}

function emailTaken(): AppError {
  const sentence = 'There is an account with this e-mail address already. Sign in instead.'
  return new AppError(409, 'email-taken', sentence)
}

export function tooCommon(path = 'password'): AppError {
  const sentence = 'This password is among the first that anyone would guess. Please take another.'
  return new AppError(400, 'password-too-common', sentence, {
    fields: [{ path, detail: sentence }],
  })
}

export function ofKnownWords(path = 'password'): AppError {
  const sentence =
    'This password is made of your own name or address, or of ours. Please take other words.'
  return new AppError(400, 'password-of-known-words', sentence, {
    fields: [{ path, detail: sentence }],
  })
}
