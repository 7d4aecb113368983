import { personId, workspaceId } from '#core/ids'
import { findPersonByEmail, type Language, type Person } from '#db/control/queries/people'
import { addPersonWithWorkspace } from '#db/control/queries/workspaces'
import { inHashLine } from '../auth/hash-line'
import { hashPassword, isCommonPassword } from '../auth/passwords'
import { emailKeys } from '../auth/peppers'
import { noteSecurityEvent } from '../auth/security-events'
import { startSession } from '../auth/sessions'
import { throttleSignIn, type Visitor } from '../auth/throttle'
import { mailJob } from '../jobs/outbox'
import { ledgerNameFor } from '../open-ledger'
import { AppError } from '../problem'
import { randomId } from '../random'

type Registration = {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly language?: Language
}

/** Makes a person with a workspace of their own, and signs them in. */
export async function register(
  visitor: Visitor,
  { name, email, password, language = 'en' }: Registration,
) {
  if (isCommonPassword(password)) throw tooCommon()
  const { db, peppers, now } = visitor
  const keys = emailKeys(peppers, email)
  await throttleSignIn(visitor, keys[0])
  // Before the hash, which costs most. That the address is taken is no secret here: sign-up cannot
  // both let the person straight in and hide it, and the throttle makes trying addresses slow.
  if (await findPersonByEmail(db, keys)) throw emailTaken()

  const id = personId(randomId())
  const workspace = workspaceId(randomId())
  const createdAt = now.getTime()
  const person: Person = {
    id,
    name,
    email,
    emailKey: keys[0],
    emailVerifiedAt: null,
    passwordHash: await inHashLine(now, () => hashPassword(peppers, id, password)),
    adultConfirmedAt: createdAt,
    language,
    createdAt,
  }
  // By the outbox, so that signing up does not depend on the mail system.
  const jobs = [mailJob('mail-verification', id)]
  const added = await addPersonWithWorkspace(
    db,
    { id: workspace, name, ledger: ledgerNameFor(workspace), createdAt },
    person,
    jobs,
  )
  if (!added) throw emailTaken()
  await noteSecurityEvent(visitor, id, 'signed-up')
  return { person, secret: await startSession(db, workspace, id, now), jobs }
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
