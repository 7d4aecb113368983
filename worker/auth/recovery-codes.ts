import type { PersonId } from '#core/ids'
import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding'
import { randomBytes } from '../random'
import { digestOf } from './sessions'

export const RECOVERY_CODES = 8
/** 120 bits: 24 letters, too many to guess, few enough to write down. */
const CODE_BYTES = 15
const CODE = /^[a-z2-7]{24}$/

/** New codes as people read them, and what the table keeps of them. */
export function newRecoveryCodes(personId: PersonId): { codes: string[]; digests: string[] } {
  const codes = Array.from({ length: RECOVERY_CODES }, () =>
    encodeBase32LowerCaseNoPadding(randomBytes(CODE_BYTES)),
  )
  return {
    codes: codes.map((code) => code.replaceAll(/(.{6})(?=.)/g, '$1-')),
    digests: codes.map((code) => recoveryDigest(personId, code)),
  }
}

/** `text` without spaces, hyphens and capitals. */
export function isRecoveryCode(text: string): boolean {
  return CODE.test(text)
}

export function recoveryDigest(personId: PersonId, code: string): string {
  return digestOf(`recovery ${personId} ${code}`)
}
