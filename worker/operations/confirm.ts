import { personId as toPersonId } from '#core/ids'
import { findPerson } from '#db/control/queries/people'
import { markConfirmed } from '#db/control/queries/sessions'
import { inHashLine } from '../auth/hash-line'
import { verifyPassword } from '../auth/passwords'
import { proveSecondFactor, type SecondProof } from '../auth/second-factor'
import { noteSecurityEvent } from '../auth/security-events'
import { throttleConfirmation, type Visitor } from '../auth/throttle'
import type { SignedIn } from '../env'
import { AppError, notFound } from '../problem'

export type Confirmation = SecondProof & { readonly password?: string | undefined }

/** Opens ten minutes on this session for sensitive acts. A session left open is no place to guess at. */
export async function confirm(
  caller: SignedIn,
  { peppers, ipPrefix }: Pick<Visitor, 'peppers' | 'ipPrefix'>,
  confirmation: Confirmation,
): Promise<void> {
  const { db, personId, sessionId, now } = caller
  const visitor = { db, peppers, vault: caller.files, ipPrefix, now }
  await throttleConfirmation(visitor, personId)
  if (!(await isThem(caller, peppers, confirmation))) {
    await noteSecurityEvent(visitor, personId, 'confirm-failed')
    throw notConfirmed(confirmation)
  }
  await markConfirmed(db, personId, sessionId, now.getTime())
  await noteSecurityEvent(visitor, personId, 'confirmed')
}

async function isThem(
  { db, files, personId, now }: SignedIn,
  peppers: Visitor['peppers'],
  { password, ...proof }: Confirmation,
): Promise<boolean> {
  if (password === undefined) {
    const question = { purpose: 'confirm', personId } as const
    const asked = { db, peppers, vault: files, now }
    return (await proveSecondFactor(asked, personId, proof, question)) !== undefined
  }
  const person = await findPerson(db, personId)
  if (person === undefined) throw notFound()
  const verdict = await inHashLine(now, () =>
    verifyPassword(peppers, toPersonId(person.id), person.passwordHash, password),
  )
  return verdict !== 'wrong'
}

// Not 401, which says that the session has ended.
function notConfirmed({ password, totp }: Confirmation): AppError {
  if (password !== undefined)
    return refusal('password-wrong', 'This is not your password.', 'password')
  if (totp !== undefined) return refusal('code-wrong', 'This code is wrong or was used.', 'totp')
  return refusal('passkey-wrong', 'This passkey was not accepted. Try again.', 'passkey')
}

function refusal(code: string, sentence: string, path: string): AppError {
  return new AppError(400, code, sentence, { fields: [{ path, detail: sentence }] })
}
