import { listKeptDigests } from '#db/control/queries/uploads'
import { openObject } from '../byte-source'
import type { Caller } from '../env'
import { AppError } from '../problem'
import {
  type DataKeys,
  dropOldDataKeys,
  findDataKeys,
  rewrapDataKeys,
  rotateDataKey,
} from '../sealed/data-keys'
import { objectKey, sealObject } from '../uploaded-bytes'

const DAY_MS = 24 * 60 * 60 * 1000
const NEW_KEY_AFTER_MS = 365 * DAY_MS
/** A file that was being received when the version changed may still have been sealed with the old one. */
const DROP_AFTER_MS = DAY_MS
/** Of up to 100 MB each: well within the time of one delivery. */
const FILES_A_RUN = 20

/** True when the key is a year old, or an older version waits to be forgotten. */
export function isRotationDue({ currentSince, versions }: DataKeys, now: Date): boolean {
  const age = now.getTime() - currentSince.getTime()
  return age > (versions.length > 1 ? DROP_AFTER_MS : NEW_KEY_AFTER_MS)
}

/**
 * Brings a workspace to a new version of its key: each file is sealed anew, and a day later the old version
 * is forgotten. Answers the digest to go on behind when more files are left. Safe to run twice and side by
 * side; stopped anywhere, every file still opens.
 */
export async function rotateWorkspaceKey(
  { db, files, workspaceId, now }: Caller,
  after: string | undefined,
): Promise<string | undefined> {
  if (after === undefined) await rewrapDataKeys(files)
  const known = await findDataKeys(files)
  if (known === undefined) return undefined
  if (after === undefined && !isRotationDue(known, now)) return undefined
  if (after === undefined && known.versions.length === 1)
    await rotateDataKey(files, known.current.version, now)
  const keys = await findDataKeys(files)
  if (keys === undefined) return undefined

  const digests = await listKeptDigests(db, workspaceId, after ?? '', FILES_A_RUN)
  for (const sha256 of digests) await sealAnew(files, objectKey(workspaceId, sha256), keys)
  if (digests.length === FILES_A_RUN) return digests.at(-1)
  // The first round after a change seals; the next one, a day later, finds nothing left and forgets.
  if (isRotationDue(keys, now)) await dropOldDataKeys(files)
  return undefined
}

async function sealAnew(files: Caller['files'], key: string, { current }: DataKeys): Promise<void> {
  try {
    const source = await openObject(files, key)
    if (source === undefined || (await source.sealedWith()) === current.version) return
    await sealObject(files, key, current, await source.stream(0, source.size), source.size)
  } catch (error) {
    // What no key opens any more is not made worse by a new one.
    if (!(error instanceof AppError && error.code === 'file-key-gone')) throw error
  }
}
