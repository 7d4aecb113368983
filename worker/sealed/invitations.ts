import { workspaceId } from '#core/ids'
import type { Invitation } from '#db/control/queries/invitations'
import { type DataKeys, findDataKeys } from './data-keys'
import { openText } from './sealed-text'
import { type KeyStore, keysOfWorkspace, type Vault } from './vault'

export type OpenInvitation = Omit<Invitation, 'email'> & {
  /** Nothing for a link that is handed over by hand, and where the key of the workspace is gone. */
  readonly email: string | null
  readonly byLink: boolean
}

/** Of one workspace: its key is read once. */
export async function openInvitations(
  store: KeyStore,
  invitations: readonly Invitation[],
): Promise<OpenInvitation[]> {
  if (invitations.length === 0) return []
  const keys = await findDataKeys(store)
  return Promise.all(invitations.map((each) => openWith(keys, each)))
}

export async function openInvitation(
  vault: Vault,
  invitation: Invitation,
): Promise<OpenInvitation> {
  // A link that is handed over holds nothing that is sealed.
  if (invitation.email === null) return openWith(undefined, invitation)
  const store = keysOfWorkspace(vault, workspaceId(invitation.workspaceId))
  return openWith(await findDataKeys(store), invitation)
}

async function openWith(
  keys: DataKeys | undefined,
  invitation: Invitation,
): Promise<OpenInvitation> {
  const { id, email } = invitation
  const address = email === null ? null : await openText(keys, `invitation.email ${id}`, email)
  return { ...invitation, email: address ?? null, byLink: email === null }
}
