import { overheadsIn } from '#core/costs/overheads'
import { type Paise, paise, sum } from '#core/money/paise'
import { type Bridge, type BridgeCell, bridgeOf } from '#core/pnl/bridge'
import type { Days } from '#core/pnl/period'
import type { GstScheme } from '#core/pnl/profit'
import type { Db } from '#db/client'
import type { KnownAt } from '#db/ledger/knowledge'
import { listCostCells, listMoneyCells, type MoneyCell } from '#db/ledger/queries/bridge-cells'
import { areCostsCounted } from '#db/ledger/queries/cost-reads'
import { type PastCosts, pastCostCells, pastCostsOf } from './past-costs'
import { type CostState, readOverheads } from './read-costs'
import type { PnlStore } from './read-pnl'

/** Why the profit of a period by order date is not that by payment date; both as readPnl tells them. */
export async function readBridge(
  ledger: Db,
  stores: readonly PnlStore[],
  { period, knownAt }: { readonly period: Days; readonly knownAt: KnownAt },
): Promise<Bridge & { readonly costState: CostState }> {
  const past = pastCostsOf(ledger, stores, knownAt)
  const [parts, overheads, costState] = await Promise.all([
    Promise.all(stores.map((store) => readStore(ledger, store, period, past))),
    overheadsOf(ledger, stores, period, knownAt),
    stateOf(ledger, stores, past),
  ])
  const sameOnBoth = sum([...parts.map(({ others }) => others), overheads])
  return {
    ...bridgeOf(
      parts.flatMap(({ cells }) => cells),
      sameOnBoth,
    ),
    costState,
  }
}

async function stateOf(
  ledger: Db,
  stores: readonly PnlStore[],
  past: PastCosts | undefined,
): Promise<CostState> {
  if (past !== undefined) return (await past.read()) ? 'current' : 'not_then'
  const storeIds = stores.map(({ id }) => id)
  return (await areCostsCounted(ledger, storeIds)) ? 'current' : 'counting'
}

async function overheadsOf(
  ledger: Db,
  stores: readonly PnlStore[],
  period: Days,
  knownAt: KnownAt,
): Promise<Paise> {
  const storeIds = stores.map(({ id }) => id)
  return overheadsIn(await readOverheads(ledger, storeIds, knownAt), period)
}

type StoreCells = { readonly cells: readonly BridgeCell[]; readonly others: Paise }

async function readStore(
  ledger: Db,
  store: PnlStore,
  period: Days,
  past: PastCosts | undefined,
): Promise<StoreCells> {
  const [money, costs] = await Promise.all([
    listMoneyCells(ledger, { storeId: store.id, period, knownAt: past?.knownAt }),
    costCells(ledger, store, period, past),
  ])
  const others = money.filter(({ orderSide }) => orderSide === 'in').map((each) => each.others)
  return {
    cells: [...money.flatMap((cell) => moneyCells(cell, store.gstScheme)), ...costs],
    others: sum(others.map(paise)),
  }
}

async function costCells(
  ledger: Db,
  { id: storeId, cogsPolicy }: PnlStore,
  period: Days,
  past: PastCosts | undefined,
): Promise<BridgeCell[]> {
  if (past !== undefined) {
    const store = (await past.read())?.get(storeId)
    return store ? pastCostCells(store, cogsPolicy, period) : []
  }
  const cells = await listCostCells(ledger, { storeId, period }, cogsPolicy)
  return cells.map(({ amount, ...sides }) => ({ ...sides, kind: 'cost', amount: paise(amount) }))
}

/** What a cell is worth to the net profit: see core/pnl/profit. */
function moneyCells(cell: MoneyCell, scheme: GstScheme): BridgeCell[] {
  const { orderSide, paymentSide } = cell
  const isRegular = scheme === 'regular'
  const gst = isRegular ? cell.gstOnSales + cell.gstCreditOnFees : 0
  const settlement = paise(cell.settlement - cell.taxesWithheld + gst)
  const ads = paise(cell.ads + (isRegular ? cell.gstCreditOnAds : 0))
  return [
    { kind: 'settlement', orderSide, paymentSide, amount: settlement },
    { kind: 'ads', orderSide, paymentSide, amount: ads },
  ]
}
