import type { StoreId } from '#core/ids'
import { runBatch } from '#db/client'
import { addToOutbox } from '#db/control/queries/outbox'
import { type SaidCost, sayCosts as say } from '#engine/say-costs'
import type { Caller } from '../env'
import { rebuildJob } from '../jobs/outbox'

/** Says costs by hand; answers the jobs, in the outbox, that sum the figures up with them. */
export async function sayCosts(
  { db, ledger, workspaceId, now }: Caller,
  storeId: StoreId,
  costs: readonly SaidCost[],
): Promise<readonly string[]> {
  if (costs.length === 0) return []
  // Before the costs, because the two are in two databases: a job too many does nothing, and one that
  // was forgotten would leave old costs in the figures.
  const job = rebuildJob(workspaceId, storeId)
  await runBatch(db, [addToOutbox(job, now)])
  await say(ledger, storeId, costs, now)
  return [job]
}
