import { createTOTPKeyURI, generateHOTP } from '@oslojs/otp'
import { timingSafeEqual } from 'node:crypto'

export const SEED_BYTES = 20
const STEP_SECONDS = 30
const DIGITS = 6
/** Clocks of phones are a little off: the step before and the one after are right too. */
const STEPS_OFF = [-1, 0, 1] as const
const CODE = /^\d{6}$/

export function isTotpCode(text: string): boolean {
  return CODE.test(text)
}

/** What an authenticator app reads from the QR code. */
export function totpUri(email: string, seed: Uint8Array): string {
  return createTOTPKeyURI('TrackEcom', email, seed, STEP_SECONDS, DIGITS)
}

/** The time step that this code belongs to, if it is one of now and later than the last one taken. */
export function counterOf(
  seed: Uint8Array,
  code: string,
  { now, after }: { readonly now: Date; readonly after: number | null },
): number | undefined {
  if (!isTotpCode(code)) return undefined
  const current = Math.floor(now.getTime() / 1000 / STEP_SECONDS)
  // Each is computed and compared whatever the others say, so that time tells nothing.
  const fitting = STEPS_OFF.map((off) => current + off).filter((counter) =>
    isSame(generateHOTP(seed, BigInt(counter), DIGITS), code),
  )
  return fitting.find((counter) => after === null || counter > after)
}

function isSame(expected: string, code: string): boolean {
  return timingSafeEqual(Buffer.from(expected), Buffer.from(code))
}
