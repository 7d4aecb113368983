import { FIELDS_OF_WORKSPACE } from '#db/control/queries/sealed-columns'
import { listKeptDigests } from '#db/control/queries/uploads'
import { openObject } from '../byte-source'
import type { Caller } from '../env'
import { AppError } from '../problem'
import {
  type DataKeys,
  dropOldDataKeys,
  findDataKeys,
  isRotationDue,
  rewrapDataKeys,
  rotateDataKey,
} from '../sealed/data-keys'
import { objectKey, sealObject } from '../uploaded-bytes'
import { sealTextsAnew } from './renew-keys'

/** Of up to 100 MB each: well within the time of one delivery. */
const FILES_A_RUN = 20

/**
 * Brings a workspace to a new version of its key: each file, its name and the addresses it has invited are
 * sealed anew, and a day later the old version
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
  await sealTextsAnew(db, FIELDS_OF_WORKSPACE, workspaceId, keys)
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
