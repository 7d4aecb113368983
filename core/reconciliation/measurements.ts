import { dueRuleOf, firstPaymentLag } from './due-date'
import type { SubOrderFacts } from './facts'
import { type Median, medianOf, type Norm, normsOfLine, type SellerNorms } from './seller-norms'

/** All that is counted of a seller: values of lines, and how many days first payments took. */
export type Measured = Norm | 'firstPaymentLag'

/** What one sub-order adds to the counts. The SKU is '' where the value is not one SKU's. */
export type Measurement = { readonly norm: Measured; readonly sku: string; readonly value: number }

export type NormScope = 'sku' | 'store'

/** For what each is counted: the due rule is the store's, and a jump is one against its own SKU. */
export const SCOPES_OF: Readonly<Record<Measured, readonly NormScope[]>> = {
  shippingPerUnit: ['sku'],
  settlementPerSaleBps: ['sku', 'store'],
  salePerPriceBps: ['sku', 'store'],
  firstPaymentLag: ['store'],
}

/** What is usual by one norm: learned from counts, and then what verdicts are made with. */
export type LearnedNorm = {
  readonly norm: Measured
  readonly scope: NormScope
  /** '' where the scope is the store. */
  readonly sku: string
  readonly value: number
  /** How many rows it rests on; 0 where they say nothing. */
  readonly rows: number
}

/** Always in one order, whatever the order of the rows. */
export function measurementsOf(facts: SubOrderFacts): Measurement[] {
  const lag = firstPaymentLag(facts)
  const values: Measurement[] = facts.lines.flatMap(normsOfLine)
  if (lag !== undefined) values.push({ norm: 'firstPaymentLag', sku: '', value: lag })
  return values.sort(
    (a, b) => compare(a.norm, b.norm) || compare(a.sku, b.sku) || a.value - b.value,
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What counts of one norm teach: a median, or for first payments the days until money is late. */
export function learn(
  norm: Measured,
  counts: readonly { readonly value: number; readonly count: number }[],
): Median {
  if (norm !== 'firstPaymentLag') return medianOf(counts) ?? { value: 0, rows: 0 }
  const rule = dueRuleOf(counts.map(({ value, count }) => ({ days: value, count })))
  return { value: rule.days, rows: rule.learnedFrom }
}

/** Norms as verdicts take them; those that say nothing are left out. */
export function toSellerNorms(learned: Iterable<LearnedNorm>): SellerNorms {
  const bySku = new Map<string, Partial<Record<Norm, Median>>>()
  const ofStore: Partial<Record<Norm, Median>> = {}
  for (const { norm, scope, sku, value, rows } of learned) {
    if (norm === 'firstPaymentLag' || rows === 0) continue
    if (scope === 'store') {
      ofStore[norm] = { value, rows }
      continue
    }
    const ofSku = bySku.get(sku) ?? {}
    ofSku[norm] = { value, rows }
    bySku.set(sku, ofSku)
  }
  return { bySku, ofStore }
}
