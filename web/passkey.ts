import { text } from './locales/text'
import { ApiProblem } from './request'

type Offer = {
  readonly challenge: string
  readonly rpId: string
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string }
  readonly known: readonly string[]
}

const ES256 = -7

export function canUsePasskeys(): boolean {
  return 'PublicKeyCredential' in window
}

/** Has the device make a passkey, which it keeps; answers what the server must know of it. */
export async function makePasskey({ challenge, rpId, user, known }: Offer) {
  const response = await ask(
    navigator.credentials.create({
      publicKey: {
        challenge: toBytes(challenge),
        rp: { id: rpId, name: text.brand },
        user: { ...user, id: toBytes(user.id) },
        pubKeyCredParams: [{ type: 'public-key', alg: ES256 }],
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        excludeCredentials: known.map((id) => ({ type: 'public-key', id: toBytes(id) })),
        attestation: 'none',
      },
    }),
  )
  if (!(response.answer instanceof AuthenticatorAttestationResponse)) throw refused()
  return {
    clientDataJSON: toText(response.answer.clientDataJSON),
    attestationObject: toText(response.answer.attestationObject),
  }
}

/** Has the person choose a passkey of this site, and answers the question with it. */
export async function usePasskey({ challenge, rpId }: Pick<Offer, 'challenge' | 'rpId'>) {
  const { id, answer } = await ask(
    navigator.credentials.get({
      publicKey: { challenge: toBytes(challenge), rpId, userVerification: 'required' },
    }),
  )
  if (!(answer instanceof AuthenticatorAssertionResponse)) throw refused()
  return {
    credentialId: id,
    clientDataJSON: toText(answer.clientDataJSON),
    authenticatorData: toText(answer.authenticatorData),
    signature: toText(answer.signature),
    ...(answer.userHandle && { userHandle: toText(answer.userHandle) }),
  }
}

async function ask(pending: Promise<Credential | null>) {
  const credential = await pending.catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'InvalidStateError'
      ? new ApiProblem(409, 'passkey-known', text.access.passkeyKnown)
      : refused()
  })
  if (!(credential instanceof PublicKeyCredential)) throw refused()
  return { id: credential.id, answer: credential.response }
}

// Browsers say one and the same for a person who closed the question and for a device without a passkey.
function refused(): ApiProblem {
  return new ApiProblem(400, 'passkey-refused', text.access.passkeyRefused)
}

function toBytes(base64url: string): Uint8Array<ArrayBuffer> {
  const base64 = base64url.replaceAll('-', '+').replaceAll('_', '/')
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}

function toText(bytes: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte))
  return btoa(letters.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
