import {
  invitationId,
  type InvitationId,
  type EmailChangeId,
  emailChangeId,
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
import { SEALED_FIELDS } from '#db/control/queries/sealed-columns'
import * as z from 'zod'
import { type Notice, NOTICES } from '../mail/notices'
import type { RenewedUpTo } from '../operations/renew-keys'
import type { SealedUpTo } from '../operations/seal-people'

/** Ids only, never data: a queue message is readable by whoever operates the queue. */
export type Job =
  | { type: 'import-upload'; workspaceId: WorkspaceId; uploadId: UploadId }
  | { type: 'remove-upload'; workspaceId: WorkspaceId; uploadId: UploadId }
  | { type: 'rebuild-totals'; workspaceId: WorkspaceId; storeId: StoreId }
  | { type: 'reconcile'; workspaceId: WorkspaceId; storeId: StoreId }
  | { type: 'mail-invitation'; workspaceId: WorkspaceId; invitationId: InvitationId }
  | { type: 'rotate-data-key'; workspaceId: WorkspaceId; after?: string | undefined }
  | { type: 'mail-verification' | 'mail-reset'; personId: PersonId }
  | { type: 'mail-notice'; personId: PersonId; notice: Notice }
  | { type: 'mail-email-change'; about: EmailChangeStep; changeId: EmailChangeId }
  | { type: 'seal-people'; upTo?: SealedUpTo | undefined }
  | { type: 'renew-keys'; upTo?: RenewedUpTo | undefined }
  | { type: 'relay-outbox' }
  | { type: 'purge' }

/** The code to the new address; to the old one that a change is asked for, and that it is done. */
export type EmailChangeStep = (typeof EMAIL_CHANGE_STEPS)[number]
const EMAIL_CHANGE_STEPS = ['code', 'asked', 'done'] as const

const opaque = z.string().refine(isOpaqueId)
const ofWorkspace = { workspaceId: opaque.transform(workspaceId) }
const ofUpload = { ...ofWorkspace, uploadId: opaque.transform(uploadId) }

/** Where a walk goes on: behind a row, or at the beginning. */
const after = z.union([z.literal(''), opaque])

const ofStore = { ...ofWorkspace, storeId: opaque.transform(storeId) }
const ofPerson = { personId: opaque.transform(personId) }

const jobSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('import-upload'), ...ofUpload }),
  z.object({ type: z.literal('remove-upload'), ...ofUpload }),
  z.object({ type: z.literal('rebuild-totals'), ...ofStore }),
  z.object({ type: z.literal('reconcile'), ...ofStore }),
  z.object({
    type: z.literal('mail-invitation'),
    ...ofWorkspace,
    invitationId: opaque.transform(invitationId),
  }),
  z.object({
    type: z.literal('rotate-data-key'),
    ...ofWorkspace,
    after: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
  z.object({ type: z.enum(['mail-verification', 'mail-reset']), ...ofPerson }),
  z.object({ type: z.literal('mail-notice'), ...ofPerson, notice: z.enum(NOTICES) }),
  z.object({
    type: z.literal('mail-email-change'),
    about: z.enum(EMAIL_CHANGE_STEPS),
    changeId: opaque.transform(emailChangeId),
  }),
  z.object({
    type: z.literal('seal-people'),
    upTo: z.object({ field: z.enum(SEALED_FIELDS), after }).optional(),
  }),
  z.object({
    type: z.literal('renew-keys'),
    upTo: z.object({ of: z.enum(['person', 'workspace']), after }).optional(),
  }),
  z.object({ type: z.literal('relay-outbox') }),
  z.object({ type: z.literal('purge') }),
]) satisfies z.ZodType<Job>

/** Nothing for a message that is none of our jobs. */
export function parseJob(message: unknown): Job | undefined {
  return jobSchema.safeParse(message).data
}
