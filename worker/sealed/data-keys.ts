import { decodeBase64, encodeBase64 } from '@oslojs/encoding'
import * as z from 'zod'
import type { NamedKey } from '../key-list'
import type { KeyStore } from './vault'

/** One version of a key of a person or a workspace; what it sealed says its version. */
export type DataKey = { readonly version: number; readonly key: CryptoKey }

/** The keys of one person or workspace. New things are sealed with `current`; older versions only open. */
export type DataKeys = {
  readonly current: DataKey
  readonly currentSince: Date
  readonly versions: readonly DataKey[]
}

const kept = z.object({
  versions: z
    .array(
      z.object({
        version: z.int().positive(),
        /** The id of the Worker's key that wraps it. */
        wrappedBy: z.string(),
        wrapped: z.string(),
        createdAt: z.iso.datetime(),
      }),
    )
    .min(1),
})
type Kept = z.infer<typeof kept>
type KeptVersion = Kept['versions'][number]

const NONCE_BYTES = 12

/** Deleting this object makes all that is sealed with it unreadable at once, in every backup too. */
export function dataKeyObject(keyName: string): string {
  return `keys/${keyName}`
}

/** Nothing where there is no key: its owner has sealed nothing yet, or its key was deleted for good. */
export async function findDataKeys(store: KeyStore): Promise<DataKeys | undefined> {
  const found = await readKept(store)
  return found && unwrapAll(store, found.keys)
}

/** The keys, made with the first thing that is sealed; of two made at once, one is kept. */
export async function ensureDataKeys(store: KeyStore, now: Date): Promise<DataKeys> {
  const known = await findDataKeys(store)
  if (known !== undefined) return known
  const keys: Kept = { versions: [await newVersion(store, 1, now)] }
  await store.bucket.put(dataKeyObject(store.keyName), JSON.stringify(keys), {
    onlyIf: { etagDoesNotMatch: '*' },
  })
  const made = await findDataKeys(store)
  if (made === undefined) throw new Error('A data key that was just made is not there')
  return made
}

const DAY_MS = 24 * 60 * 60 * 1000
const NEW_KEY_AFTER_MS = 365 * DAY_MS
/** What was being written when the version changed may still have been sealed with the old one. */
const DROP_AFTER_MS = DAY_MS

/** True when the key is a year old, or an older version waits to be forgotten. */
export function isRotationDue({ currentSince, versions }: DataKeys, now: Date): boolean {
  const age = now.getTime() - currentSince.getTime()
  return age > (versions.length > 1 ? DROP_AFTER_MS : NEW_KEY_AFTER_MS)
}

/** Adds a version that seals from now on. `since` is the version that is to be replaced: once is enough. */
export async function rotateDataKey(store: KeyStore, since: number, now: Date): Promise<void> {
  await changeKept(store, async ({ versions }) => {
    const newest = newestOf(versions)
    if (newest.version !== since) return undefined
    return { versions: [...versions, await newVersion(store, since + 1, now)] }
  })
}

/** For good: whatever these keys have sealed is unreadable from here on, in every backup too. */
export async function dropDataKeys({ bucket, keyName }: KeyStore): Promise<void> {
  await bucket.delete(dataKeyObject(keyName))
}

/** Forgets the versions before the newest: whatever they still seal is unreadable from here on. */
export async function dropOldDataKeys(store: KeyStore): Promise<void> {
  await changeKept(store, async ({ versions }) =>
    versions.length === 1 ? undefined : { versions: [newestOf(versions)] },
  )
}

/** Wraps every version by the Worker's current key, so that an older one can be taken out of its secret. */
export async function rewrapDataKeys(store: KeyStore): Promise<void> {
  const [current] = store.wrapping()
  await changeKept(store, async ({ versions }) => {
    if (versions.every(({ wrappedBy }) => wrappedBy === current.id)) return undefined
    const rewrapped = versions.map(async (each) => ({
      ...each,
      ...(await wrap(store, each.version, await unwrapBytes(store, each))),
    }))
    return { versions: await Promise.all(rewrapped) }
  })
}

// Another writer gets in between at most once or twice; more is a fault.
const MAX_TRIES = 5

async function changeKept(
  store: KeyStore,
  change: (keys: Kept) => Promise<Kept | undefined>,
): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const found = await readKept(store)
    const next = found && (await change(found.keys))
    if (found === undefined || next === undefined) return
    const done = await store.bucket.put(dataKeyObject(store.keyName), JSON.stringify(next), {
      onlyIf: { etagMatches: found.etag },
    })
    if (done !== null) return
  }
  throw new Error('The data key was changed by others too often')
}

async function readKept({ bucket, keyName }: KeyStore) {
  const object = await bucket.get(dataKeyObject(keyName))
  return object === null ? undefined : { keys: kept.parse(await object.json()), etag: object.etag }
}

function newestOf(versions: readonly KeptVersion[]): KeptVersion {
  return versions.reduce((newest, each) => (each.version > newest.version ? each : newest))
}

async function newVersion(store: KeyStore, version: number, now: Date): Promise<KeptVersion> {
  const wrapped = await wrap(store, version, crypto.getRandomValues(new Uint8Array(32)))
  return { version, ...wrapped, createdAt: now.toISOString() }
}

async function wrap(store: KeyStore, version: number, bytes: Uint8Array<ArrayBuffer>) {
  const [wrapping] = store.wrapping()
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: placeOf(store, version) }
  const sealed = await crypto.subtle.encrypt(algorithm, await wrappingKey(wrapping), bytes)
  const joined = new Uint8Array([...nonce, ...new Uint8Array(sealed)])
  return { wrappedBy: wrapping.id, wrapped: encodeBase64(joined) }
}

async function unwrapBytes(
  store: KeyStore,
  { version, wrappedBy, wrapped }: KeptVersion,
): Promise<Uint8Array<ArrayBuffer>> {
  const wrapping = store.wrapping().find(({ id }) => id === wrappedBy)
  if (wrapping === undefined) throw new Error(`No key ${wrappedBy} in DATA_KEY_WRAP`)
  const bytes = new Uint8Array(decodeBase64(wrapped))
  const algorithm = {
    name: 'AES-GCM',
    iv: bytes.subarray(0, NONCE_BYTES),
    additionalData: placeOf(store, version),
  }
  const key = await wrappingKey(wrapping)
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, bytes.subarray(NONCE_BYTES)))
}

async function unwrapAll(store: KeyStore, { versions }: Kept): Promise<DataKeys> {
  const all = await Promise.all(
    versions.map(async (each) => ({
      version: each.version,
      key: await importKey(await unwrapBytes(store, each), ['encrypt', 'decrypt']),
    })),
  )
  const newest = newestOf(versions)
  const current = all.find(({ version }) => version === newest.version)
  if (current === undefined) throw new Error('An owner without a current data key')
  return { current, currentSince: new Date(newest.createdAt), versions: all }
}

function wrappingKey({ secret }: NamedKey): Promise<CryptoKey> {
  return importKey(new Uint8Array(secret), ['encrypt', 'decrypt'])
}

function importKey(
  bytes: Uint8Array<ArrayBuffer>,
  uses: ('encrypt' | 'decrypt')[],
): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, uses)
}

/** A key taken from one owner's object opens nothing in another's. */
function placeOf({ keyName }: KeyStore, version: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(JSON.stringify(['key', keyName, version])))
}
