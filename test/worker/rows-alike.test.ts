import { businessDate } from '#core/dates'
import { bytesOf } from '#core/files/bytes'
import { newId, type StoreId, storeId, uploadId, workspaceId } from '#core/ids'
import { openDb } from '#db/client'
import { importFile } from '#engine/import-file'
import { readTaxRegister } from '#engine/read-tax-register'
import { countingDatabase } from '#test/support/counting-database'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

const NOW = new Date('2026-09-03T12:00:00Z')
const freshId = () => newId((bytes) => crypto.getRandomValues(bytes))

/** Rows that D1 reads and writes until a file is imported, the first time and once more, and for its register. */
async function rowsToImport(name: string, lines: readonly string[], store: StoreId) {
  const spent = { rows: 0 }
  const ledger = openDb(countingDatabase(env.LEDGER_00, spent))
  const file = { workspaceId: workspaceId(freshId()), receivedOn: businessDate('2026-09-03') }
  const send = async (text: string) => {
    const before = spent.rows
    await importFile(
      ledger,
      { ...file, id: uploadId(freshId()), filename: name },
      bytesOf(new TextEncoder().encode(text)),
      { now: NOW, resolveStore: async () => store },
    )
    return spent.rows - before
  }
  const first = await send(lines.join('\n'))
  const again = await send([...lines, ''].join('\n'))
  const before = spent.rows
  const { register } = await readTaxRegister(ledger, [store], 'tcs', 2026, undefined)
  expect(register.months).toHaveLength(1)
  return { first, again, register: spent.rows - before }
}

const GST_TITLES =
  'sub_order_num,order_date,hsn_code,quantity,gst_rate,total_taxable_sale_value,tax_amount,total_invoice_value,taxable_shipping,end_customer_state_new,financial_year,month_number,supplier_id'
const GST_ROW = '158000000000000001_1,2026-08-07,6204,1,5.00,100,5,105,0,KERALA,2026,8,8123457'

const gstRows = (count: number) => [GST_TITLES, ...Array.from({ length: count }, () => GST_ROW)]

test('twice as many rows of one sub-order cost twice as much, and not four times', async () => {
  const stores = [storeId(freshId()), storeId(freshId())] as const
  const some = await rowsToImport('tcs_sales.csv', gstRows(500), stores[0])
  const more = await rowsToImport('tcs_sales.csv', gstRows(1_000), stores[1])
  const { results } = await env.LEDGER_00.prepare(
    'SELECT count(*) AS count FROM gst_line WHERE store_id = ? AND closed_at = 0',
  )
    .bind(stores[1])
    .all<{ count: number }>()
  expect(results).toEqual([{ count: 1_000 }])
  expect(more.first).toBeLessThanOrEqual(some.first * 2)
  expect(more.again).toBeLessThanOrEqual(some.again * 2)
  // The year's register reads what is kept of its months, and no row. Which store comes last is chance, and a
  // range that ends before another store reads that one's first row to know it.
  expect(more.register).toBeLessThan(some.register + 10)
  expect(more.register).toBeLessThan(200)
})
