import type { SealedField } from '#db/control/queries/sealed-columns'
import { asSealed, keptText, type Sealed, SEALED_PREFIX } from '#db/control/schema/sealed'
import { decodeBase64, encodeBase64 } from '@oslojs/encoding'
import { AppError } from '../problem'
import type { DataKeys } from './data-keys'

/** The column and the row that a text belongs to: carried to another, it does not open. */
export type TextPlace = `${SealedField} ${string}`

const NONCE_BYTES = 12
const KEPT = /^sealed\$(\d{1,9})\$([\w+/=]+)$/

/** `sealed$<version of the key>$<base64 of nonce, sealed bytes and tag>`; new each time. */
export async function sealText(
  { current: { version, key } }: DataKeys,
  place: TextPlace,
  text: string,
): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const plain = new TextEncoder().encode(text)
  const sealed = await crypto.subtle.encrypt(algorithmOf(nonce, place, version), key, plain)
  const joined = encodeBase64(Uint8Array.from([...nonce, ...new Uint8Array(sealed)]))
  return asSealed(`${SEALED_PREFIX}${version}$${joined}`)
}

/** Nothing when the key is gone, or the text was changed or is of another place. */
export async function openText(
  keys: DataKeys | undefined,
  place: TextPlace,
  kept: Sealed,
): Promise<string | undefined> {
  if (!isSealed(kept)) return keptText(kept)
  const [, version = '', sealed = ''] = KEPT.exec(keptText(kept)) ?? []
  const found = keys?.versions.find((each) => each.version === Number(version))
  if (found === undefined) return undefined
  try {
    const bytes = new Uint8Array(decodeBase64(sealed))
    const algorithm = algorithmOf(bytes.subarray(0, NONCE_BYTES), place, found.version)
    const rest = bytes.subarray(NONCE_BYTES)
    return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, found.key, rest))
  } catch {
    // Said by the caller: one damaged row must not fail a list of two hundred.
    return undefined
  }
}

/** False for a row of before sealing, which holds the text itself. */
export function isSealed(kept: Sealed): boolean {
  return keptText(kept).startsWith(SEALED_PREFIX)
}

/** True where a newer version of the key waits to seal it, or none has sealed it yet. */
export function isStale(keys: DataKeys, kept: Sealed): boolean {
  return !keptText(kept).startsWith(`${SEALED_PREFIX}${keys.current.version}$`)
}

/** For who cannot go on without it. */
export function keyGone(): AppError {
  const sentence =
    'What is kept of this account cannot be opened: its key was deleted, or the row was changed. Nobody can read it again.'
  return new AppError(410, 'account-key-gone', sentence)
}

function algorithmOf(iv: Uint8Array<ArrayBuffer>, place: TextPlace, version: number) {
  const text = JSON.stringify(['text', place, version])
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(text) }
}
