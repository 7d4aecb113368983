import { recogniseReport } from '#core/meesho/recognise-report'
import type { SubOrder } from '#core/orders/sub-order'
import { addsUp, proveIdentity } from '#core/settlements/identity'
import type { AdSpend, SettlementLine } from '#core/settlements/settlement-line'
import { TERMS } from '#core/settlements/terms'
import { tableOf } from '#test/support/table'
import { describe, expect, test } from 'vitest'
import { csvSample, hintsOf, listSamples, readSheet, truthOf, workbookSample } from './sample-files'

/** Rows of overlapping downloads are one row; twins within one file stay two. */
function distinct<Row>(files: readonly Row[][], identity: (row: Row) => string): Row[] {
  const found = new Map<string, Row>()
  for (const rows of files) {
    const seen = new Map<string, number>()
    for (const row of rows) {
      const id = identity(row)
      const occurrence = (seen.get(id) ?? 0) + 1
      seen.set(id, occurrence)
      found.set(`${id}#${occurrence}`, row)
    }
  }
  return [...found.values()]
}

const lineIdentity = (line: SettlementLine) =>
  [line.subOrderNo, line.transactionId, line.paidOn, line.status, line.settlement, line.sale].join(
    '|',
  )
const adIdentity = (ad: AdSpend) =>
  [ad.ranOn, ad.deductedOn, ad.campaignId, ad.cost, ad.total].join('|')

function totalsOf(lines: readonly SettlementLine[]): Record<string, number> {
  const totals: Record<string, number> = { settlement: 0, rows: lines.length }
  for (const term of TERMS) totals[term] = lines.reduce((all, line) => all + line[term], 0)
  totals['settlement'] = lines.reduce((all, line) => all + line.settlement, 0)
  return totals
}

async function readKind<Kind extends 'payments.orders' | 'payments.ads'>(
  seller: string,
  kind: Kind,
  sheet: string,
) {
  const files = []
  for (const name of listSamples(seller).filter((each) => each.includes('PREVIOUS')))
    for (const each of workbookSample(seller, name).filter((one) => one.sheet === sheet)) {
      const { records, rejected } = await readSheet(each, kind)
      expect(rejected).toEqual([])
      files.push(records)
    }
  expect(files).toHaveLength(seller === 'seller-2025' ? 4 : 5)
  return files
}

const months = (days: readonly string[]) => [...new Set(days.map((day) => day.slice(0, 7)))].sort()

describe.each(['seller-2025', 'seller-2026'])('%s', (seller) => {
  const truth = truthOf(seller)

  test('the sum of every column of all paid rows is the true one, by payment month too', async () => {
    const files = await readKind(seller, 'payments.orders', 'Order Payments')
    const lines = distinct(files, lineIdentity)
    expect(totalsOf(lines)).toEqual(truth.total)

    expect(months(lines.map((line) => line.paidOn))).toEqual(Object.keys(truth.byPaymentMonth))
    for (const month of Object.keys(truth.byPaymentMonth))
      expect(totalsOf(lines.filter((line) => line.paidOn.startsWith(month)))).toEqual(
        truth.byPaymentMonth[month],
      )
    for (const sku of Object.keys(truth.bySku))
      expect(totalsOf(lines.filter((line) => line.sku === sku))).toEqual(truth.bySku[sku])
  })

  test('every paid row adds up, except the ones that were made not to', async () => {
    const lines = (await readKind(seller, 'payments.orders', 'Order Payments')).flat()
    const odd = lines.filter((line) => !addsUp(line))
    const faults = truth.faults.filter(
      (fault: { kind: string }) => fault.kind === 'settlement_does_not_add_up',
    )
    const atStake = new Map(
      odd.map((line) => [line.subOrderNo as string, Math.abs(proveIdentity(line).unexplained)]),
    )
    expect(atStake).toEqual(
      new Map(faults.map((fault: { sub: string; atStake: number }) => [fault.sub, fault.atStake])),
    )
    expect(odd.map((line) => proveIdentity(line).variant)).toEqual(odd.map(() => 0))
  })

  test('ads cost adds up to the true total, and by the month the ad ran in', async () => {
    const ads = distinct(await readKind(seller, 'payments.ads', 'Ads Cost'), adIdentity)
    expect(ads).toHaveLength(truth.ads.rows)
    expect(ads.reduce((all, ad) => all + ad.total, 0)).toBe(truth.ads.total)
    for (const month of Object.keys(truth.ads.byRunMonth)) {
      const ran = ads.filter((ad) => ad.ranOn.startsWith(month))
      expect(ran.reduce((all, ad) => all + ad.total, 0)).toBe(truth.ads.byRunMonth[month])
    }
  })

  test('referral and platform money are the true sums', async () => {
    const sheets = listSamples(seller)
      .filter((name) => name.includes('PREVIOUS') && name.endsWith('.zip'))
      .flatMap((name) => workbookSample(seller, name))
    const found = { referral: 0, adjustments: 0 }
    for (const sheet of sheets.filter((each) => each.sheet === 'Referral Payments'))
      for (const row of (await readSheet(sheet, 'payments.referral')).records)
        found.referral += row.net + row.taxes
    for (const sheet of sheets.filter((each) => each.sheet === 'Compensation and Recovery'))
      for (const row of (await readSheet(sheet, 'payments.adjustments')).records)
        found.adjustments += row.amount
    expect(found).toEqual({ referral: truth.referral, adjustments: truth.compensationRecovery })
  })

  test('promises are kept apart from payments, by what the sheet holds', async () => {
    const [name] = listSamples(seller).filter((each) => each.includes('OUTSTANDING'))
    const sheets = workbookSample(seller, name!)
    const orders = sheets.find(({ sheet }) => sheet === 'Order Payments')!
    const { records, rejected } = await readSheet(orders, 'outstanding')
    expect(rejected).toEqual([])
    expect(records).toHaveLength(truth.outstandingRows)
    expect(records.reduce((all, row) => all + row.settlement, 0)).toBe(truth.outstandingSettlement)
    expect(records.some((row) => row.promisedOn === undefined)).toBe(true)
    expect(records.some((row) => row.promisedOn !== undefined)).toBe(true)
    expect(records.some((row) => 'paidOn' in row || 'transactionId' in row)).toBe(false)

    const renamed = await recogniseReport(
      tableOf(orders.rows, 'Sheet1'),
      hintsOf(['payments.xlsx']),
    )
    expect(renamed).toMatchObject({ report: { kind: 'outstanding', supplierId: undefined } })
    const asNamed = await recogniseReport(tableOf(orders.rows, 'Sheet1'), hintsOf([name!]))
    expect(asNamed).toMatchObject({
      report: { supplierId: truth.supplierId, snapshotOn: truth.today },
    })
  })

  test('every sheet of every payments file is recognised, under any name, or has no figures', async () => {
    for (const name of listSamples(seller).filter((each) => each.includes('PAYMENT')))
      for (const { sheet, rows } of workbookSample(seller, name)) {
        const { status } = await recogniseReport(tableOf(rows, 'Tab'), hintsOf(['a.xlsx']))
        expect(status).toBe(sheet === 'Disclaimer' ? 'ignored' : 'recognised')
      }
  })

  test('the orders reports hold every sub-order once, each with its status', async () => {
    const orders: SubOrder[] = []
    for (const name of listSamples(seller).filter((each) => each.startsWith('Orders_'))) {
      const { records, rejected } = await readSheet(csvSample(seller, name), 'orders')
      expect(rejected).toEqual([])
      orders.push(...records)
    }
    expect(orders).toHaveLength(truth.subOrders)
    const counts: Record<string, number> = {}
    for (const { status } of orders) counts[status] = (counts[status] ?? 0) + 1
    expect(counts).toEqual(truth.orderStatus)
  })

  test('a month of orders saved again by a spreadsheet program reads the same', async () => {
    const names = listSamples(seller)
    const damaged = csvSample(
      seller,
      names.find((each) => each.startsWith('damaged_'))!,
    )
    const original = csvSample(
      seller,
      names.find((each) => each.startsWith('Orders_'))!,
    )
    expect(damaged.rows).not.toEqual(original.rows)
    expect(await readSheet(damaged, 'orders')).toEqual(await readSheet(original, 'orders'))
  })
})
