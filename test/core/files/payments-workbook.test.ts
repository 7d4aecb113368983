import { makePaymentsWorkbook } from '#test/support/payments-workbook'
import { sheetsOf } from '#test/support/rows'
import { expect, test } from 'vitest'

const TERMS = [
  'Total Sale Amount (Incl. Shipping & GST)',
  'Total Sale Return Amount (Incl. Shipping & GST)',
  'Return Shipping Charge (Incl. GST)',
  'Shipping Charge (Incl. GST)',
  'TCS',
  'TDS',
  'Claims',
  'Recovery',
]

test.each(['P2', 'P3'] as const)(
  'every made-up row of layout %s proves its own settlement',
  async (layout) => {
    const sheets = await sheetsOf(
      await makePaymentsWorkbook({ rows: 500, seed: 11, layout, days: 5 }),
    )
    const [, names, , ...rows] = sheets['Order Payments']!.map(({ texts }) => texts)
    const paise = (row: string[], name: string) =>
      Math.round(Number(row[names!.indexOf(name)]) * 100)
    expect(rows).toHaveLength(500)
    for (const row of rows) {
      const sum = TERMS.reduce((all, name) => all + paise(row, name), 0)
      expect(sum).toBe(paise(row, 'Final Settlement Amount'))
    }
    expect(new Set(rows.map((row) => row[0])).size).toBe(500)
    expect(new Set(rows.map((row) => row[names!.indexOf('Transaction ID')])).size).toBe(5)
  },
)

test('the same seed makes the same workbook, and another does not', async () => {
  const one = await makePaymentsWorkbook({ rows: 20, seed: 1 })
  expect(await makePaymentsWorkbook({ rows: 20, seed: 1 })).toEqual(one)
  expect(await makePaymentsWorkbook({ rows: 20, seed: 2 })).not.toEqual(one)
})
