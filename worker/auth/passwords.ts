import { scrypt, timingSafeEqual } from 'node:crypto'
import type { PersonId } from '#core/ids'
import { decodeBase64, encodeBase64 } from '@oslojs/encoding'
import { randomBytes } from '../random'
import { COMMON_PASSWORDS } from './common-passwords'
import type { Pepper, Peppers } from './peppers'

export const PASSWORD_MIN = 8
export const PASSWORD_MAX = 256

// The strongest that workerd accepts: it refuses N·r·p above 2^20. PBKDF2 is no way out, because
// production refuses it above 100,000 iterations while local runs do not.
const COST = { ln: 15, r: 8, p: 3 } as const
const MAX_MEMORY = 64 * 1024 * 1024
const HASH_BYTES = 32
const SALT_BYTES = 16
const IV_BYTES = 12
const STORED = /^scrypt\$ln=(\d{1,2})\$r=(\d{1,2})\$p=(\d{1,2})\$([\w+/=]+)\$([\w+/=]+)\$pep=(\w+)$/

type Cost = { readonly ln: number; readonly r: number; readonly p: number }
type Stored = { cost: Cost; salt: Uint8Array; sealed: Uint8Array; pepperId: string }

/** `stale`: the right password, sealed with an older pepper or hashed at an older cost; hash it anew. */
export type Verdict = 'right' | 'stale' | 'wrong'

/** The same characters are the same password, on whichever keyboard they were typed. */
export function normalisePassword(text: string): string {
  return text.normalize('NFKC')
}

export function hasPasswordLength(password: string): boolean {
  const { length } = Array.from(password)
  return length >= PASSWORD_MIN && length <= PASSWORD_MAX
}

export function isCommonPassword(password: string): boolean {
  return COMMON_PASSWORDS.has(password.toLowerCase())
}

/** Sealed for one person: the same text in another person's row opens nothing. */
export async function hashPassword(
  [pepper]: Peppers,
  personId: PersonId,
  password: string,
): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await stretch(password, salt, COST)
  const sealed = await seal(pepper, personId, hash)
  const { ln, r, p } = COST
  return `scrypt$ln=${ln}$r=${r}$p=${p}$${encodeBase64(salt)}$${encodeBase64(sealed)}$pep=${pepper.id}`
}

/** Without a stored hash the answer is `wrong` after the same work, so that time betrays no account. */
export async function verifyPassword(
  peppers: Peppers,
  personId: PersonId | undefined,
  storedHash: string | undefined,
  password: string,
): Promise<Verdict> {
  const stored = parseStored(storedHash)
  if (stored === undefined || personId === undefined) {
    await stretch(password, new Uint8Array(SALT_BYTES), COST)
    return 'wrong'
  }
  const pepper = peppers.find(({ id }) => id === stored.pepperId)
  if (pepper === undefined) throw new Error('A password is sealed with a pepper that is gone.')

  const hash = await stretch(password, stored.salt, stored.cost)
  const expected = await open(pepper, personId, stored.sealed)
  if (!timingSafeEqual(hash, expected)) return 'wrong'

  const { ln, r, p } = stored.cost
  const isCurrent = pepper === peppers[0] && ln === COST.ln && r === COST.r && p === COST.p
  return isCurrent ? 'right' : 'stale'
}

function parseStored(text: string | undefined): Stored | undefined {
  const [, ln, r, p, salt, sealed, pepperId] = STORED.exec(text ?? '') ?? []
  if (salt === undefined || sealed === undefined || pepperId === undefined) return undefined
  return {
    cost: { ln: Number(ln), r: Number(r), p: Number(p) },
    salt: decodeBase64(salt),
    sealed: decodeBase64(sealed),
    pepperId,
  }
}

function stretch(password: string, salt: Uint8Array, { ln, r, p }: Cost): Promise<Uint8Array> {
  const options = { N: 2 ** ln, r, p, maxmem: MAX_MEMORY }
  return new Promise((resolve, reject) => {
    scrypt(password, salt, HASH_BYTES, options, (error, hash) => {
      if (error) reject(error)
      else resolve(hash)
    })
  })
}

async function seal(pepper: Pepper, personId: PersonId, hash: Uint8Array): Promise<Uint8Array> {
  const iv = randomBytes(IV_BYTES)
  const key = await sealingKey(pepper)
  const sealed = await crypto.subtle.encrypt(sealingParameters(iv, personId), key, hash)
  return Uint8Array.from([...iv, ...new Uint8Array(sealed)])
}

async function open(pepper: Pepper, personId: PersonId, sealed: Uint8Array): Promise<Uint8Array> {
  const iv = sealed.subarray(0, IV_BYTES)
  const key = await sealingKey(pepper)
  const rest = sealed.subarray(IV_BYTES)
  return new Uint8Array(await crypto.subtle.decrypt(sealingParameters(iv, personId), key, rest))
}

function sealingKey(pepper: Pepper): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', pepper.secret, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function sealingParameters(iv: Uint8Array, personId: PersonId) {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(personId) }
}
