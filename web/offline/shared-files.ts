import { sendFiles } from '../uploads/outgoing'
import { onAnotherOwner } from './owner'
import { CAME_HEADER, NAME_HEADER, SHARED_STORE } from './stores'

export type SharedFile = { readonly key: string; readonly file: File }

// Who shared a file and did not come back for it in a week has sent it another way.
const MOST_AGE_MS = 7 * 86_400_000
/** Already on their way from this page; they stay stored until the service has them. */
const taken = new Set<string>()

onAnotherOwner(() => {
  taken.clear()
  if ('caches' in window) void caches.delete(SHARED_STORE)
})

/** What another app shared and nobody has sent yet, the oldest first. */
export async function listShared(): Promise<readonly SharedFile[]> {
  if (!('caches' in window) || !(await caches.has(SHARED_STORE))) return []
  const store = await caches.open(SHARED_STORE)
  const found: SharedFile[] = []
  for (const { url: key } of await store.keys()) {
    const stored = taken.has(key) ? undefined : await store.match(key)
    if (!stored) continue
    if (Date.now() - Number(stored.headers.get(CAME_HEADER)) > MOST_AGE_MS) await store.delete(key)
    else found.push({ key, file: new File([await stored.blob()], nameOf(stored)) })
  }
  return found
}

function nameOf(stored: Response): string {
  return decodeURIComponent(stored.headers.get(NAME_HEADER) ?? '')
}

/** Sends them like files that were dropped; each leaves the device once the service has it. */
export function sendShared(files: readonly SharedFile[]): void {
  const keys = new Map(files.map(({ key, file }) => [file, key]))
  for (const key of keys.values()) taken.add(key)
  sendFiles(keys.keys(), { onGone: (file) => void removeKey(keys.get(file)) })
}

export async function removeShared(files: readonly SharedFile[]): Promise<void> {
  for (const { key } of files) await removeKey(key)
}

async function removeKey(key: string | undefined): Promise<void> {
  if (key === undefined) return
  taken.delete(key)
  const store = await caches.open(SHARED_STORE)
  await store.delete(key)
}
