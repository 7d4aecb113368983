import { type InvitationId, invitationId, type WorkspaceId } from '#core/ids'
import { addInvitation, findInvitation, setInvitationDigest } from '#db/control/queries/invitations'
import { openDb } from '#db/client'
import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding'
import type { MemberRole } from '../auth/access'
import type { Peppers } from '../auth/peppers'
import { digestOf } from '../auth/sessions'
import { throttleInvitation } from '../auth/throttle'
import type { Bindings, SignedIn } from '../env'
import { inviteJob } from '../jobs/outbox'
import { lettersFor } from '../mail/language'
import { compose } from '../mail/letter'
import { sendMail } from '../mail/send-mail'
import { AppError } from '../problem'
import { randomBytes, randomId } from '../random'
import { ensureDataKeys } from '../sealed/data-keys'
import { openInvitation, type OpenInvitation } from '../sealed/invitations'
import { sealText } from '../sealed/sealed-text'
import { vaultOf } from '../sealed/vault'
import { findWorkspaceName } from '../sealed/workspaces'

const DAY_MS = 24 * 60 * 60 * 1000
const OPEN_DAYS = 7
const MAX_OPEN = 50

export type Invited = {
  readonly invitation: OpenInvitation
  /** The secret of a link that is handed over by hand; nothing for one that is mailed. */
  readonly secret: string | undefined
  readonly jobs: readonly string[]
}

type Wanted = {
  readonly role: MemberRole
  readonly email: string | undefined
  readonly memberDays: number | undefined
}

/** Offers a place in the caller's workspace: by mail to one address, or by a link for whoever is given it. */
export async function invite(
  { db, files, workspaceId, personId, now }: SignedIn,
  peppers: Peppers,
  { role, email, memberDays }: Wanted,
): Promise<Invited> {
  await throttleInvitation({ db, peppers, now }, personId)
  const secret = email === undefined ? newSecret() : undefined
  const id = invitationId(randomId())
  const at = now.getTime()
  async function sealAddress() {
    if (email === undefined) return null
    return sealText(await ensureDataKeys(files, now), `invitation.email ${id}`, email)
  }
  const invitation = {
    id,
    workspaceId,
    role,
    email: await sealAddress(),
    digest: secret === undefined ? null : digestOf(secret),
    memberUntil: memberDays === undefined ? null : at + memberDays * DAY_MS,
    createdAt: at,
    expiresAt: at + OPEN_DAYS * DAY_MS,
  }
  const jobs = email === undefined ? [] : [inviteJob(workspaceId, id)]
  if (await addInvitation(db, invitation, { maxOpen: MAX_OPEN, jobs })) {
    const opened = { ...invitation, email: email ?? null, byLink: email === undefined }
    return { invitation: opened, secret, jobs }
  }
  const sentence = `There are ${MAX_OPEN} open invitations. Withdraw one, then try again.`
  throw new AppError(409, 'too-many-invitations', sentence)
}

function newSecret(): string {
  return encodeBase32LowerCaseNoPadding(randomBytes(20))
}

/** The secret is made here and not where it is asked for, so that no queue and no outbox ever holds it. */
export async function mailInvitation(
  env: Bindings,
  workspaceId: WorkspaceId,
  id: InvitationId,
  now: Date,
): Promise<void> {
  const db = openDb(env.DB)
  const found = await findInvitation(db, id)
  if (!found || found.invitation.workspaceId !== workspaceId) return
  const { email, expiresAt } = await openInvitation(vaultOf(env), found.invitation)
  const workspaceName = await findWorkspaceName(vaultOf(env), found.workspace)
  if (email === null || workspaceName === undefined || expiresAt <= now.getTime()) return
  const secret = newSecret()
  await setInvitationDigest(db, id, digestOf(secret))
  // Nobody knows yet which language its reader speaks.
  const letters = lettersFor('en')
  const letter = letters.invitation(workspaceName, `${env.APP_ORIGIN}/join?token=${secret}`)
  await sendMail(env, { ...compose(letters.language, letter), to: email }, now)
}
