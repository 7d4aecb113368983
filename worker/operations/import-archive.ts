import { type StoreId, storeId, uploadId } from '#core/ids'
import { UnreadableFile } from '#core/files/bytes'
import { markArchive } from '#db/control/queries/archives'
import { runBatch } from '#db/client'
import { addToOutbox } from '#db/control/queries/outbox'
import { addStore, changeStore, listStores, type Store } from '#db/control/queries/stores'
import { markDone, queueNextPart, type UploadRow } from '#db/control/queries/uploads'
import { restoreDecisions } from '#engine/archive-decisions'
import {
  type ArchivedStore,
  type Decisions,
  fromArchive,
  type Manifest,
  NOTHING_YET,
  outcomeOf,
} from '../archive-format'
import type { Caller } from '../env'
import { reconcileJob, uploadJob } from '../jobs/outbox'
import { randomId } from '../random'
import { streamOfPieces } from '../stream-text'
import { acceptUpload, MAX_UPLOAD_BYTES } from './accept-upload'
import { type Archive, proveArchive } from './open-archive'
import { MAX_STORES } from './open-store'

// Each takes some ten statements and requests, of the thousand that one delivery may spend.
const FILES_A_DELIVERY = 60

/**
 * Takes an archive apart: its stores and decisions first, and then each file as an upload of its own, with
 * the job that reads it. Everything is found again by what it is, so a delivery that was killed, or comes
 * twice, and an archive that comes twice, change nothing. Answers the jobs in the outbox.
 */
export async function importArchive(
  caller: Caller,
  upload: UploadRow,
  archive: Archive,
): Promise<readonly string[]> {
  const { db, workspaceId, now } = caller
  const { files } = archive.manifest
  // Where the delivery before this one stopped.
  const from = upload.rowsRead
  if (from === 0) {
    await markArchive(db, workspaceId, uploadId(upload.id), JSON.stringify(NOTHING_YET))
    await proveArchive(archive)
  }
  const storeIds = await restoreStores(caller, archive.decisions)
  const jobs = from === 0 ? await restoreAll(caller, archive.decisions, storeIds) : []
  const to = Math.min(from + FILES_A_DELIVERY, files.length)
  for (const file of files.slice(from, to)) {
    jobs.push(...(await takeFile(caller, upload, archive, file, storeIds)))
  }
  if (to < files.length) {
    const job = uploadJob('import-upload', workspaceId, uploadId(upload.id))
    await queueNextPart(db, workspaceId, upload, { rowsRead: to, job, now })
    return [...jobs, job]
  }
  const outcome = JSON.stringify(outcomeOf(archive.decisions, files.length))
  const result = { storeId: undefined, rowsRead: to, unrecognised: [], jobs: [], archive: outcome }
  await markDone(db, workspaceId, upload, result, now)
  return jobs
}

async function takeFile(
  caller: Caller,
  upload: UploadRow,
  archive: Archive,
  file: Manifest['files'][number],
  storeIds: readonly StoreId[],
): Promise<readonly string[]> {
  const receivedAt = new Date(Math.min(Date.parse(file.receivedAt), caller.now.getTime()))
  const { jobs } = await acceptUpload(
    caller,
    {
      filename: file.filename,
      storeId: file.store === null ? undefined : storeIds[file.store],
      source: file.source,
      declaredBytes: file.bytes,
      body: streamOfPieces(archive.open(file)),
      receivedAt,
      archive: fromArchive(upload.id),
    },
    MAX_UPLOAD_BYTES,
  )
  return jobs
}

/** Stores, costs by hand, overheads and marks; answers the jobs, in the outbox, that count them. */
export async function restoreAll(
  { db, ledger, workspaceId, now }: Caller,
  { stores }: Decisions,
  storeIds: readonly StoreId[],
): Promise<string[]> {
  const jobs: string[] = []
  for (const [index, store] of stores.entries()) {
    const id = storeIds[index]
    if (id === undefined) continue
    await restoreDecisions(ledger, id, store, now)
    jobs.push(reconcileJob(workspaceId, id))
  }
  await runBatch(
    db,
    jobs.map((job) => addToOutbox(job, now)),
  )
  return jobs
}

/** The store here of each store there: by its supplier, else by its name; made where there is none. */
export async function restoreStores(
  caller: Caller,
  { stores }: Decisions,
): Promise<readonly StoreId[]> {
  const here = await listStores(caller.db, caller.workspaceId)
  const free = [...here]
  const matches = stores.map((store) => takeMatch(free, store))
  const missing = matches.filter((match) => match === undefined).length
  if (missing > 0 && here.length + missing > MAX_STORES) throw tooManyStores()
  const ids: StoreId[] = []
  for (const [index, store] of stores.entries()) {
    const match = matches[index]
    ids.push(match ? await settle(caller, match, store) : await make(caller, store, index))
  }
  return ids
}

/** Takes the match out of the list: of two stores of one name, each has one here. */
function takeMatch(free: Store[], { supplierId, name }: ArchivedStore): Store | undefined {
  const at = free.findIndex((store) =>
    supplierId === null
      ? store.supplierId === null && store.name === name
      : store.supplierId === supplierId,
  )
  return at < 0 ? undefined : free.splice(at, 1)[0]
}

/** A store that was made by a file has settings that nobody chose: those of the archive take their place. */
async function settle(
  { db, workspaceId }: Caller,
  store: Store,
  { gstScheme, cogsPolicy }: ArchivedStore,
): Promise<StoreId> {
  const id = storeId(store.id)
  const isUntouched = store.gstScheme === 'regular' && store.cogsPolicy === 'kept'
  const differs = store.gstScheme !== gstScheme || store.cogsPolicy !== cogsPolicy
  if (isUntouched && differs) await changeStore(db, workspaceId, id, { gstScheme, cogsPolicy })
  return id
}

async function make(
  { db, workspaceId, now }: Caller,
  archived: ArchivedStore,
  index: number,
): Promise<StoreId> {
  const { name, marketplace, supplierId, gstScheme, cogsPolicy, isSample } = archived
  const store: Store = {
    id: storeId(randomId()),
    workspaceId,
    name,
    marketplace,
    supplierId,
    gstScheme,
    cogsPolicy,
    isSample,
    // In their old order.
    createdAt: now.getTime() + index,
  }
  const added = await addStore(db, store)
  // Of two deliveries at once only one adds the store of a supplier; the other is tried again.
  if (added === undefined) throw new Error('A store was added meanwhile')
  return storeId(added.id)
}

function tooManyStores(): UnreadableFile {
  return new UnreadableFile(
    'too-many-stores',
    `With the stores of this archive there would be more than ${MAX_STORES}. Nothing of it was taken.`,
  )
}
