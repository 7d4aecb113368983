import type { BusinessDate } from '#core/dates'
import {
  learn,
  type Measured,
  type Measurement,
  type NormScope,
  SCOPES_OF,
} from '#core/reconciliation/measurements'
import { paise } from '#core/money/paise'
import { shownAmount } from '#core/reconciliation/standing'
import type {
  DiscrepancyRow,
  JudgedDiscrepancy,
  NormValue,
  StandingRow,
  VerdictChanges,
} from '#db/ledger/queries/verdicts'

type Verdict = {
  readonly standing: StandingRow
  readonly discrepancies: readonly JudgedDiscrepancy[]
}

type Before = {
  readonly standings: readonly StandingRow[]
  readonly discrepancies: readonly DiscrepancyRow[]
}

/** What has to be written so that new verdicts take the place of old ones, and sums follow by differences. */
export function compareVerdicts(
  before: Before,
  verdicts: readonly Verdict[],
  presentOn: BusinessDate,
): VerdictChanges {
  const after = verdicts.map(({ standing }) => standing)
  const found = verdicts.flatMap(({ discrepancies }) =>
    discrepancies.map((each) => toRow(each, presentOn)),
  )
  const standings = compareRows(before.standings, after, ({ subOrderNo }) => subOrderNo)
  const discrepancies = compareRows(before.discrepancies, found, discrepancyKey)
  return {
    standings: standings.changed,
    goneStandings: standings.gone.map(({ subOrderNo }) => subOrderNo),
    discrepancies: discrepancies.changed,
    goneDiscrepancies: discrepancies.gone,
    formerDiscrepancies: discrepancies.former,
    totals: compareTotals(before.standings, after),
    counts: compareCounts(before.standings, after),
    ...compareValues(before.standings, after),
  }
}

function discrepancyKey({ subOrderNo, rule, about, fromOn }: DiscrepancyRow): string {
  return JSON.stringify([subOrderNo, rule, about, fromOn])
}

function toRow(each: JudgedDiscrepancy, presentOn: BusinessDate): DiscrepancyRow {
  const { subOrderNo, rule, about, fromOn, untilOn, atStake, recoveredAmount } = each
  return {
    subOrderNo,
    rule,
    about,
    fromOn,
    untilOn,
    atStake,
    recoveredAmount,
    isRecovered: each.isRecovered ? 1 : 0,
    evidence: JSON.stringify(each.evidence),
    isPresent: fromOn <= presentOn && presentOn < untilOn ? 1 : 0,
  }
}

/** Rows that are new or say something else, those in whose place they come, and rows that are no more. */
function compareRows<Row extends object>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
): { changed: Row[]; former: Row[]; gone: Row[] } {
  const old = new Map(before.map((row) => [keyOf(row), textOf(row)]))
  const kept = new Set(after.map(keyOf))
  const changed = after.filter((row) => old.get(keyOf(row)) !== textOf(row))
  const replaced = new Set(changed.map(keyOf))
  return {
    changed,
    former: before.filter((row) => replaced.has(keyOf(row))),
    gone: before.filter((row) => !kept.has(keyOf(row))),
  }
}

function textOf(row: object): string {
  return JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Adds numbers up by a key, takes others away, and leaves out what has not moved. */
class Differences<Place> {
  readonly #sums = new Map<string, { place: Place; count: number; amount: number }>()

  add(place: Place, count: number, amount = 0): void {
    const key = JSON.stringify(place)
    const sum = this.#sums.get(key) ?? { place, count: 0, amount: 0 }
    this.#sums.set(key, { place, count: sum.count + count, amount: sum.amount + amount })
  }

  moved(): { place: Place; count: number; amount: number }[] {
    return [...this.#sums.values()].filter(({ count, amount }) => count !== 0 || amount !== 0)
  }
}

function compareTotals(
  before: readonly StandingRow[],
  after: readonly StandingRow[],
): VerdictChanges['totals'] {
  const sums = new Differences<Pick<StandingRow, 'bucket' | 'orderedOn'>>()
  for (const row of before) sums.add(totalOf(row), -1, -amountOf(row))
  for (const row of after) sums.add(totalOf(row), 1, amountOf(row))
  return sums.moved().map(({ place: at, count, amount }) => ({ ...at, count, amount }))
}

function totalOf({ bucket, orderedOn }: StandingRow): Pick<StandingRow, 'bucket' | 'orderedOn'> {
  // Time moves nothing but what is unpaid.
  return { bucket, orderedOn: bucket === 'unpaid' ? orderedOn : '' }
}

function amountOf({ bucket, promisedAmount, expectedAmount, settledAmount }: StandingRow): number {
  const promised = promisedAmount === null ? undefined : paise(promisedAmount)
  const expected = expectedAmount === null ? undefined : paise(expectedAmount)
  return shownAmount(
    { bucket, settledAmount: paise(settledAmount), promisedAmount: promised },
    expected,
  )
}

type CountPlace = readonly [norm: Measured, scope: NormScope, sku: string, value: number]

function compareCounts(
  before: readonly StandingRow[],
  after: readonly StandingRow[],
): VerdictChanges['counts'] {
  const sums = new Differences<CountPlace>()
  const addAll = (rows: readonly StandingRow[], count: number) => {
    for (const { norm, sku, value } of rows.flatMap(measurementsIn)) {
      for (const scope of SCOPES_OF[norm])
        sums.add([norm, scope, scope === 'sku' ? sku : '', value], count)
    }
  }
  addAll(before, -1)
  addAll(after, 1)
  return sums.moved().map(({ place: [norm, scope, sku, value], count }) => {
    return { norm, scope, sku, value, count, unlearned: learn(norm, []).value }
  })
}

function measurementsIn({ norms }: StandingRow): Measurement[] {
  // Safe because judgePage() wrote them.
  return JSON.parse(norms) as Measurement[]
}

/** Norms of which a movement touches only verdicts beyond a value: see core/reconciliation/measurements. */
const FOUND_BY_VALUE: ReadonlySet<Measured> = new Set(['shippingPerUnit', 'firstPaymentLag'])

function compareValues(
  before: readonly StandingRow[],
  after: readonly StandingRow[],
): Pick<VerdictChanges, 'values' | 'goneValues'> {
  const [old, now] = [before.flatMap(valuesIn), after.flatMap(valuesIn)]
  const [inOld, inNow] = [new Set(old.map(keyOf)), new Set(now.map(keyOf))]
  return {
    values: now.filter((each) => !inOld.has(keyOf(each))),
    goneValues: old.filter((each) => !inNow.has(keyOf(each))),
  }
}

const keyOf = (value: NormValue) => JSON.stringify(value)

function valuesIn(row: StandingRow): NormValue[] {
  return measurementsIn(row)
    .filter(({ norm }) => FOUND_BY_VALUE.has(norm))
    .map(({ norm, sku, value }) => [norm, sku, value, row.subOrderNo])
}
