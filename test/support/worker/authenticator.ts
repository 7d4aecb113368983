import { decodeIEEEP1363ECDSASignature, p256 } from '@oslojs/crypto/ecdsa'
import { sha256 } from '@oslojs/crypto/sha2'
import { encodeBase64urlNoPadding } from '@oslojs/encoding'
import { ORIGIN } from './workspace'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const base64url = (bytes: Uint8Array) => encodeBase64urlNoPadding(bytes)
const concat = (...parts: (Uint8Array | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]))

/** What a test wants a device to do wrong. */
export type Quirks = {
  origin?: string
  rpId?: string
  type?: string
  crossOrigin?: boolean
  present?: boolean
  verified?: boolean
  algorithm?: number
  signCount?: number
  challenge?: string
  userHandle?: string
  signWith?: CryptoKey
  credentialId?: string
}

const clientData = (type: string, challenge: string, quirks: Quirks) =>
  bytesOf(
    JSON.stringify({
      type: quirks.type ?? type,
      challenge: quirks.challenge ?? challenge,
      origin: quirks.origin ?? ORIGIN,
      crossOrigin: quirks.crossOrigin ?? false,
    }),
  )

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' }

async function newKeyPair(): Promise<CryptoKeyPair> {
  return (await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify'])) as CryptoKeyPair
}

/** A key pair by its numbers, base64url. */
export async function keyPairOf(numbers: { x: string; y: string; d: string }) {
  const { d, ...point } = numbers
  const jwk = { kty: 'EC', crv: 'P-256', ext: true, ...point }
  return {
    privateKey: await crypto.subtle.importKey('jwk', { ...jwk, d }, CURVE, true, ['sign']),
    publicKey: await crypto.subtle.importKey('jwk', jwk, CURVE, true, ['verify']),
  }
}

/** A device with one passkey: a real ES256 key, and the bytes as WebAuthn Level 3 lays them out. */
export async function newAuthenticator(personId = '', known?: CryptoKeyPair) {
  const pair = known ?? (await newKeyPair())
  const point = new Uint8Array(
    (await crypto.subtle.exportKey('raw', pair.publicKey)) as ArrayBuffer,
  )
  const id = crypto.getRandomValues(new Uint8Array(32))
  let signCount = 0

  const authData = (quirks: Quirks, attested: Uint8Array = new Uint8Array()) => {
    const flags =
      (quirks.present === false ? 0 : 0x01) |
      (quirks.verified === false ? 0 : 0x04) |
      (attested.length > 0 ? 0x40 : 0)
    const count = new Uint8Array(4)
    new DataView(count.buffer).setUint32(0, quirks.signCount ?? signCount)
    return concat(
      sha256(bytesOf(quirks.rpId ?? new URL(ORIGIN).hostname)),
      [flags],
      count,
      attested,
    )
  }

  return {
    credentialId: base64url(id),
    privateKey: pair.privateKey,
    /** A device that counts its signatures; many count none and say 0. */
    count(next: number) {
      signCount = next
    },
    make(challenge: string, quirks: Quirks = {}) {
      const algorithm = quirks.algorithm ?? -7
      // {1: 2, 3: algorithm, -1: 1, -2: x, -3: y}
      const key = concat(
        [0xa5, 0x01, 0x02, 0x03, ...cborInteger(algorithm), 0x20, 0x01],
        [0x21, 0x58, 32, ...point.slice(1, 33)],
        [0x22, 0x58, 32, ...point.slice(33)],
      )
      const attested = concat(new Uint8Array(16), [0, id.length], id, key)
      const data = authData(quirks, attested)
      const attestationObject = concat(
        [0xa3, 0x63, ...bytesOf('fmt'), 0x64, ...bytesOf('none')],
        [0x67, ...bytesOf('attStmt'), 0xa0],
        [0x68, ...bytesOf('authData'), 0x58, data.length],
        data,
      )
      return {
        clientDataJSON: base64url(clientData('webauthn.create', challenge, quirks)),
        attestationObject: base64url(attestationObject),
      }
    },
    async sign(challenge: string, quirks: Quirks = {}) {
      const client = clientData('webauthn.get', challenge, quirks)
      const data = authData(quirks)
      const message = concat(data, sha256(client))
      const key = quirks.signWith ?? pair.privateKey
      const raw = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, message)
      const signature = decodeIEEEP1363ECDSASignature(p256, new Uint8Array(raw)).encodePKIX()
      return {
        credentialId: quirks.credentialId ?? base64url(id),
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
        ...(personId && { userHandle: quirks.userHandle ?? base64url(bytesOf(personId)) }),
      }
    },
  }
}

function cborInteger(value: number): number[] {
  if (value >= -24 && value < 0) return [0x20 | (-1 - value)]
  const high = -1 - value
  return [0x39, high >> 8, high & 0xff]
}
