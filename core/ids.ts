import type { Brand } from './brand'

/** `<order>_<n>`, text for ever: 18 digits do not fit a number, and the suffix tells sub-orders apart. */
export type SubOrderNo = Brand<string, 'SubOrderNo'>
export type SupplierId = Brand<string, 'SupplierId'>
export type WorkspaceId = Brand<string, 'WorkspaceId'>
export type StoreId = Brand<string, 'StoreId'>
export type UploadId = Brand<string, 'UploadId'>
export type PersonId = Brand<string, 'PersonId'>
export type SessionId = Brand<string, 'SessionId'>
export type PasskeyId = Brand<string, 'PasskeyId'>
export type InvitationId = Brand<string, 'InvitationId'>
export type TokenId = Brand<string, 'TokenId'>
export type EmailChangeId = Brand<string, 'EmailChangeId'>

const SUB_ORDER_NO = /^\d{6,24}_\d{1,4}$/
const SUPPLIER_ID = /^\d{2,12}$/

/** Nothing for anything that is not digits, an underscore and a number: damaged ids are refused, never repaired. */
export function parseSubOrderNo(text: string): SubOrderNo | undefined {
  const trimmed = text.startsWith("'") ? text.slice(1) : text
  return SUB_ORDER_NO.test(trimmed) ? (trimmed as SubOrderNo) : undefined
}

export function subOrderNo(text: string): SubOrderNo {
  const parsed = parseSubOrderNo(text)
  if (parsed === undefined) throw new RangeError(`Not a sub-order number: ${text}`)
  return parsed
}

export function parseSupplierId(text: string): SupplierId | undefined {
  return SUPPLIER_ID.test(text) ? (text as SupplierId) : undefined
}

export function supplierId(text: string): SupplierId {
  const parsed = parseSupplierId(text)
  if (parsed === undefined) throw new RangeError(`Not a supplier id: ${text}`)
  return parsed
}

const OPAQUE_ID = /^[0-9a-z]{16,32}$/

function opaque(text: string, noun: string): string {
  if (!OPAQUE_ID.test(text)) throw new RangeError(`Not a ${noun} id: ${text}`)
  return text
}

// Safe because each of these is checked for the one shape that newId() makes.
export const workspaceId = (text: string) => opaque(text, 'workspace') as WorkspaceId
export const storeId = (text: string) => opaque(text, 'store') as StoreId
export const uploadId = (text: string) => opaque(text, 'upload') as UploadId
export const personId = (text: string) => opaque(text, 'person') as PersonId
export const sessionId = (text: string) => opaque(text, 'session') as SessionId
export const passkeyId = (text: string) => opaque(text, 'passkey') as PasskeyId
export const invitationId = (text: string) => opaque(text, 'invitation') as InvitationId
export const tokenId = (text: string) => opaque(text, 'token') as TokenId
export const emailChangeId = (text: string) => opaque(text, 'e-mail change') as EmailChangeId

/** True for the only shape our ids have; anything else from outside is answered as not found. */
export function isOpaqueId(text: string): boolean {
  return OPAQUE_ID.test(text)
}

const ALPHABET = '0123456789abcdefghijklmnopqrstuv'

/** 100 random bits as 20 characters of base 32; ids say nothing about count or time. */
export function newId(random: (bytes: Uint8Array) => Uint8Array): string {
  let id = ''
  for (const byte of random(new Uint8Array(20))) id += ALPHABET.charAt(byte & 31)
  return id
}
