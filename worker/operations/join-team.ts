import { personId as toPersonId, workspaceId as toWorkspaceId, type WorkspaceId } from '#core/ids'
import { findOpenInvitation, takeInvitation } from '#db/control/queries/invitations'
import { findMember, swapSession } from '#db/control/queries/members'
import { findPerson } from '#db/control/queries/people'
import { emailKeys } from '../auth/peppers'
import { digestOf, newSession } from '../auth/sessions'
import { throttleAddress, type Visitor } from '../auth/throttle'
import type { SignedIn } from '../env'
import { AppError, notFound } from '../problem'
import { openInvitation, type OpenInvitation } from '../sealed/invitations'
import { findWorkspaceName } from '../sealed/workspaces'

export type Offer = {
  readonly invitation: OpenInvitation
  readonly workspaceName: string
}

/** What a link offers, to whoever is signed in; refused where it is for another address. */
export async function readOffer(
  { db, personId, now }: SignedIn,
  visitor: Visitor,
  secret: string,
): Promise<Offer> {
  await throttleAddress(visitor)
  const found = await findOpenInvitation(db, digestOf(secret), now.getTime())
  if (found === undefined) throw linkEnded()
  const [invitation, workspaceName] = await Promise.all([
    openInvitation(visitor.vault, found.invitation),
    findWorkspaceName(visitor.vault, found.workspace),
  ])
  // Whose key is gone, is gone: nobody joins it any more.
  if (workspaceName === undefined) throw linkEnded()
  const { email, byLink } = invitation
  const person = await findPerson(db, personId)
  const isTheirs =
    byLink ||
    (person !== undefined &&
      email !== null &&
      emailKeys(visitor.peppers, email).includes(person.emailKey))
  if (isTheirs) return { invitation, workspaceName }
  const sentence = 'This invitation is for another email address. Sign in with that one.'
  throw new AppError(403, 'invitation-for-another', sentence)
}

/** Takes the place, and answers the secret of a session in that workspace; the one of before ends. */
export async function joinTeam(
  caller: SignedIn,
  visitor: Visitor,
  secret: string,
): Promise<string> {
  const { invitation } = await readOffer(caller, visitor, secret)
  const { db, personId, now } = caller
  const workspaceId = toWorkspaceId(invitation.workspaceId)
  if (!(await takeInvitation(db, digestOf(secret), personId, now.getTime()))) {
    if (await findMember(db, { workspaceId, personId })) throw alreadyThere()
    throw linkEnded()
  }
  return enterWorkspace(caller, workspaceId)
}

/** A session in another workspace of the same person; what was confirmed before is asked for again. */
export async function enterWorkspace(caller: SignedIn, workspaceId: WorkspaceId): Promise<string> {
  const { db, personId, sessionId, now } = caller
  const member = await findMember(db, { workspaceId, personId })
  if (!member || (member.until !== null && member.until <= now.getTime())) throw notFound()
  const owner = { workspaceId, personId: toPersonId(member.personId), now }
  const { secret, session } = newSession(owner, null)
  await swapSession(db, { personId, sessionId }, session)
  return secret
}

function linkEnded(): AppError {
  const sentence = 'This invitation has been used, withdrawn, or has ended. Ask for a new one.'
  return new AppError(400, 'link-ended', sentence)
}

function alreadyThere(): AppError {
  return new AppError(409, 'already-member', 'You already belong to this workspace.')
}
