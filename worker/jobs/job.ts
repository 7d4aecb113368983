import type { StoreId, UploadId, WorkspaceId } from '#core/ids'

/** Ids only, never data: a queue message is readable by whoever operates the queue. */
export type Job =
  | { type: 'import-upload'; workspaceId: WorkspaceId; uploadId: UploadId }
  | { type: 'remove-upload'; workspaceId: WorkspaceId; uploadId: UploadId }
  | { type: 'rebuild-totals'; workspaceId: WorkspaceId; storeId: StoreId }
  | { type: 'relay-outbox' }
  | { type: 'purge' }
