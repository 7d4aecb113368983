import type { PersonId } from '#core/ids'
import {
  findAuthenticator,
  readSecondFactors,
  resealAuthenticator,
  takeCounter,
  takeRecoveryCode,
} from '#db/control/queries/second-factors'
import type { Db } from '#db/client'
import { isStale } from '../sealed/sealed-text'
import type { Vault } from '../sealed/vault'
import { provePasskey, type Question } from './passkey-challenges'
import type { Assertion } from './passkeys'
import type { Peppers } from './peppers'
import { isRecoveryCode, recoveryDigest } from './recovery-codes'
import { openSeed, sealSeed } from './sealed-seed'
import type { Site } from './site'
import { throttleSecondFactor } from './throttle'
import { counterOf, isTotpCode } from './totp'

/** What somebody shows beside a password: a typed code, of the app or a recovery code, or a passkey. */
export type SecondProof = {
  readonly totp?: string | undefined
  readonly passkey?: Assertion | undefined
  readonly site: Site
}

type Asked = {
  readonly db: Db
  readonly peppers: Peppers
  readonly vault: Vault
  readonly now: Date
}
export type Means = 'authenticator' | 'recovery-code' | 'passkey'

export async function hasSecondFactor(db: Db, personId: PersonId): Promise<boolean> {
  const { authenticatorSince, passkeys } = await readSecondFactors(db, personId)
  return authenticatorSince !== null || passkeys > 0
}

/** How this person showed that it is them; nothing when they did not. Codes are spent by it. */
export async function proveSecondFactor(
  asked: Asked,
  personId: PersonId,
  { totp, passkey, site }: SecondProof,
  question: Question,
): Promise<Means | undefined> {
  const { db, now } = asked
  if (passkey !== undefined) {
    const found = await provePasskey({ db, site, now }, question, passkey)
    return found?.personId === personId ? 'passkey' : undefined
  }
  return totp === undefined ? undefined : proveTyped(asked, personId, totp)
}

async function proveTyped(
  asked: Asked,
  personId: PersonId,
  typed: string,
): Promise<Means | undefined> {
  // People copy codes with spaces and hyphens.
  const code = typed.replaceAll(/[\s-]/g, '').toLowerCase()
  if (isRecoveryCode(code)) {
    const isTaken = await takeRecoveryCode(asked.db, personId, recoveryDigest(personId, code))
    return isTaken ? 'recovery-code' : undefined
  }
  if (!isTotpCode(code)) return undefined
  await throttleSecondFactor(asked, personId)
  return (await takeTotp(asked, personId, code, true)) ? 'authenticator' : undefined
}

/** True once for a right code. `isOn`: false where the code is to turn the authenticator on. */
export async function takeTotp(
  asked: Asked,
  personId: PersonId,
  code: string,
  isOn: boolean,
): Promise<boolean> {
  const { db, now } = asked
  const authenticator = await findAuthenticator(db, personId)
  if (authenticator === undefined) return false
  const { sealedSeed, lastCounter } = authenticator
  const { seed, keys } = await openSeed(asked, personId, sealedSeed)
  const counter = counterOf(seed, code, { now, after: lastCounter })
  if (counter === undefined) return false
  if (!(await takeCounter(db, personId, { counter, sealedSeed, isOn }))) return false
  if (keys === undefined || isStale(keys, sealedSeed)) {
    const to = await sealSeed(asked, personId, seed)
    await resealAuthenticator(db, personId, { from: sealedSeed, to })
  }
  return true
}
