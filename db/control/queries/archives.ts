import type { UploadId, WorkspaceId } from '#core/ids'
import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
import type { Db } from '../../client'
import { uploads } from '../schema/uploads'
import type { UploadPlace, UploadRow } from './uploads'

/** The workspace's uploads, the oldest first; `after` is the last upload of the page before. */
export function listOldestUploads(
  db: Db,
  workspaceId: WorkspaceId,
  after: UploadPlace | undefined,
  limit: number,
): Promise<UploadRow[]> {
  const isAfter =
    after &&
    or(
      gt(uploads.receivedAt, after.receivedAt),
      and(eq(uploads.receivedAt, after.receivedAt), gt(uploads.id, after.id)),
    )
  return db
    .select()
    .from(uploads)
    .where(and(eq(uploads.workspaceId, workspaceId), isNull(uploads.removedAt), isAfter))
    .orderBy(asc(uploads.receivedAt), asc(uploads.id))
    .limit(limit)
}

/** Says of an upload that it is an archive, whatever becomes of it. */
export async function markArchive(
  db: Db,
  workspaceId: WorkspaceId,
  id: UploadId,
  archive: string,
): Promise<void> {
  await db
    .update(uploads)
    .set({ archive })
    .where(and(eq(uploads.workspaceId, workspaceId), eq(uploads.id, id)))
}
