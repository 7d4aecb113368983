import { keyPairOf, newAuthenticator, type Quirks } from '#test/support/worker/authenticator'
import { ORIGIN } from '#test/support/worker/workspace'
import { assertedChallenge, readRegistration, verifyAssertion } from '#worker/auth/passkeys'
import { expect, test } from 'vitest'

const SITE = { origin: ORIGIN, rpId: 'app.example.test' }
const CHALLENGE = 'YS1xdWVzdGlvbi1vZi10aGlydHktdHdvLWJ5dGVzISE'

async function newKey() {
  const device = await newAuthenticator()
  const made = await readRegistration(SITE, device.make(CHALLENGE))
  return { device, publicKey: made!.publicKey, made: made! }
}

test('a new passkey tells its id, its key and the question it answers', async () => {
  const { device, made } = await newKey()
  expect(made).toMatchObject({
    challenge: CHALLENGE,
    credentialId: device.credentialId,
    signCount: 0,
  })
  // A point of P-256, uncompressed: 65 bytes that begin with 4.
  expect(atob(made.publicKey)).toHaveLength(65)
  expect(atob(made.publicKey).charCodeAt(0)).toBe(4)
})

test('a key of which a number begins with a zero is a key like any other', async () => {
  const pair = await keyPairOf({
    x: '_DuUYK21CBCVF-V70xB3xoW8tERnrh2vHQV6FbqF930',
    y: 'AENWBvWvseEEyXTQtAmQMAYrZGMl3K_kJK8GSNyLxeA',
    d: '7Jyze34XAnNI2HXb653edeIlN7od_NQciumNLGrG6EM',
  })
  const device = await newAuthenticator('', pair)
  const made = await readRegistration(SITE, device.make(CHALLENGE))
  expect(made).toBeDefined()
  const assertion = await device.sign(CHALLENGE, { signCount: 3 })
  expect(await verifyAssertion(SITE, made!.publicKey, assertion)).toBe(3)
})

test('what the passkey signed is accepted, and says how often it has signed', async () => {
  const { device, publicKey } = await newKey()
  const assertion = await device.sign(CHALLENGE, { signCount: 7 })
  expect(assertedChallenge(SITE, assertion)).toBe(CHALLENGE)
  expect(await verifyAssertion(SITE, publicKey, assertion)).toBe(7)
})

test.each<[string, Quirks]>([
  ['another site', { origin: 'https://evil.test' }],
  ['a site below ours', { origin: 'https://x.app.example.test' }],
  ['our site without TLS', { origin: 'http://app.example.test' }],
  ['the answer to another kind of question', { type: 'webauthn.get' }],
  ['a page within another site’s page', { crossOrigin: true }],
  ['another relying party', { rpId: 'evil.test' }],
  ['a device that nobody touched', { present: false }],
  ['a device that did not check who holds it', { verified: false }],
  ['another algorithm', { algorithm: -257 }],
])('no passkey is made by %s', async (_what, quirks) => {
  const device = await newAuthenticator()
  expect(await readRegistration(SITE, device.make(CHALLENGE, quirks))).toBeUndefined()
})

test.each<[string, Quirks]>([
  ['another site', { origin: 'https://evil.test' }],
  ['the making of a passkey', { type: 'webauthn.create' }],
  ['a page within another site’s page', { crossOrigin: true }],
])('an answer from %s answers nothing', async (_what, quirks) => {
  const { device } = await newKey()
  expect(assertedChallenge(SITE, await device.sign(CHALLENGE, quirks))).toBeUndefined()
})

test.each<[string, Quirks]>([
  ['another relying party', { rpId: 'evil.test' }],
  ['a device that nobody touched', { present: false }],
  ['a device that did not check who holds it', { verified: false }],
])('a signature for %s is refused', async (_what, quirks) => {
  const { device, publicKey } = await newKey()
  const assertion = await device.sign(CHALLENGE, quirks)
  expect(await verifyAssertion(SITE, publicKey, assertion)).toBeUndefined()
})

test('another key’s signature is refused', async () => {
  const { device, publicKey } = await newKey()
  const { privateKey } = await newAuthenticator()
  const assertion = await device.sign(CHALLENGE, { signWith: privateKey })
  expect(await verifyAssertion(SITE, publicKey, assertion)).toBeUndefined()
})

test('a signature covers every byte of what was signed', async () => {
  const { device, publicKey } = await newKey()
  const one = await device.sign(CHALLENGE)
  const other = await device.sign('b3RoZXI', { signCount: 1 })
  const mixed = [
    { ...one, clientDataJSON: other.clientDataJSON },
    { ...one, authenticatorData: other.authenticatorData },
    { ...one, signature: other.signature },
  ]
  for (const assertion of mixed) {
    expect(await verifyAssertion(SITE, publicKey, assertion)).toBeUndefined()
  }
})

test.each(['', 'AA', 'x'.repeat(200), '____', 'MEUCIQ'])(
  '%j is no signature',
  async (signature) => {
    const { device, publicKey } = await newKey()
    const assertion = { ...(await device.sign(CHALLENGE)), signature }
    expect(await verifyAssertion(SITE, publicKey, assertion)).toBeUndefined()
  },
)

test('bytes that are no attestation make no passkey', async () => {
  const device = await newAuthenticator()
  const made = device.make(CHALLENGE)
  for (const attestationObject of ['', 'AA', 'oA', made.attestationObject.slice(0, 60)]) {
    expect(await readRegistration(SITE, { ...made, attestationObject })).toBeUndefined()
  }
  for (const clientDataJSON of ['', 'AA', 'e30', 'bnVsbA']) {
    expect(await readRegistration(SITE, { ...made, clientDataJSON })).toBeUndefined()
  }
})
