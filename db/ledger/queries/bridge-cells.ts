import type { CogsPolicy } from '#core/costs/cogs'
import { type BusinessMonth, monthOf } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { Side } from '#core/pnl/bridge'
import type { Days } from '#core/pnl/period'
import type { Basis } from '#core/pnl/profit'
import { cutMonth, cutMonthsOf, mainSideOf, type SidedDays } from '#core/pnl/sides'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import type { KnownAt } from '../knowledge'
import { isWithoutCosts } from './cost-reads'
import { amountOfEntry, movedIn, pricedEntries } from './cost-sums'
import { listOrderedMonths } from './cost-totals'
import { widen } from './period-parts'
import { isUnpaid, listPaidMonths } from './pnl'
import { sumPaidDays } from './sums'

type Sides = { readonly orderSide: Side; readonly paymentSide: Side }

/** Money of a payout by the sides of the period on which it was ordered, or run, and paid. */
export type MoneyCell = Sides & {
  readonly settlement: number
  readonly taxesWithheld: number
  readonly gstOnSales: number
  readonly gstCreditOnFees: number
  readonly ads: number
  readonly gstCreditOnAds: number
  /** Referral and platform adjustments: they have one day. */
  readonly others: number
}

/** Cost of goods and packaging by the sides on which it was ordered and paid; negative. */
export type CostCell = Sides & { readonly amount: number }

type Question = {
  readonly storeId: StoreId
  readonly period: Days
  readonly knownAt: KnownAt
}

const MONEY_COLUMNS = [
  'settlement_paise',
  'tcs_paise',
  'tds_paise',
  'gst_on_sales_paise',
  'gst_credit_on_fees_paise',
  'ads_paise',
  'gst_credit_on_ads_paise',
  'referral_paise',
  'adjustments_paise',
] as const

const MONEY_SUMS = sql.raw(`sum(settlement_paise) AS settlement,
  sum(tcs_paise + tds_paise) AS taxesWithheld, sum(gst_on_sales_paise) AS gstOnSales,
  sum(gst_credit_on_fees_paise) AS gstCreditOnFees, sum(ads_paise) AS ads,
  sum(gst_credit_on_ads_paise) AS gstCreditOnAds, sum(referral_paise + adjustments_paise) AS others`)

/** Which side a day or a month stands on; a month that the period cuts must come as its days. */
function sideOf(column: string, { from, to }: Days, none: 'never' | 'undated'): SQL {
  const period = sql.raw(column)
  return sql`CASE WHEN ${period} = '' THEN ${none}
    WHEN ${period} < CASE length(${period}) WHEN 7 THEN ${monthOf(from)} ELSE ${from} END THEN 'before'
    WHEN ${period} > CASE length(${period}) WHEN 7 THEN ${monthOf(to)} ELSE ${to} END THEN 'after'
    ELSE 'in' END`
}

/** Months as rows (m) of 0: month, 1: the side that most of its days stand on. */
function monthRows(months: readonly (BusinessMonth | '')[], period: Days): SQL {
  const rows = months.map((month) => [month, month === '' ? 'undated' : mainSideOf(month, period)])
  return sql`json_each(${JSON.stringify(rows)}) AS m`
}

/** Rows of a kept total for each of some months: by month, and by day where the period cuts one. */
function keptRows(table: 'total' | 'cost_total', rows: SQL, key: SQL, cut: readonly string[]): SQL {
  const named = sql.raw(table)
  const days = JSON.stringify(cut)
  return sql`SELECT m.value->>1 AS side, t.* FROM ${rows} CROSS JOIN ${named} AS t ON ${key}
      AND t.grain = 'month' AND t.scope = 'all'
      WHERE t.period NOT IN (SELECT value FROM json_each(${days}))
    UNION ALL
    SELECT m.value->>1, t.* FROM ${rows} CROSS JOIN json_each(${days}) AS d CROSS JOIN ${named} AS t ON ${key}
      AND t.grain = 'day' AND t.scope = 'all' AND t.period BETWEEN d.value || '-01' AND d.value || '-31'`
}

/**
 * Money by both sides. Months are read from totals, and of those that the period cuts, the days on their
 * lesser sides from facts: what these take is taken from the side that the month was counted on.
 */
export async function listMoneyCells(ledger: Db, question: Question): Promise<MoneyCell[]> {
  const { storeId, period: asked, knownAt } = question
  const paid = await listPaidMonths(ledger, [storeId], knownAt)
  const months = paid.map(({ month }) => month)
  if (knownAt !== undefined) {
    // Totals hold what is known now.
    const pieces = piecesOf(months, asked).map((piece) => readMoney(ledger, question, piece))
    return (await Promise.all(pieces)).flat()
  }
  const period = await widen(asked, (days) =>
    onBoth((basis) => isUnpaid(ledger, basis, paid, days)),
  )
  const cut = cutMonthsOf(period)
  const rows = monthRows(months, period)
  const key = sql`t.store_id = ${storeId} AND t.paid_month = m.value->>0 AND t.basis = 'order'`
  const kept = ledger.all<MoneyCell>(sql`SELECT ${sideOf('period', period, 'undated')} AS orderSide,
      side AS paymentSide, ${MONEY_SUMS} FROM (${keptRows('total', rows, key, cut)}) GROUP BY 1, 2`)
  const taken = lesserPieces(months, period).map(async (piece) => {
    const cells = await readMoney(ledger, { ...question, period }, piece)
    return cells.flatMap((cell) => [cell, negated(cell, piece.main)])
  })
  return (await Promise.all([kept, ...taken])).flat()
}

function negated(cell: MoneyCell, paymentSide: Side): MoneyCell {
  return {
    orderSide: cell.orderSide,
    paymentSide,
    settlement: -cell.settlement,
    taxesWithheld: -cell.taxesWithheld,
    gstOnSales: -cell.gstOnSales,
    gstCreditOnFees: -cell.gstCreditOnFees,
    ads: -cell.ads,
    gstCreditOnAds: -cell.gstCreditOnAds,
    others: -cell.others,
  }
}

/** What holds on order basis and on payment basis: only then may days be moved from a side to another. */
async function onBoth(holds: (basis: Basis) => Promise<boolean>): Promise<boolean> {
  return (await Promise.all([holds('order'), holds('payment')])).every(Boolean)
}

type Piece = { readonly side: Side; readonly days: readonly SidedDays[] }

/** The facts of the days on one side, over all the months that have some. */
function readMoney(
  ledger: Db,
  { storeId, period, knownAt }: Question,
  { side, days }: Piece,
): Promise<MoneyCell[]> {
  const paidMonths = days.map(({ from }) => ({ storeId, month: monthOf(from) }))
  const [from, to] = [days[0]?.from ?? period.from, days.at(-1)?.to ?? period.to]
  const facts = sumPaidDays('order', paidMonths, { paid: { from, to }, knownAt }, MONEY_COLUMNS)
  return ledger.all<MoneyCell>(sql`WITH part (store_id, period, ${sql.raw(MONEY_COLUMNS.join(', '))}) AS (${facts})
    SELECT ${sideOf('period', period, 'undated')} AS orderSide, ${side} AS paymentSide, ${MONEY_SUMS}
    FROM part GROUP BY 1, 2`)
}

/** The days of some months by the side of the period they stand on, each side in order. */
function piecesOf(months: readonly BusinessMonth[], period: Days): Piece[] {
  const all = months.toSorted().flatMap((month) => cutMonth(month, period))
  const bySide = Map.groupBy(all, ({ side }: SidedDays) => side)
  return [...bySide].map(([side, days]) => ({ side, days }))
}

/** Days of some months that stand on another side than most of their month, with that one. */
function lesserPieces(
  months: readonly (BusinessMonth | '')[],
  period: Days,
): (Piece & { readonly main: Side })[] {
  return cutMonthsOf(period)
    .filter((month) => months.includes(month))
    .flatMap((month) => {
      const main = mainSideOf(month, period)
      const lesser = cutMonth(month, period).filter(({ side }) => side !== main)
      return lesser.map((days) => ({ side: days.side, main, days: [days] }))
    })
}

/** Costs by both sides; here it is the ordered month that the totals are kept by. */
export async function listCostCells(
  ledger: Db,
  { storeId, period: asked }: Omit<Question, 'knownAt'>,
  policy: CogsPolicy,
): Promise<CostCell[]> {
  const ordered = await listOrderedMonths(ledger, [storeId])
  const months = ordered.map(({ month }) => month)
  const period = await widen(asked, (days) =>
    onBoth((basis) => isWithoutCosts(ledger, basis, ordered, days)),
  )
  const amount = sql.raw(`sum(${policy}_cogs_paise + packaging_paise) AS amount`)
  const rows = monthRows(months, period)
  const key = sql`t.store_id = ${storeId} AND t.ordered_month = m.value->>0 AND t.basis = 'payment'`
  const paymentSide = sideOf('period', period, 'never')
  const kept =
    ledger.all<CostCell>(sql`SELECT side AS orderSide, ${paymentSide} AS paymentSide, ${amount}
    FROM (${keptRows('cost_total', rows, key, cutMonthsOf(period))}) GROUP BY 1, 2`)
  const taken = lesserPieces(months, period).map(async ({ side, main, days }) => {
    const moved = movedIn(
      days.map(({ from, to }) => ({ storeId, from, to })),
      {},
    )
    const cells = await ledger.all<CostCell>(sql`WITH ${pricedEntries(moved, ['payment'])}
      SELECT ${side} AS orderSide, ${paymentSide} AS paymentSide, sum(${amountOfEntry(policy)}) AS amount
      FROM entry AS e GROUP BY 1, 2`)
    return cells.flatMap((cell) => [cell, { ...cell, orderSide: main, amount: -cell.amount }])
  })
  return (await Promise.all([kept, ...taken])).flat()
}
