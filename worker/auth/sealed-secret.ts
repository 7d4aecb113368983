import { createHmac } from 'node:crypto'
import { decodeBase64, encodeBase64 } from '@oslojs/encoding'
import { randomBytes } from '../random'
import type { Pepper, Peppers } from './peppers'

const IV_BYTES = 12
const SEALED = /^aes256gcm\$([\w+/=]+)\$pep=(\w+)$/

/** A secret that we must be able to read again, of a person or of a key: in another's row it opens nothing. */
export async function sealSecret(
  [pepper]: Peppers,
  owner: string,
  secret: Uint8Array,
): Promise<string> {
  const iv = randomBytes(IV_BYTES)
  const key = await sealingKey(pepper)
  const sealed = await crypto.subtle.encrypt(parameters(iv, owner), key, secret)
  return `aes256gcm$${encodeBase64(Uint8Array.from([...iv, ...new Uint8Array(sealed)]))}$pep=${pepper.id}`
}

/** `stale`: sealed with an older key; seal it anew. Throws for what is damaged or somebody else's. */
export async function openSecret(
  peppers: Peppers,
  owner: string,
  text: string,
): Promise<{ readonly secret: Uint8Array; readonly stale: boolean }> {
  const [, sealed, keyId] = SEALED.exec(text) ?? []
  const pepper = peppers.find(({ id }) => id === keyId)
  if (sealed === undefined || pepper === undefined) {
    throw new Error('A secret is sealed with a key that is gone.')
  }
  const bytes = decodeBase64(sealed)
  const key = await sealingKey(pepper)
  const iv = bytes.subarray(0, IV_BYTES)
  const rest = bytes.subarray(IV_BYTES)
  const secret = await crypto.subtle.decrypt(parameters(iv, owner), key, rest)
  return { secret: new Uint8Array(secret), stale: pepper !== peppers[0] }
}

/** False for text that is not of this form at all. */
export function isSealedSecret(text: string): boolean {
  return SEALED.test(text)
}

// A key derived for this purpose alone: what seals passwords is never used for anything else.
function sealingKey(pepper: Pepper): Promise<CryptoKey> {
  const bytes = createHmac('sha256', pepper.secret).update('trackecom seal').digest()
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function parameters(iv: Uint8Array, owner: string) {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(owner) }
}
