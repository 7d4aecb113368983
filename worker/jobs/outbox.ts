import type {
  EmailChangeId,
  InvitationId,
  PersonId,
  StoreId,
  UploadId,
  WorkspaceId,
} from '#core/ids'
import type { Db } from '#db/client'
import { deleteFromOutbox, listOutbox, listOutboxOf } from '#db/control/queries/outbox'
import type { Notice } from '../mail/notices'
import { type EmailChangeStep, type Job, parseJob } from './job'

/** The queue takes 100 messages at once, and a D1 statement 100 parameters. */
const RELAY_ROWS = 50
const RELAY_ROUNDS = 20
/** Whoever wrote a row relays it at once; cron takes those that are still there after this long. */
const RELAY_AFTER_MS = 30_000

/** As the outbox holds it: always the same text for the same job, so that it can be found by it. */
export function uploadJob(
  type: 'import-upload' | 'remove-upload',
  workspaceId: WorkspaceId,
  uploadId: UploadId,
): string {
  return JSON.stringify({ type, workspaceId, uploadId } satisfies Job)
}

export function reconcileJob(workspaceId: WorkspaceId, storeId: StoreId): string {
  return JSON.stringify({ type: 'reconcile', workspaceId, storeId } satisfies Job)
}

export function inviteJob(workspaceId: WorkspaceId, invitationId: InvitationId): string {
  return JSON.stringify({ type: 'mail-invitation', workspaceId, invitationId } satisfies Job)
}

export function rotationJob(workspaceId: WorkspaceId): string {
  return JSON.stringify({ type: 'rotate-data-key', workspaceId } satisfies Job)
}

export function rebuildJob(workspaceId: WorkspaceId, storeId: StoreId): string {
  return JSON.stringify({ type: 'rebuild-totals', workspaceId, storeId } satisfies Job)
}

export function mailJob(type: 'mail-verification' | 'mail-reset', personId: PersonId): string {
  return JSON.stringify({ type, personId } satisfies Job)
}

export function noticeJob(notice: Notice, personId: PersonId): string {
  return JSON.stringify({ type: 'mail-notice', personId, notice } satisfies Job)
}

export function emailChangeJob(about: EmailChangeStep, changeId: EmailChangeId): string {
  return JSON.stringify({ type: 'mail-email-change', about, changeId } satisfies Job)
}

/**
 * Sends jobs just written to the outbox. A crash on the way sends some of them twice or leaves them
 * to cron, and never loses one: each is deleted only once sent.
 */
export async function relayJobs(db: Db, queue: Queue<Job>, jobs: readonly string[]): Promise<void> {
  for (let start = 0; start < jobs.length; start += RELAY_ROWS) {
    const some = jobs.slice(start, start + RELAY_ROWS)
    await send(db, queue, await listOutboxOf(db, some, RELAY_ROWS))
  }
}

/** Sends what nobody has sent, and answers true when more is left than one run may send. */
export async function relayOutbox(db: Db, queue: Queue<Job>, now: Date): Promise<boolean> {
  const writtenUntil = new Date(now.getTime() - RELAY_AFTER_MS)
  for (let round = 0; round < RELAY_ROUNDS; round++) {
    const rows = await listOutbox(db, writtenUntil, RELAY_ROWS)
    await send(db, queue, rows)
    if (rows.length < RELAY_ROWS) return false
  }
  return true
}

async function send(
  db: Db,
  queue: Queue<Job>,
  rows: readonly { id: number; job: string }[],
): Promise<void> {
  if (rows.length === 0) return
  const messages = rows.flatMap(({ job }) => {
    const body = parseJob(JSON.parse(job))
    return body === undefined ? [] : [{ body }]
  })
  if (messages.length > 0) await queue.sendBatch(messages)
  await deleteFromOutbox(
    db,
    rows.map(({ id }) => id),
  )
}
