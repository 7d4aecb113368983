import { type PersonId, personId, workspaceId } from '#core/ids'
import { findPersonByEmail, type Person, resealPerson } from '#db/control/queries/people'
import { removeSessionByDigest } from '#db/control/queries/sessions'
import { findWorkspaceOfPerson } from '#db/control/queries/workspaces'
import { inHashLine } from '../auth/hash-line'
import { hashPassword, verifyPassword } from '../auth/passwords'
import { emailKeys } from '../auth/peppers'
import {
  hasSecondFactor,
  type Means,
  proveSecondFactor,
  type SecondProof,
} from '../auth/second-factor'
import { noteSecurityEvent } from '../auth/security-events'
import { digestOf, startSession } from '../auth/sessions'
import { throttleSignIn, type Visitor } from '../auth/throttle'
import { AppError } from '../problem'
import { randomId } from '../random'
import { openPerson } from '../sealed/people'

type Credentials = {
  readonly email: string
  readonly password: string
  /** The session this browser had before, which ends: one browser, one session. */
  readonly replaces: string | undefined
  /** Needed where the person has a second factor. */
  readonly second?: SecondProof
}

/** Always a new session, so that nobody can plant one beforehand. */
export async function logIn(visitor: Visitor, { email, password, replaces, second }: Credentials) {
  const { db, now } = visitor
  const keys = emailKeys(visitor.peppers, email)
  await throttleSignIn(visitor, keys[0])
  const found = await findPersonByEmail(db, keys)
  const person = await inHashLine(now, () => proven(visitor, found, keys[0], password))

  const workspace = person && (await findWorkspaceOfPerson(db, personId(person.id), now.getTime()))
  if (person === undefined || workspace === undefined) {
    // For an unknown address a row for nobody, so that time betrays no account.
    await noteSecurityEvent(visitor, personId(found?.id ?? randomId()), 'sign-in-failed')
    const sentence = 'This e-mail address and password do not belong together.'
    throw new AppError(401, 'invalid-credentials', sentence)
  }
  const means = await insistOnSecondFactor(visitor, personId(person.id), second)
  if (means === 'recovery-code') {
    await noteSecurityEvent(visitor, personId(person.id), 'recovery-code-used')
  }
  // Not before: until the password is right, known and unknown addresses cost the same work.
  const opened = await openPerson(visitor.vault, person)
  if (replaces !== undefined) await removeSessionByDigest(db, digestOf(replaces))
  const secret = await startSession(db, workspaceId(workspace.id), personId(person.id), now)
  await noteSecurityEvent(visitor, personId(person.id), 'signed-in')
  return { person: opened, secret }
}

/** Only after the right password, so that nobody else learns who has a second factor. */
async function insistOnSecondFactor(
  visitor: Visitor,
  id: PersonId,
  second: SecondProof | undefined,
): Promise<Means | undefined> {
  if (!(await hasSecondFactor(visitor.db, id))) return undefined
  if (second === undefined || (second.totp ?? second.passkey) === undefined) {
    const sentence =
      'Now show your second factor: the code of your app, a recovery code or a passkey.'
    throw new AppError(401, 'mfa-required', sentence)
  }
  const question = { purpose: 'sign-in', personId: null } as const
  const means = await proveSecondFactor(visitor, id, second, question)
  if (means !== undefined) return means
  await noteSecurityEvent(visitor, id, 'sign-in-failed')
  const sentence =
    'This code or passkey is wrong or was used. Wait for the next code, then try again.'
  throw new AppError(401, 'mfa-wrong', sentence)
}

/** The person, if the password is theirs. What an older pepper sealed is sealed anew on the way. */
async function proven(
  { db, peppers }: Visitor,
  person: Person | undefined,
  emailKey: string,
  password: string,
): Promise<Person | undefined> {
  const id = person && personId(person.id)
  const verdict = await verifyPassword(peppers, id, person?.passwordHash, password)
  if (verdict === 'wrong' || person === undefined || id === undefined) return undefined
  if (verdict === 'stale' || person.emailKey !== emailKey) {
    const passwordHash = await hashPassword(peppers, id, password)
    await resealPerson(db, id, { passwordHash, emailKey })
  }
  return person
}
