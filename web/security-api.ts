import { query } from '@solidjs/router'
import type { InferResponseType } from 'hono/client'
import { api, unwrap } from './api'
import { makePasskey, usePasskey } from './passkey'

const { auth, passkeys } = api

export type SecondFactors = InferResponseType<(typeof auth)['second-factors']['$get'], 200>
export type AuthenticatorOffer = InferResponseType<(typeof auth.totp.setup)['$post'], 200>
export type Passkey = InferResponseType<typeof passkeys.$get, 200>['items'][number]

export const readSecondFactors = () => unwrap(auth['second-factors'].$get())
export const loadSecondFactors = query(readSecondFactors, 'second-factors')
export const loadPasskeys = query(() => unwrap(passkeys.$get()), 'passkeys')

export type Credentials = { email: string; password: string; totp?: string }

/** Beside the password a passkey is the second factor. */
export async function signInWithPasswordAndPasskey(credentials: Credentials): Promise<void> {
  const passkey = await usePasskey(await unwrap(auth.passkey.challenge.$post()))
  await unwrap(auth.login.$post({ json: { ...credentials, passkey } }))
}

export async function signInWithPasskey(): Promise<void> {
  const passkey = await usePasskey(await unwrap(auth.passkey.challenge.$post()))
  await unwrap(auth.passkey.login.$post({ json: { passkey } }))
}

export async function confirmWith(proof: { password: string } | { totp: string }): Promise<void> {
  await unwrap(auth.confirm.$post({ json: proof }))
}

export async function confirmWithPasskey(): Promise<void> {
  const passkey = await usePasskey(await unwrap(auth.confirm.challenge.$post()))
  await unwrap(auth.confirm.$post({ json: { passkey } }))
}

export function offerAuthenticator(): Promise<AuthenticatorOffer> {
  return unwrap(auth.totp.setup.$post())
}

/** Answers the recovery codes, which nobody can read again. */
export async function turnOnAuthenticator(code: string): Promise<readonly string[]> {
  return (await unwrap(auth.totp.enable.$post({ json: { code } }))).recoveryCodes
}

export async function turnOffAuthenticator(): Promise<void> {
  await unwrap(auth.totp.$delete())
}

export async function renewRecoveryCodes(): Promise<readonly string[]> {
  return (await unwrap(auth['recovery-codes'].$post())).recoveryCodes
}

/** Answers recovery codes when this is the first second factor, and none otherwise. */
export async function addPasskey(name: string): Promise<readonly string[]> {
  const made = await makePasskey(await unwrap(passkeys.challenge.$post()))
  return (await unwrap(passkeys.$post({ json: { name, ...made } }))).recoveryCodes
}

export async function renamePasskey(id: string, name: string): Promise<void> {
  await unwrap(passkeys[':id'].$patch({ param: { id }, json: { name } }))
}

export async function removePasskey(id: string): Promise<void> {
  await unwrap(passkeys[':id'].$delete({ param: { id } }))
}

export async function askForEmailChange(email: string): Promise<void> {
  await unwrap(auth['change-email'].$post({ json: { email } }))
}

export async function confirmEmailChange(code: string): Promise<void> {
  await unwrap(auth['change-email'].confirm.$post({ json: { code } }))
}

export async function changeMe(json: { name: string }): Promise<void> {
  await unwrap(api.me.$patch({ json }))
}

export async function endOtherSessions(): Promise<void> {
  await unwrap(api.sessions.$delete())
}
