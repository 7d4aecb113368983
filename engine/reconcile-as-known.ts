import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import { dueRuleOf } from '#core/reconciliation/due-date'
import type { SubOrderFacts } from '#core/reconciliation/facts'
import { type NormCount, normsOfLine, sellerNorms } from '#core/reconciliation/seller-norms'
import type { Bucket } from '#core/reconciliation/standing'
import type { Db } from '#db/client'
import { isPaymentKnown, type ListedStanding } from '#db/ledger/queries/standings'
import {
  countLags,
  FIRST_LINE,
  linePlaceOf,
  listDeliveredLines,
} from '#db/ledger/queries/sub-order-facts'
import { isKnownBeyond, listKnownThen } from '#db/ledger/queries/sub-orders-as-known'
import type { MovedSubOrder } from '#db/ledger/queries/unit-movements'
import type { JudgedDiscrepancy } from '#db/ledger/queries/verdicts'
import { judgeSubOrder, type Measure, type Verdicts } from './judge-sub-order'
import { loadFacts, toLineFacts } from './load-facts'
import { movedSubOrder } from './unit-movements'

export type PastDay = {
  readonly knownAt: number
  /** The day to judge by. */
  readonly asOf: BusinessDate
}

/** Where a sub-order stood by what was known, and what was wrong with it. */
export type JudgedThen = {
  readonly standing: ListedStanding
  readonly discrepancies: readonly (JudgedDiscrepancy & { readonly storeId: StoreId })[]
}

/** More than one answer can judge: it has seconds, where a job has as long as it needs. */
export const MAX_JUDGED = 30_000

const SUB_ORDERS_A_PAGE = 2_000
const LINES_A_PAGE = 4_000
// Lines of the largest stores that are judged, several for each sub-order.
const MAX_LINE_PAGES = 60
const MAX_LINES = MAX_LINE_PAGES * LINES_A_PAGE

/**
 * Judges what was known of some stores at a moment, by the same rules as reconciliation, and keeps
 * nothing. Nothing is answered when they hold more than `most` sub-orders.
 */
export function reconcileAsKnown(
  ledger: Db,
  storeIds: readonly StoreId[],
  { knownAt, asOf }: PastDay,
  most = MAX_JUDGED,
): Promise<JudgedThen[] | undefined> {
  return judgeEach(ledger, storeIds, { knownAt, most }, (known) => onDay(known, asOf))
}

/**
 * One sub-order by what was known of its store: none where no fact spoke of it then, and nothing where the
 * store holds too many, because what is usual is learned from them all.
 */
export function reconcileOneAsKnown(
  ledger: Db,
  storeId: StoreId,
  only: SubOrderNo,
  { knownAt, asOf }: PastDay,
  most = MAX_JUDGED,
): Promise<JudgedThen[] | undefined> {
  const past = { knownAt, most, only }
  return judgeEach(ledger, [storeId], past, (known) => onDay(known, asOf))
}

/** The movements of units of some stores by what was known, which no day changes; likewise bounded. */
export function moveAsKnown(
  ledger: Db,
  storeIds: readonly StoreId[],
  knownAt: number,
  most = MAX_JUDGED,
): Promise<MovedThen[] | undefined> {
  return judgeEach(ledger, storeIds, { knownAt, most }, ({ storeId, facts, verdicts }) => ({
    ...movedSubOrder(facts, verdicts),
    storeId,
  }))
}

export type MovedThen = MovedSubOrder & { readonly storeId: StoreId }

/** A sub-order as it was known, with the verdicts on it. */
type KnownSubOrder = {
  readonly storeId: StoreId
  readonly facts: SubOrderFacts
  readonly verdicts: Verdicts
  /** False while no payments file spoke of the store. */
  readonly isPaymentKnown: boolean
}

type Judging = {
  readonly knownAt: number
  readonly most: number
  /** The one sub-order to judge, by what was usual of them all. */
  readonly only?: SubOrderNo
}

/** What `of` makes of each sub-order: only that is held, a page of facts at a time. */
async function judgeEach<Made>(
  ledger: Db,
  storeIds: readonly StoreId[],
  { knownAt, most, only }: Judging,
  of: (judged: KnownSubOrder) => Made,
): Promise<Made[] | undefined> {
  const made: Made[] = []
  if (await isKnownBeyond(ledger, storeIds, knownAt, { subOrders: most, lines: MAX_LINES })) return
  for (const storeId of storeIds) {
    const left = most - made.length
    const known = await listKnownThen(ledger, storeId, knownAt, left + 1)
    if (known.length > left) return undefined
    const listed = only ? known.filter(({ subOrderNo }) => subOrderNo === only) : known
    const measure = await learnMeasure(ledger, storeId, knownAt)
    if (measure === undefined) return undefined
    const isPaid = await isPaymentKnown(ledger, storeId, knownAt)
    for (let start = 0; start < listed.length; start += SUB_ORDERS_A_PAGE) {
      const page = listed.slice(start, start + SUB_ORDERS_A_PAGE)
      const loaded = await loadFacts(ledger, storeId, page, knownAt)
      for (const facts of loaded)
        made.push(
          of({
            storeId,
            facts,
            verdicts: judgeSubOrder(facts, measure),
            isPaymentKnown: isPaid,
          }),
        )
    }
  }
  return made
}

/** What was usual of the seller by what was known: learned as reconciliation does, from all of it. */
async function learnMeasure(
  ledger: Db,
  storeId: StoreId,
  knownAt: number,
): Promise<Measure | undefined> {
  const counts = new Map<string, NormCount>()
  let after = FIRST_LINE
  for (let page = 0; page < MAX_LINE_PAGES; page += 1) {
    const lines = await listDeliveredLines(ledger, storeId, after, LINES_A_PAGE, knownAt)
    for (const { norm, sku, value } of lines.flatMap((line) => normsOfLine(toLineFacts(line)))) {
      const key = `${norm}|${value}|${sku}`
      counts.set(key, { norm, sku, value, count: (counts.get(key)?.count ?? 0) + 1 })
    }
    const last = lines.at(-1)
    if (last === undefined || lines.length < LINES_A_PAGE) {
      const lags = await countLags(ledger, storeId, knownAt)
      return { norms: sellerNorms(counts.values()), dueRule: dueRuleOf(lags) }
    }
    after = linePlaceOf(last)
  }
  return undefined
}

function onDay({ storeId, verdicts, ...known }: KnownSubOrder, asOf: BusinessDate): JudgedThen {
  const { standing, discrepancies } = verdicts
  const { subOrderNo, orderedOn = '', sku = '', dueOn = '' } = standing
  return {
    standing: {
      storeId,
      subOrderNo,
      bucket: bucketOn(standing, asOf),
      orderedOn,
      sku,
      settledAmount: known.isPaymentKnown ? (standing.settledAmount ?? 0) : null,
      promisedAmount: standing.promisedAmount ?? null,
      expectedAmount: standing.expectedAmount ?? null,
      dueOn,
    },
    discrepancies: discrepancies
      .filter(({ fromOn, untilOn }) => fromOn <= asOf && untilOn > asOf)
      .map((each) => ({ ...each, storeId })),
  }
}

/** An unpaid delivery is overdue once its due day has passed. */
function bucketOn({ bucket, dueOn }: Verdicts['standing'], asOf: BusinessDate): Bucket {
  if (bucket !== 'unpaid') return bucket ?? 'unknown'
  return dueOn && dueOn < asOf ? 'overdue' : 'awaiting'
}

/** Money of a standing as its bucket counts it; nothing where what was settled is unknown. */
export function amountOf({
  bucket,
  promisedAmount,
  expectedAmount,
  settledAmount,
}: ListedStanding): number | null {
  if (bucket === 'promised') return promisedAmount ?? 0
  if (bucket === 'awaiting' || bucket === 'overdue') return expectedAmount ?? 0
  return settledAmount
}
