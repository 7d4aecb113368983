import type { WorkspaceId } from '#core/ids'
import { type KeyStore, keysOfWorkspace, type VaultBindings, vaultOf } from './vault'

/** Where the files of one workspace are kept, sealed with its own data key. */
export type FileStore = KeyStore & { readonly workspaceId: WorkspaceId }

export function fileStoreOf(env: VaultBindings, workspaceId: WorkspaceId): FileStore {
  return { ...keysOfWorkspace(vaultOf(env), workspaceId), workspaceId }
}
