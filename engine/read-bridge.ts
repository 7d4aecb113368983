import { overheadsIn } from '#core/costs/overheads'
import { type Paise, paise, sum, ZERO } from '#core/money/paise'
import { type Bridge, type BridgeCell, bridgeOf } from '#core/pnl/bridge'
import type { Days } from '#core/pnl/period'
import type { GstScheme } from '#core/pnl/profit'
import type { Db } from '#db/client'
import type { KnownAt } from '#db/ledger/knowledge'
import { listCostCells, listMoneyCells, type MoneyCell } from '#db/ledger/queries/bridge-cells'
import { areCostsCounted } from '#db/ledger/queries/cost-reads'
import { type CostState, readOverheads } from './read-costs'
import type { PnlStore } from './read-pnl'

/** Why the profit of a period by order date is not that by payment date; both as readPnl tells them. */
export async function readBridge(
  ledger: Db,
  stores: readonly PnlStore[],
  { period, knownAt }: { readonly period: Days; readonly knownAt: KnownAt },
): Promise<Bridge & { readonly costState: CostState }> {
  const [parts, overheads, costState] = await Promise.all([
    Promise.all(stores.map((store) => readStore(ledger, store, period, knownAt))),
    overheadsOf(ledger, stores, period, knownAt),
    stateOf(ledger, stores, knownAt),
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
  knownAt: KnownAt,
): Promise<CostState> {
  if (knownAt !== undefined) return 'not_then'
  const storeIds = stores.map(({ id }) => id)
  return (await areCostsCounted(ledger, storeIds)) ? 'current' : 'counting'
}

async function overheadsOf(
  ledger: Db,
  stores: readonly PnlStore[],
  period: Days,
  knownAt: KnownAt,
): Promise<Paise> {
  if (knownAt !== undefined) return ZERO
  const storeIds = stores.map(({ id }) => id)
  return overheadsIn(await readOverheads(ledger, storeIds), period)
}

type StoreCells = { readonly cells: readonly BridgeCell[]; readonly others: Paise }

async function readStore(
  ledger: Db,
  { id: storeId, gstScheme, cogsPolicy }: PnlStore,
  period: Days,
  knownAt: KnownAt,
): Promise<StoreCells> {
  const [money, costs] = await Promise.all([
    listMoneyCells(ledger, { storeId, period, knownAt }),
    // What units cost at a past moment is not kept.
    knownAt === undefined ? listCostCells(ledger, { storeId, period }, cogsPolicy) : [],
  ])
  const others = money.filter(({ orderSide }) => orderSide === 'in').map((each) => each.others)
  return {
    cells: [
      ...money.flatMap((cell) => moneyCells(cell, gstScheme)),
      ...costs.map(({ amount, ...sides }) => ({
        ...sides,
        kind: 'cost' as const,
        amount: paise(amount),
      })),
    ],
    others: sum(others.map(paise)),
  }
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
