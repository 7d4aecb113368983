/** Changes of an account that its owner is told of by mail, whoever made them. */
export const NOTICES = [
  'password-changed',
  'authenticator-on',
  'authenticator-off',
  'recovery-codes-made',
  'passkey-added',
  'passkey-removed',
] as const

export type Notice = (typeof NOTICES)[number]
