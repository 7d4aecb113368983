import type { StoreId, SubOrderNo } from '#core/ids'
import type { Db } from '#db/client'
import { findSubOrder, listSubOrderHistory } from '#db/ledger/queries/orders'
import { listLinesOfSubOrder, listPromisesOfSubOrder } from '#db/ledger/queries/settlement-lists'

/** Everything known of a sub-order, from the first of the stores that knows it; nothing if none does. */
export async function findOrder(ledger: Db, storeIds: readonly StoreId[], subOrderNo: SubOrderNo) {
  for (const storeId of storeIds) {
    const order = await findSubOrder(ledger, storeId, subOrderNo)
    const [history, lines, promised] = await Promise.all([
      listSubOrderHistory(ledger, storeId, subOrderNo),
      listLinesOfSubOrder(ledger, storeId, subOrderNo, order?.orderedOn),
      listPromisesOfSubOrder(ledger, storeId, subOrderNo),
    ])
    if (order ?? lines[0] ?? promised[0]) return { order, history, lines, promised }
  }
  return undefined
}
