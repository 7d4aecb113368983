import { storeId } from '#core/ids'
import { listStores } from '#db/control/queries/stores'
import type { PnlStore } from '#engine/read-pnl'
import type { Caller } from '../env'
import { notFound } from '../problem'

/** The stores a question is about: the one asked for, or all of the workspace. A foreign one is not found. */
export async function storesInQuestion(
  { db, workspaceId }: Caller,
  asked: string | undefined,
): Promise<PnlStore[]> {
  const stores = await listStores(db, workspaceId)
  const chosen = asked === undefined ? stores : stores.filter((store) => store.id === asked)
  if (asked !== undefined && chosen.length === 0) throw notFound()
  return chosen.map(({ id, gstScheme, cogsPolicy }) => ({
    id: storeId(id),
    gstScheme,
    cogsPolicy,
  }))
}
