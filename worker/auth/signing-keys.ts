import {
  findCurrentKey,
  listVerifyingKeys,
  replaceSigningKey,
} from '#db/control/queries/signing-keys'
import type { Db } from '#db/client'
import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { randomId } from '../random'
import type { Peppers } from './peppers'
import { openSecret, sealSecret } from './sealed-secret'

export const ALGORITHM = 'EdDSA'
const DAY_MS = 24 * 60 * 60 * 1000
/** A key signs for a quarter of a year at the most. */
const SIGNS_MS = 90 * DAY_MS
/** Longer than any token lives that it signed. */
export const VERIFIES_AFTER_MS = 60 * 60 * 1000

export type Signer = { readonly id: string; readonly key: CryptoKey }

/** The key that signs now; made anew when there is none, when it is old, or when a command retired it. */
export async function currentSigner(db: Db, peppers: Peppers, now: Date): Promise<Signer> {
  const known = await findCurrentKey(db, now.getTime() - SIGNS_MS)
  if (known === undefined) return newSigner(db, peppers, now)
  const { secret } = await openSecret(peppers, known.id, known.sealedKey)
  // Safe because newSigner() sealed a JWK as JSON.
  const jwk = JSON.parse(new TextDecoder().decode(secret)) as JWK
  return { id: known.id, key: await importKey(jwk) }
}

async function newSigner(db: Db, peppers: Peppers, now: Date): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { extractable: true })
  const id = randomId()
  const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(privateKey)))
  await replaceSigningKey(db, {
    id,
    publicKey: JSON.stringify(await exportJWK(publicKey)),
    sealedKey: await sealSecret(peppers, id, secret),
    createdAt: now.getTime(),
    retiredAt: null,
  })
  return { id, key: privateKey }
}

/** The public halves of all keys whose tokens may still be good (RFC 7517). */
export async function listPublicKeys(db: Db, now: Date): Promise<JWK[]> {
  const keys = await listVerifyingKeys(db, now.getTime() - VERIFIES_AFTER_MS)
  return keys.map(({ id, publicKey }) => ({
    // Safe because newSigner() wrote a JWK as JSON.
    ...(JSON.parse(publicKey) as JWK),
    kid: id,
    use: 'sig',
    alg: ALGORITHM,
  }))
}

/** Nothing for a key that is not, or no longer, ours. */
export async function findVerifier(db: Db, id: string, now: Date): Promise<CryptoKey | undefined> {
  const jwk = (await listPublicKeys(db, now)).find(({ kid }) => kid === id)
  return jwk && importKey(jwk)
}

async function importKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, ALGORITHM)
  if (key instanceof Uint8Array) throw new Error('A signing key is no key pair')
  return key
}
