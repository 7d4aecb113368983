import {
  isOpaqueId,
  personId,
  type PersonId,
  storeId,
  type StoreId,
  uploadId,
  type UploadId,
  workspaceId,
  type WorkspaceId,
} from '#core/ids'
import * as z from 'zod'

/** Ids only, never data: a queue message is readable by whoever operates the queue. */
export type Job =
  | { type: 'import-upload'; workspaceId: WorkspaceId; uploadId: UploadId }
  | { type: 'remove-upload'; workspaceId: WorkspaceId; uploadId: UploadId }
  | { type: 'rebuild-totals'; workspaceId: WorkspaceId; storeId: StoreId }
  | { type: 'reconcile'; workspaceId: WorkspaceId; storeId: StoreId }
  | { type: 'mail-verification' | 'mail-reset'; personId: PersonId }
  | { type: 'relay-outbox' }
  | { type: 'purge' }

const opaque = z.string().refine(isOpaqueId)
const ofWorkspace = { workspaceId: opaque.transform(workspaceId) }
const ofUpload = { ...ofWorkspace, uploadId: opaque.transform(uploadId) }

const ofStore = { ...ofWorkspace, storeId: opaque.transform(storeId) }
const ofPerson = { personId: opaque.transform(personId) }

const jobSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('import-upload'), ...ofUpload }),
  z.object({ type: z.literal('remove-upload'), ...ofUpload }),
  z.object({ type: z.literal('rebuild-totals'), ...ofStore }),
  z.object({ type: z.literal('reconcile'), ...ofStore }),
  z.object({ type: z.enum(['mail-verification', 'mail-reset']), ...ofPerson }),
  z.object({ type: z.literal('relay-outbox') }),
  z.object({ type: z.literal('purge') }),
]) satisfies z.ZodType<Job>

/** Nothing for a message that is none of our jobs. */
export function parseJob(message: unknown): Job | undefined {
  return jobSchema.safeParse(message).data
}
