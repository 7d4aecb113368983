import { decodePKIXECDSASignature, p256 } from '@oslojs/crypto/ecdsa'
import {
  decodeBase64,
  decodeBase64urlIgnorePadding,
  decodeHex,
  encodeBase64,
  encodeBase64urlNoPadding,
} from '@oslojs/encoding'
import {
  type AuthenticatorData,
  ClientDataType,
  type COSEPublicKey,
  coseAlgorithmES256,
  coseEllipticCurveP256,
  createAssertionSignatureMessage,
  parseAttestationObject,
  parseAuthenticatorData,
  parseClientDataJSON,
} from '@oslojs/webauthn'
import type { Site } from './site'

/** As the browser answers it; every text is base64url. */
export type Registration = { readonly clientDataJSON: string; readonly attestationObject: string }
export type Assertion = {
  readonly credentialId: string
  readonly clientDataJSON: string
  readonly authenticatorData: string
  readonly signature: string
  readonly userHandle?: string | undefined
}

export type NewCredential = {
  readonly challenge: string
  readonly credentialId: string
  /** SEC 1 uncompressed, base64. */
  readonly publicKey: string
  readonly signCount: number
}

const MAX_CREDENTIAL_BYTES = 1023
/** Hexadecimal digits of one number of a point of P-256. */
const COORDINATE_DIGITS = 64

/** What a new passkey says of itself; nothing where it answers another question, site or algorithm. */
export async function readRegistration(
  site: Site,
  { clientDataJSON, attestationObject }: Registration,
): Promise<NewCredential | undefined> {
  return orNothing(async () => {
    const challenge = challengeOf(site, decode(clientDataJSON), ClientDataType.Create)
    // The attestation statement is not read: any authenticator will do, and we asked for none.
    const { authenticatorData } = parseAttestationObject(decode(attestationObject))
    const { credential, signatureCounter } = authenticatorData
    if (challenge === undefined || !isOfPersonAt(site, authenticatorData)) return undefined
    if (credential === null || credential.id.byteLength > MAX_CREDENTIAL_BYTES) return undefined
    const publicKey = es256Key(credential.publicKey)
    if (publicKey === undefined) return undefined
    // Refuses what is no point of the curve.
    await importKey(publicKey)
    return {
      challenge,
      credentialId: encodeBase64urlNoPadding(credential.id),
      publicKey: encodeBase64(publicKey),
      signCount: signatureCounter,
    }
  })
}

/** The question an assertion answers; nothing where it answers at another site, or was framed by one. */
export function assertedChallenge(site: Site, { clientDataJSON }: Assertion): string | undefined {
  try {
    return challengeOf(site, decode(clientDataJSON), ClientDataType.Get)
  } catch {
    return undefined
  }
}

/** The new sign count, when the passkey's owner was there, was verified, and signed this very answer. */
export async function verifyAssertion(
  site: Site,
  publicKey: string,
  assertion: Assertion,
): Promise<number | undefined> {
  return orNothing(async () => {
    const authenticatorData = decode(assertion.authenticatorData)
    const parsed = parseAuthenticatorData(authenticatorData)
    if (!isOfPersonAt(site, parsed)) return undefined
    const message = createAssertionSignatureMessage(
      authenticatorData,
      decode(assertion.clientDataJSON),
    )
    const signature = decodePKIXECDSASignature(decode(assertion.signature)).encodeIEEEP1363(p256)
    const key = await importKey(decodeBase64(publicKey))
    const isSigned = await crypto.subtle.verify(ES256, key, signature, message)
    return isSigned ? parsed.signatureCounter : undefined
  })
}

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' }
const ES256 = { name: 'ECDSA', hash: 'SHA-256' }

function importKey(publicKey: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', publicKey, CURVE, false, ['verify'])
}

function challengeOf(site: Site, clientData: Uint8Array, type: ClientDataType) {
  const parsed = parseClientDataJSON(clientData)
  const isHere = parsed.type === type && parsed.origin === site.origin && !parsed.crossOrigin
  return isHere ? encodeBase64urlNoPadding(parsed.challenge) : undefined
}

function isOfPersonAt({ rpId }: Site, data: AuthenticatorData): boolean {
  return data.verifyRelyingPartyIdHash(rpId) && data.userPresent && data.userVerified
}

function es256Key(key: COSEPublicKey): Uint8Array | undefined {
  if (key.algorithm() !== coseAlgorithmES256) return undefined
  const { curve, x, y } = key.ec2()
  if (curve !== coseEllipticCurveP256) return undefined
  // The library's own encoding loses the place of a second number that begins with a zero.
  return decodeHex(`04${digitsOf(x)}${digitsOf(y)}`)
}

function digitsOf(coordinate: bigint): string {
  return coordinate.toString(16).padStart(COORDINATE_DIGITS, '0')
}

function decode(text: string): Uint8Array {
  return decodeBase64urlIgnorePadding(text)
}

/** The parsers throw on what they cannot read; to a caller that is the same as a wrong answer. */
async function orNothing<Result>(read: () => Promise<Result | undefined>) {
  try {
    return await read()
  } catch {
    return undefined
  }
}
