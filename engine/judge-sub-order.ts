import { businessDate, type BusinessDate } from '#core/dates'
import type { Judgement } from '#core/reconciliation/discrepancy'
import { orderedOnOf, skuOf, type SubOrderFacts } from '#core/reconciliation/facts'
import { reconcileSubOrder } from '#core/reconciliation/find-discrepancies'
import { nextReviewOn } from '#core/reconciliation/review-day'
import { expectedSettlement } from '#core/reconciliation/seller-norms'
import type { Standing } from '#core/reconciliation/standing'
import type { JudgedDiscrepancy, StandingRow } from '#db/ledger/queries/verdicts'

const [FIRST_DAY, NEVER] = [businessDate('1900-01-01'), businessDate('2199-12-31')]

/** What a store is judged by, whatever the day. */
export type Measure = Omit<Judgement, 'asOf'>

/** The verdicts on one sub-order for every day at once, from its facts alone. */
export type Verdicts = {
  readonly standing: Omit<StandingRow, 'paidDays' | 'norms'> & {
    /** The last day in time; '' where no file says when it was ordered. */
    readonly dueOn: BusinessDate | ''
  }
  readonly discrepancies: readonly JudgedDiscrepancy[]
}

/** A sub-order's standing, and what is wrong with it on which days: the verdicts between two reviews. */
export function judgeSubOrder(facts: SubOrderFacts, judgement: Measure): Verdicts {
  const discrepancies: JudgedDiscrepancy[] = []
  let open: JudgedDiscrepancy[] = []
  let asOf: BusinessDate | undefined = FIRST_DAY
  let standing: Standing | undefined
  while (asOf !== undefined) {
    const verdict = reconcileSubOrder(facts, { ...judgement, asOf })
    standing = verdict.standing
    const next = nextReviewOn(facts, { ...judgement, asOf })
    open = verdict.discrepancies.map((found): JudgedDiscrepancy => {
      const before = open.find((each) => isSame(each, found))
      return { ...found, fromOn: before?.fromOn ?? asOf ?? FIRST_DAY, untilOn: next ?? NEVER }
    })
    for (const found of open) keep(discrepancies, found)
    asOf = next
  }
  return { standing: toRow(facts, standing, judgement), discrepancies }
}

function isSame(a: JudgedDiscrepancy, b: Omit<JudgedDiscrepancy, 'fromOn' | 'untilOn'>): boolean {
  return (
    a.rule === b.rule &&
    a.about === b.about &&
    a.atStake === b.atStake &&
    a.recoveredAmount === b.recoveredAmount
  )
}

/** One row for each stretch of days with one verdict: a longer stretch takes the place of its beginning. */
function keep(all: JudgedDiscrepancy[], found: JudgedDiscrepancy): void {
  const at = all.findIndex((each) => isSame(each, found) && each.fromOn === found.fromOn)
  if (at < 0) all.push(found)
  else all[at] = found
}

function toRow(
  facts: SubOrderFacts,
  standing: Standing | undefined,
  { norms }: Measure,
): Verdicts['standing'] {
  const bucket = standing?.bucket ?? 'unknown'
  const isUnpaid = bucket === 'awaiting' || bucket === 'overdue'
  return {
    subOrderNo: facts.subOrderNo,
    bucket: isUnpaid ? ('unpaid' as const) : bucket,
    orderedOn: orderedOnOf(facts) ?? ('' as const),
    sku: skuOf(facts),
    settledAmount: standing?.settledAmount ?? 0,
    promisedAmount: standing?.promisedAmount ?? null,
    expectedAmount: isUnpaid ? (expectedSettlement(facts, norms) ?? null) : null,
    dueOn: standing?.dueOn ?? '',
  }
}
