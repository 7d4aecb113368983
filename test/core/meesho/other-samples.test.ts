import { microRupees, sumMicroRupees } from '#core/money/micro-rupees'
import type { GstLine } from '#core/tax/gst-line'
import { describe, expect, test } from 'vitest'
import { csvSample, listSamples, readSheet, truthOf, workbookSample } from './sample-files'

const OUTCOME_OF_FILE = {
  intransit: 'in_transit',
  ofd_reverse: 'out_for_delivery',
  completed_delivered: 'delivered',
  completed_lost: 'lost',
} as const

type GstTruth = {
  salesRows: number
  returnRows: number
  taxableSales: string
  taxableReturns: string
}

const sumOfTaxable = (lines: readonly GstLine[]) =>
  sumMicroRupees(lines.map(({ taxable }) => taxable ?? microRupees(0)))

/** The truth was summed before any rounding and printed to four decimals; we keep six of each row. */
function expectSum(lines: readonly GstLine[], truth: string) {
  const gap = sumOfTaxable(lines) - Math.round(Number(truth) * 1_000_000)
  expect(Math.abs(gap)).toBeLessThanOrEqual(50 + lines.length / 2)
}

describe.each(['seller-2025', 'seller-2026'])('%s', (seller) => {
  const truth = truthOf(seller)

  test('each returns file holds the true number of parcels, all of the outcome it is named after', async () => {
    let customerReturns = 0
    for (const [token, outcome] of Object.entries(OUTCOME_OF_FILE)) {
      const [name] = listSamples(seller).filter((each) => each.startsWith(token))
      const { records, rejected } = await readSheet(csvSample(seller, name!), 'returns')
      expect(rejected).toEqual([])
      expect(records).toHaveLength(truth.returns[token])
      expect(records.every((each) => each.outcome === outcome)).toBe(true)
      customerReturns += records.filter(({ type }) => type === 'customer').length
    }
    expect(customerReturns).toBe(truth.customerReturns)
  })

  test('the claims report holds the true number of tickets in each state', async () => {
    const [name] = listSamples(seller).filter((each) => each.startsWith('Supplier-'))
    const { records, rejected } = await readSheet(csvSample(seller, name!), 'claims')
    expect(rejected).toEqual([])
    const count = (state: string) => records.filter((each) => each.state === state).length
    expect({
      Approved: count('approved'),
      Rejected: count('rejected'),
      Open: count('open'),
    }).toEqual(truth.claims)
    expect(records).toHaveLength(count('approved') + count('rejected') + count('open'))
    for (const { state, amount, paidOn, transactionId } of records)
      expect([amount !== undefined, paidOn !== undefined, transactionId !== '']).toEqual(
        Array(3).fill(state === 'approved'),
      )
  })

  test('GST sales and returns have the true rows and taxable values by month', async () => {
    for (const [month, expected] of Object.entries<GstTruth>(truth.gst)) {
      const [year, number] = month.split('-')
      const name = `gst_${truth.supplierId}_${Number(number)}_${year}.zip`
      const [sales, returns] = ['tcs_sales.xlsx', 'tcs_sales_return.xlsx'].map((file) =>
        workbookSample(seller, name).find(({ names }) => names.at(-1) === file)!,
      )
      const sold = await readSheet(sales!, 'gst.sales')
      const cameBack = await readSheet(returns!, 'gst.returns')
      expect([...sold.rejected, ...cameBack.rejected]).toEqual([])
      expect(sold.records).toHaveLength(expected.salesRows)
      expect(cameBack.records).toHaveLength(expected.returnRows)
      expectSum(sold.records, expected.taxableSales)
      expectSum(cameBack.records, expected.taxableReturns)
      const lines = [...sold.records, ...cameBack.records]
      expect(new Set(lines.map((line) => line.month))).toEqual(new Set([month]))
    }
  })

  test('the list of costs holds the true number of SKUs', async () => {
    const { records, rejected } = await readSheet(csvSample(seller, 'costs.csv'), 'costs')
    expect(rejected).toEqual([])
    expect(new Set(records.map(({ sku }) => sku)).size).toBe(truth.costSkus)
  })
})
