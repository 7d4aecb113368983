import { bytesOf, UnreadableFile } from '#core/files/bytes'
import { openFile } from '#core/files/open-file'
import { makePaymentsWorkbook } from '#test/support/payments-workbook'
import { textsOf } from '#test/support/rows'
import { makeZip } from '#test/support/zip-writer'
import { expect, test } from 'vitest'

// Streams and inflate are the runtime's own, so what test/core proves in Node is proven here again in workerd.

const workbook = makePaymentsWorkbook({ rows: 2_000, seed: 3 })

test('a zipped payments workbook is read to its last row', async () => {
  const zipped = await makeZip([{ name: 'payments.xlsx', content: await workbook }])
  const counts: [string, number][] = []
  for await (const { tables } of openFile(bytesOf(zipped))) {
    for (const table of tables) counts.push([table.name, (await textsOf(table)).length])
  }
  expect(counts).toEqual([
    ['Disclaimer', 1],
    ['Order Payments', 2_003],
    ['Ads Cost', 13],
    ['Referral Payments', 4],
    ['Compensation and Recovery', 4],
  ])
})

test.each(['crc32', 'size', 'compressedSize'])(
  'a ZIP that lies about its %s is refused',
  async (lie) => {
    const content = 'Sub Order No,Quantity\n'.repeat(20_000)
    const zipped = await makeZip([{ name: 'a.csv', content, lies: { [lie]: 100 } }])
    const reading = async () => {
      for await (const { tables, error } of openFile(bytesOf(zipped))) {
        if (error) throw error
        for (const table of tables) await textsOf(table)
      }
    }
    await expect(reading()).rejects.toBeInstanceOf(UnreadableFile)
  },
)

test('a reader that stops early can start again', async () => {
  for await (const { tables } of openFile(bytesOf(await workbook))) {
    for await (const rows of tables[1]!.rows()) {
      expect(rows.length).toBeGreaterThan(0)
      break
    }
    expect(await textsOf(tables[1]!)).toHaveLength(2_003)
  }
})
