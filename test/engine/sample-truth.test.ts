import { readFileSync } from 'node:fs'
import { businessDate } from '#core/dates'
import { TERMS } from '#core/settlements/terms'
import { readPnl } from '#engine/read-pnl'
import type { Group } from '#db/ledger/queries/pnl'
import type { ProfitLines } from '#core/pnl/profit'
import { describe, expect, test } from 'vitest'
import { fixtures, newSeller, ORDERS, PAYMENTS, type Seller, upload } from '../support/node/ledger'

type Amounts = Record<string, number>
type Truth = {
  total: Amounts
  byPaymentMonth: Record<string, Amounts>
  byOrderMonth: Record<string, Amounts>
  bySku: Record<string, Amounts>
  payouts: Record<string, { orders: number; ads: number }>
  ads: { rows: number; total: number; byRunMonth: Record<string, number> }
  compensationRecovery: number
  referral: number
  subOrders: number
}

const LINE_OF_TERM: Partial<Record<(typeof TERMS)[number], keyof ProfitLines>> = {
  sale: 'grossSales',
  saleReturn: 'salesReturned',
}

/** A P&L group in the words of the truth file, so that both can be laid side by side. */
function termsOf(lines: ProfitLines, lineCount: number): Amounts {
  const terms = TERMS.map((term) => [
    term,
    lines[(LINE_OF_TERM[term] ?? term) as keyof ProfitLines] ?? NaN,
  ])
  return { ...Object.fromEntries(terms), settlement: lines.settlement, rows: lineCount }
}

async function groups(seller: Seller, basis: 'order' | 'payment', group: Group) {
  const query = {
    basis,
    group,
    sku: undefined,
    from: businessDate('2024-04-01'),
    to: businessDate('2028-03-31'),
  }
  const pnl = await readPnl(
    seller.ledger,
    [{ id: seller.storeId, gstScheme: 'regular', cogsPolicy: 'kept' }],
    query,
  )
  return new Map(pnl!.groups.map((each) => [each.key, each]))
}

describe.each(['seller-2025', 'seller-2026'])('%s', (name) => {
  const truth = JSON.parse(readFileSync(`test/fixtures/${name}/truth.json`, 'utf8')) as Truth

  async function importSample(): Promise<Seller> {
    const seller = newSeller()
    for (const file of [...fixtures(name, ORDERS), ...fixtures(name, PAYMENTS)])
      await upload(seller, file)
    return seller
  }

  test('every term of every payment month, order month and SKU equals the truth to the paisa', async () => {
    const seller = await importSample()
    const byMonth = await groups(seller, 'payment', 'month')
    for (const [month, amounts] of Object.entries(truth.byPaymentMonth)) {
      const { lines, lineCount } = byMonth.get(month)!
      expect(termsOf(lines, lineCount), month).toEqual(amounts)
    }
    const byOrderMonth = await groups(seller, 'order', 'month')
    for (const [month, amounts] of Object.entries(truth.byOrderMonth)) {
      const { lines, lineCount } = byOrderMonth.get(month)!
      expect(termsOf(lines, lineCount), month).toEqual(amounts)
    }
    const bySku = await groups(seller, 'payment', 'sku')
    for (const [sku, amounts] of Object.entries(truth.bySku)) {
      const { lines, lineCount } = bySku.get(sku)!
      expect(termsOf(lines, lineCount), sku).toEqual(amounts)
    }
    const total = (await groups(seller, 'payment', 'total')).get('total')!
    expect(termsOf(total.lines, total.lineCount)).toEqual(truth.total)
    expect(total.lines.ads).toBe(truth.ads.total)
    expect(total.lines.referral).toBe(truth.referral)
    expect(total.lines.platformAdjustments).toBe(truth.compensationRecovery)
    const ordered = (await groups(seller, 'order', 'total')).get('total')!
    expect(ordered.subOrders).toBe(truth.subOrders)
  })

  test('every payout day equals the truth', async () => {
    const days = await groups(await importSample(), 'payment', 'day')
    for (const [day, payout] of Object.entries(truth.payouts)) {
      const { lines } = days.get(day)!
      expect({ orders: lines.settlement, ads: lines.ads }, day).toEqual(payout)
    }
  })

  test('ads count in the month they ran on order basis', async () => {
    const months = await groups(await importSample(), 'order', 'month')
    for (const [month, ads] of Object.entries(truth.ads.byRunMonth)) {
      expect(months.get(month)!.lines.ads, month).toBe(ads)
    }
  })
})
