import { type Paise, paise, share } from '../money/paise'
import { outcomeOf } from '../settlements/outcome'
import { type LineFacts, quantityOf, skuOf, type SubOrderFacts, unitPriceOf } from './facts'

/** What is usual for a seller. Ratios are in hundredths of a percent. */
export const NORMS = ['shippingPerUnit', 'settlementPerSaleBps', 'salePerPriceBps'] as const
export type Norm = (typeof NORMS)[number]

/** How often a value was seen; the sum of many lines, kept by counts so that one line can be taken out. */
export type NormCount = {
  readonly norm: Norm
  readonly sku: string
  readonly value: number
  readonly count: number
}

export type Median = { readonly value: number; readonly rows: number }

export type SellerNorms = {
  readonly bySku: ReadonlyMap<string, Readonly<Partial<Record<Norm, Median>>>>
  readonly ofStore: Readonly<Partial<Record<Norm, Median>>>
}

export const NO_NORMS: SellerNorms = { bySku: new Map(), ofStore: {} }

const WHOLE_BPS = 100_00

/** What one settlement line adds to the counts: nothing unless it pays a delivery that stayed one. */
export function normsOfLine(line: LineFacts): { norm: Norm; sku: string; value: number }[] {
  const { sku, quantity, shipping, sale, saleReturn, settlement, listingPrice } = line
  const outcome = outcomeOf(line.status)
  if (outcome !== 'delivered' && outcome !== 'exchanged') return []
  if (quantity === undefined || quantity <= 0) return []
  const values: { norm: Norm; sku: string; value: number }[] = []
  if (shipping < 0)
    values.push({ norm: 'shippingPerUnit', sku, value: share(paise(-shipping), 1, quantity) })
  if (sale <= 0 || saleReturn !== 0) return values
  values.push({ norm: 'settlementPerSaleBps', sku, value: share(settlement, WHOLE_BPS, sale) })
  if (listingPrice !== undefined && listingPrice > 0)
    values.push({
      norm: 'salePerPriceBps',
      sku,
      value: share(sale, WHOLE_BPS, listingPrice * quantity),
    })
  return values
}

export function sellerNorms(counts: Iterable<NormCount>): SellerNorms {
  const bySku = new Map<string, Record<Norm, NormCount[]>>()
  const ofStore = noCounts()
  for (const count of counts) {
    const ofSku = bySku.get(count.sku) ?? noCounts()
    bySku.set(count.sku, ofSku)
    ofSku[count.norm].push(count)
    ofStore[count.norm].push(count)
  }
  return {
    bySku: new Map([...bySku].map(([sku, counted]) => [sku, mediansOf(counted)])),
    ofStore: mediansOf(ofStore),
  }
}

function noCounts(): Record<Norm, NormCount[]> {
  return { shippingPerUnit: [], settlementPerSaleBps: [], salePerPriceBps: [] }
}

function mediansOf(counted: Record<Norm, NormCount[]>): Partial<Record<Norm, Median>> {
  const medians: Partial<Record<Norm, Median>> = {}
  for (const norm of NORMS) {
    const median = medianOf(counted[norm])
    if (median) medians[norm] = median
  }
  return medians
}

/** The middle value; of an even number the lower of the two in the middle, which some row really has. */
export function medianOf(
  counts: readonly { readonly value: number; readonly count: number }[],
): Median | undefined {
  const rows = counts.reduce((total, { count }) => total + count, 0)
  let reached = 0
  for (const { value, count } of [...counts].sort((a, b) => a.value - b.value)) {
    reached += count
    if (count > 0 && reached * 2 >= rows) return { value, rows }
  }
  return undefined
}

/**
 * What a delivered sub-order should settle at: its sale, which a GST report may tell exactly, times
 * the usual share of a sale that is paid out for its SKU, or else for the store. Nothing without a price.
 */
export function expectedSettlement(facts: SubOrderFacts, norms: SellerNorms): Paise | undefined {
  const sku = norms.bySku.get(skuOf(facts))
  const usual = (norm: Norm) => (sku?.[norm] ?? norms.ofStore[norm])?.value ?? WHOLE_BPS
  const price = unitPriceOf(facts)
  const goods = price && paise(price * (quantityOf(facts) ?? 1))
  const sale =
    facts.gst.invoiceValue ?? (goods && share(goods, usual('salePerPriceBps'), WHOLE_BPS))
  return sale && share(sale, usual('settlementPerSaleBps'), WHOLE_BPS)
}
