import { workspaceId } from '#core/ids'
import type { Db } from '#db/client'
import {
  areBytesHeld,
  listUploadsToPurge,
  markPurged,
  purgeAnswers,
  purgeEmailChanges,
  purgeInvitations,
  purgeMailedSecrets,
  purgePasskeyChallenges,
  purgeSecurityEvents,
  purgeSessions,
  purgeThrottles,
  purgeTokens,
} from '#db/control/queries/purges'
import { VERIFIES_AFTER_MS } from '../auth/signing-keys'
import { INCOMING, objectKey } from '../uploaded-bytes'

const DAY_MS = 24 * 60 * 60 * 1000
/** Long enough to notice a mistake, far within the 30 days we promise. */
const KEEP_REMOVED_MS = 7 * DAY_MS
const KEEP_EVENT_MS = 30 * DAY_MS
const KEEP_TEMPORARY_MS = DAY_MS
const KEEP_ANSWER_MS = DAY_MS
/** Long after its last mail; it holds the address of before. */
const KEEP_EMAIL_CHANGE_MS = DAY_MS
/** The slowest bucket is full again after 100 minutes. */
const KEEP_BUCKET_MS = DAY_MS

const MAX_OBJECTS = 100
/** Of 1,000 temporary objects each. */
const MAX_PAGES = 10
const MAX_ROWS = 5_000

/** Deletes what is due, a bounded part of it in one run; answers true when more may be left. */
export async function purge(db: Db, bucket: R2Bucket, now: Date): Promise<boolean> {
  const before = (ageMs: number) => new Date(now.getTime() - ageMs)
  const isMoreLeft = [
    await purgeRemovedFiles(db, bucket, before(KEEP_REMOVED_MS), now),
    await purgeTemporaries(bucket, before(KEEP_TEMPORARY_MS)),
    (await purgeSessions(db, now, MAX_ROWS)) === MAX_ROWS,
    (await purgeTokens(db, now, before(VERIFIES_AFTER_MS), MAX_ROWS)) === MAX_ROWS,
    (await purgeSecurityEvents(db, before(KEEP_EVENT_MS), MAX_ROWS)) === MAX_ROWS,
    (await purgeMailedSecrets(db, now, MAX_ROWS)) === MAX_ROWS,
    (await purgePasskeyChallenges(db, now, MAX_ROWS)) === MAX_ROWS,
    (await purgeEmailChanges(db, before(KEEP_EMAIL_CHANGE_MS), MAX_ROWS)) === MAX_ROWS,
    (await purgeInvitations(db, now, MAX_ROWS)) === MAX_ROWS,
    (await purgeAnswers(db, before(KEEP_ANSWER_MS), MAX_ROWS)) === MAX_ROWS,
    (await purgeThrottles(db, before(KEEP_BUCKET_MS), MAX_ROWS)) === MAX_ROWS,
  ]
  return isMoreLeft.includes(true)
}

/** Deletes first and marks after: a crash in between deletes again, and forgets nothing. */
async function purgeRemovedFiles(
  db: Db,
  bucket: R2Bucket,
  removedBefore: Date,
  now: Date,
): Promise<boolean> {
  const due = await listUploadsToPurge(db, removedBefore, MAX_OBJECTS)
  for (const upload of due) {
    const { sha256 } = upload
    const owner = workspaceId(upload.workspaceId)
    const isHeld = await areBytesHeld(db, owner, sha256, removedBefore)
    if (!isHeld) await bucket.delete(objectKey(owner, sha256))
    await markPurged(db, owner, sha256, removedBefore, now)
  }
  return due.length === MAX_OBJECTS
}

/** What a crash between receiving a file and keeping it left behind. */
async function purgeTemporaries(bucket: R2Bucket, uploadedBefore: Date): Promise<boolean> {
  let cursor: string | undefined
  for (let page = 0; page < MAX_PAGES; page++) {
    const listed = await bucket.list({ prefix: INCOMING, ...(cursor && { cursor }) })
    const due = listed.objects.filter(({ uploaded }) => uploaded < uploadedBefore)
    if (due.length > 0) await bucket.delete(due.map(({ key }) => key))
    if (!listed.truncated) return false
    cursor = listed.cursor
  }
  // Files being received now fill the pages; tomorrow's run looks again.
  return false
}
