import { decodeBase64 } from '@oslojs/encoding'

/** A secret key of the Worker, by the name that what it sealed is marked with. */
export type NamedKey = { readonly id: string; readonly secret: Uint8Array }

/** The current one first; older ones open what they sealed until it is sealed anew. */
export type KeyList = readonly [NamedKey, ...NamedKey[]]

// The last letter of 32 bytes in base64 carries four bits, so only sixteen letters can stand there.
const ENTRY = /^([0-9a-z]{1,8}):([0-9A-Za-z+/]{42}[AEIMQUYcgkosw048]=)$/

/** Reads `id:base64 of 32 bytes, …`; nothing where any entry is of another form, or there is none. */
export function readKeyList(text: string | undefined): KeyList | undefined {
  const entries = (text ?? '').split(',').map(readEntry)
  const [current, ...older] = entries.filter((entry) => entry !== undefined)
  return current && older.length + 1 === entries.length ? [current, ...older] : undefined
}

function readEntry(entry: string): NamedKey | undefined {
  const [, id, secret] = ENTRY.exec(entry.trim()) ?? []
  return id === undefined || secret === undefined ? undefined : { id, secret: decodeBase64(secret) }
}
