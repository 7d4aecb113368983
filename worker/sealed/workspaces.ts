import { type WorkspaceId, workspaceId } from '#core/ids'
import type { Sealed } from '#db/control/schema/sealed'
import { type DataKeys, findDataKeys } from './data-keys'
import { inTurns } from './in-turns'
import { openText, sealText } from './sealed-text'
import { keysOfWorkspace, type Vault } from './vault'

type Kept = { readonly id: string; readonly name: Sealed }

export function sealWorkspaceName(keys: DataKeys, id: WorkspaceId, name: string): Promise<Sealed> {
  return sealText(keys, `workspace.name ${id}`, name)
}

/** Nothing where the key is gone. */
export async function findWorkspaceName(
  vault: Vault,
  { id, name }: Kept,
): Promise<string | undefined> {
  const keys = await findDataKeys(keysOfWorkspace(vault, workspaceId(id)))
  return openText(keys, `workspace.name ${id}`, name)
}

/** In the order of the list. */
export function findAllWorkspaceNames(
  vault: Vault,
  workspaces: readonly Kept[],
): Promise<readonly (string | undefined)[]> {
  return inTurns(workspaces, (each) => findWorkspaceName(vault, each))
}
