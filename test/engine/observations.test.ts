import { uploadId } from '#core/ids'
import { microRupees } from '#core/money/micro-rupees'
import { paise } from '#core/money/paise'
import { businessDate } from '#core/dates'
import { importFile } from '#engine/import-file'
import { readUnitCosts } from '#engine/read-unit-costs'
import { removeUpload } from '#engine/remove-upload'
import { sayCosts } from '#engine/say-costs'
import { bytesOf } from '#core/files/bytes'
import { assert, asyncProperty, shuffledSubarray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dumpLedger } from '../support/node/dump-ledger'
import { type Fixture, freshId, newSeller, NOW, type Seller, upload } from '../support/node/ledger'
import { makeZip } from '../support/zip-writer'

const NAMES = (day: string) =>
  `S No,Product Name,SKU,Variation,Meesho PID,Qty,Category,Order Number,Suborder Number,Order Date,Dispatch Date,Return Created Date,Type of Return,Sub Type,${day},Courier Partner,AWB Number,Status,Attempt,Tracking Link,Return Reason,Detailed Return Reason`

type Parcel = { no?: number; qty?: number; created?: string; on?: string; attempt?: number }

function returnsFile(filter: string, day: string, parcels: readonly Parcel[]): Fixture {
  const rows = parcels.map(
    ({ no = 1, qty = 1, created = '2025-07-10', on = 'NA', attempt = 1 }, index) =>
      `${index + 1},Saree,S-1,Free Size,1,${qty},C,25900000000000000${no},25900000000000000${no}_1,2025-07-01,2025-07-02,${created},Customer Return,FIRST_RET,${on},Valmo,45555746623875,x,${attempt},,,`,
  )
  const preamble = ['Meesho Supplier Panel,', 'Supplier ID,1148774', `Status,${filter}`, ',']
  return { name: 'r.csv', bytes: bytes([...preamble, NAMES(day), ...rows, ''].join('\n')) }
}

const bytes = (text: string) => new TextEncoder().encode(text)
const transit = (...parcels: Parcel[]) =>
  returnsFile('intransit', 'Expected Delivery Date', parcels)
const door = (...parcels: Parcel[]) => returnsFile('ofd_reverse', 'Expected Delivery Date', parcels)
const delivered = (...parcels: Parcel[]) =>
  returnsFile('completed_delivered', 'Delivered Date', parcels)
const lost = (...parcels: Parcel[]) => returnsFile('completed_lost', 'Lost Date', parcels)

async function rowsOf(seller: Seller, sql: string) {
  const { results } = await seller.database
    .prepare(sql)
    .bind(seller.storeId)
    .all<Record<string, unknown>>()
  return results
}

const parcelsOf = (seller: Seller) =>
  rowsOf(
    seller,
    'SELECT outcome, outcome_on AS "on", quantity FROM return_parcel WHERE store_id = ? AND closed_at = 0 ORDER BY quantity, created_on',
  )

async function sellerWith(files: readonly Fixture[]): Promise<Seller> {
  const seller = newSeller()
  for (const file of files) await upload(seller, file)
  return seller
}

async function undo(seller: Seller, id: string, files: ReadonlyMap<string, Fixture>) {
  const removed = { id: uploadId(id), workspaceId: seller.workspaceId }
  for (const each of await removeUpload(seller.ledger, removed, NOW))
    await upload(seller, files.get(each)!, { id: each })
}

const ticket = (status: string, update = ''): Fixture => ({
  name: 'Supplier-1148774_Status-all_x.csv',
  bytes: bytes(
    `Order Number,Suborder Number,Ticket ID,Ticket Status,Issue,Created Date,Last Update,Reopen Validity\n259000000000000001,259000000000000001_1,50491782,${status},Wrong return,2025-07-04,${update},\n`,
  ),
})

const TITLES =
  'sub_order_num,order_date,hsn_code,quantity,gst_rate,total_taxable_sale_value,tax_amount,total_invoice_value,taxable_shipping,end_customer_state_new,financial_year,month_number,supplier_id'
const gstFile = (rows: readonly string[], name = 'tcs_sales.csv'): Fixture => ({
  name,
  bytes: bytes([TITLES, ...rows, ''].join('\n')),
})
const gstRow = (taxable: string, supplier = '1148774') =>
  `259000000000000001_1,2025-08-14,6204,1,5.00,${taxable},1,2,0,ORISSA,2025,8,${supplier}`

function renamed({ bytes }: Fixture): Fixture {
  return { name: 'completed_lost____2025-09-03_17-0-17_59_2454257__.csv', bytes }
}

const index = bytes(
  [
    'Type,Order Date,Suborder No.,Product Description,HSN,Invoice No.',
    'INVOICE,2026-03-04 11:20:31,259000000000000001_1,Saree - Free Size,540710,ffzkv26123',
    'CREDIT NOTE,2026-03-04 11:20:31,259000000000000001_1,Saree - Free Size,540710,ffzkv26C7',
    '',
  ].join('\n'),
)
const pdf = bytes('%PDF-1.4\n%%EOF\n')

const costList = (name: string, cost: string): Fixture => ({
  name,
  bytes: bytes(`SKU,Cost,Packaging,Effective From\nS-1,${cost},5,2026-06-01\n`),
})
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const byHand = (seller: Seller, cost: number, at: Date) =>
  sayCosts(
    seller.ledger,
    seller.storeId,
    [
      {
        sku: 'S-1',
        effectiveFrom: businessDate('2026-06-01'),
        cost: paise(cost),
        packaging: undefined,
        row: 0,
      },
    ],
    at,
  )
const costsOf = async (seller: Seller) =>
  (await readUnitCosts(seller.ledger, seller.storeId)).map(({ cost }) => cost)

const pdfs = (names: readonly string[]) => names.map((name) => ({ name, content: pdf }))

describe('parcels', () => {
  test('one that came back stays so after an older file, in whatever order all of them come', async () => {
    const files = [
      transit({}),
      transit({ on: '2025-07-18', attempt: 2 }),
      door({}),
      delivered({ on: '2025-07-20' }),
    ]
    const expected = await dumpLedger(await sellerWith(files))
    await assert(
      asyncProperty(shuffledSubarray(files, { minLength: 4 }), async (order) => {
        const seller = await sellerWith(order)
        expect(await parcelsOf(seller)).toEqual([
          { outcome: 'delivered', on: '2025-07-20', quantity: 1 },
        ])
        expect(await dumpLedger(seller)).toEqual(expected)
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  test('of two ends the later day is the later one', async () => {
    const found = [lost({ on: '2025-07-15' }), delivered({ on: '2025-07-20' })]
    for (const files of [found, found.toReversed()])
      expect(await parcelsOf(await sellerWith(files))).toMatchObject([{ outcome: 'delivered' }])
    const wrong = [delivered({ on: '2025-07-15' }), lost({ on: '2025-07-20' })]
    for (const files of [wrong, wrong.toReversed()])
      expect(await parcelsOf(await sellerWith(files))).toMatchObject([{ outcome: 'lost' }])
  })

  test('two parts of one sub-order, and a second return of it, are parcels of their own', async () => {
    const seller = await sellerWith([
      transit({ qty: 1 }, { qty: 2 }),
      delivered({ qty: 2, on: '2025-07-20' }, { qty: 2, created: '2025-08-01', on: '2025-08-05' }),
    ])
    expect(await parcelsOf(seller)).toEqual([
      { outcome: 'in_transit', on: '', quantity: 1 },
      { outcome: 'delivered', on: '2025-07-20', quantity: 2 },
      { outcome: 'delivered', on: '2025-08-05', quantity: 2 },
    ])
  })

  test('one file may hold a parcel twice', async () => {
    const seller = await sellerWith([transit({ attempt: 2 }, { attempt: 1 }, { attempt: 3 })])
    const rows = await rowsOf(
      seller,
      'SELECT attempt, closed_at > 0 AS closed FROM return_parcel WHERE store_id = ? ORDER BY attempt',
    )
    expect(rows).toEqual([
      { attempt: 1, closed: 1 },
      { attempt: 2, closed: 1 },
      { attempt: 3, closed: 0 },
    ])
  })

  test('undoing the file that says a parcel came back leaves it where the others saw it', async () => {
    const seller = newSeller()
    const files = new Map<string, Fixture>()
    for (const file of [delivered({ on: '2025-07-20' }), transit({}), door({})])
      files.set((await upload(seller, file)).id, file)
    const ids = [...files.keys()]
    await undo(seller, ids[0]!, files)
    expect(await parcelsOf(seller)).toMatchObject([{ outcome: 'out_for_delivery' }])
    await undo(seller, ids[2]!, files)
    expect(await parcelsOf(seller)).toMatchObject([{ outcome: 'in_transit' }])
    await undo(seller, ids[1]!, files)
    expect(await parcelsOf(seller)).toEqual([])
  })

  test('a report says how many of its rows were new, changed something, or were known', async () => {
    const seller = await sellerWith([
      transit({ no: 1 }, { no: 2 }, { no: 3 }),
      delivered({ no: 1, on: '2025-07-20' }, { no: 4, on: '2025-07-20' }),
      transit({ no: 1 }, { no: 2 }),
    ])
    expect(
      await rowsOf(
        seller,
        'SELECT new_rows AS new, changed_rows AS changed, same_rows AS same FROM report WHERE store_id = ? ORDER BY id',
      ),
    ).toEqual([
      { new: 3, changed: 0, same: 0 },
      { new: 1, changed: 1, same: 0 },
      // The older state of a parcel that came back changes nothing.
      { new: 0, changed: 0, same: 2 },
    ])
  })
})

describe('tickets', () => {
  test('a ticket that was approved stays so after an older file', async () => {
    const files = [
      ticket('Open'),
      ticket('Approved'),
      ticket(
        'Approved',
        'Your claim payment of Rs 5 was done on 11-Jul-2025 with a transaction id: X1',
      ),
      ticket('Closed'),
    ]
    await assert(
      asyncProperty(shuffledSubarray(files, { minLength: 4 }), async (order) => {
        const seller = await sellerWith(order)
        expect(
          await rowsOf(
            seller,
            'SELECT state, amount_paise AS amount, paid_on AS paidOn FROM claim WHERE store_id = ? AND closed_at = 0',
          ),
        ).toEqual([{ state: 'approved', amount: 5_00, paidOn: '2025-07-11' }])
      }),
      { numRuns: 12 },
    )
  }, 60_000)
})

describe('GST', () => {
  test('two equal rows of one file are two, the file again adds none, and a month is covered whole', async () => {
    const seller = await sellerWith([
      gstFile([gstRow('100'), gstRow('100'), gstRow('null')]),
      gstFile([gstRow('100'), gstRow('100')]),
    ])
    expect(
      await rowsOf(
        seller,
        'SELECT taxable_micro AS taxable, state_name AS state, occurrence FROM gst_line WHERE store_id = ? ORDER BY taxable, occurrence',
      ),
    ).toEqual([
      { taxable: null, state: 'ODISHA', occurrence: 1 },
      { taxable: microRupees(100_000_000), state: 'ODISHA', occurrence: 1 },
      { taxable: microRupees(100_000_000), state: 'ODISHA', occurrence: 2 },
    ])
    expect(
      await rowsOf(
        seller,
        'SELECT DISTINCT period_from AS "from", period_to AS "to" FROM report WHERE store_id = ?',
      ),
    ).toEqual([{ from: '2025-08-01', to: '2025-08-31' }])
  })

  test('a month downloaded again with its tax printed otherwise counts once', async () => {
    const uncut = gstFile([gstRow('100').replace(',1,2,0,', ',1.39,2,0,')])
    const seller = await sellerWith([gstFile([gstRow('100')]), uncut])
    const rows = await rowsOf(seller, 'SELECT taxable_micro FROM gst_line WHERE store_id = ?')
    expect(rows).toHaveLength(1)
  })

  test.each([
    ['rows of another supplier', gstFile([gstRow('100', '2454257')], 'gst_1148774_8_2025.csv')],
    ['a preamble of another supplier', renamed(lost({ on: '2025-07-20' }))],
  ])('%s stop the file before anything is written, whatever its name', async (_, wrong) => {
    const seller = newSeller()
    let seen: string | undefined
    const refused = importFile(
      seller.ledger,
      {
        id: uploadId(freshId()),
        workspaceId: seller.workspaceId,
        filename: wrong.name,
        receivedOn: businessDate('2025-09-03'),
      },
      bytesOf(wrong.bytes),
      {
        now: NOW,
        resolveStore: async (supplierId) => {
          seen = supplierId
          throw new Error('another supplier')
        },
      },
    )
    await expect(refused).rejects.toThrow('another supplier')
    expect(seen).toBe(wrong.name.includes('1148774') ? '2454257' : '1148774')
    expect(await rowsOf(seller, 'SELECT id FROM report WHERE store_id = ?')).toEqual([])
  })
})

describe('tax invoices', () => {
  test('the index of a ZIP is read, and its PDFs are listed and counted', async () => {
    const details = { name: 'Tax_invoice_details.csv', content: index }
    const few = await makeZip([details, ...pdfs(['a.pdf', 'b.pdf'])])
    const seller = newSeller()
    const outcome = await upload(seller, { name: '1148774_x_TAX_INVOICE.zip', bytes: few })
    expect(outcome.unrecognised).toEqual(['a.pdf', 'b.pdf'])
    expect(
      await rowsOf(
        seller,
        'SELECT invoice_no AS no FROM tax_invoice WHERE store_id = ? ORDER BY 1',
      ),
    ).toEqual([{ no: 'ffzkv26123' }, { no: 'ffzkv26C7' }])

    const names = Array.from({ length: 162 }, (_, no) => `${no}.pdf`)
    const many = await makeZip([details, ...pdfs(names)])
    const listed = await upload(newSeller(), { name: 'x.zip', bytes: many })
    expect(listed.unrecognised).toHaveLength(21)
    expect(listed.unrecognised.at(-1)).toBe('142 more files, 162 in all')
  })
})

describe('costs', () => {
  test('the last word counts, whether it is a list’s or said by hand', async () => {
    const seller = newSeller()
    await byHand(seller, 80_00, later(-2))
    await upload(seller, costList('a.csv', '100'))
    expect(await costsOf(seller)).toEqual([100_00])
    await byHand(seller, 90_00, later(2))
    expect(await costsOf(seller)).toEqual([90_00])
    await byHand(seller, 90_00, later(3))
    expect(await costsOf(seller)).toEqual([90_00])
  })

  test('a list that is read again, because another was undone, outranks nothing said since', async () => {
    const seller = newSeller()
    const files = new Map<string, Fixture>()
    for (const file of [costList('a.csv', '100'), costList('b.csv', '110')])
      files.set((await upload(seller, file)).id, file)
    await byHand(seller, 90_00, later(5))
    const [, second] = [...files.keys()]
    await undo(seller, second!, files)
    expect(await costsOf(seller)).toEqual([90_00])
  })

  test('what was said by hand before two lists counts again when both are undone, in either order', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const seller = newSeller()
      const files = new Map<string, Fixture>()
      await byHand(seller, 80_00, later(-5))
      for (const file of [costList('a.csv', '100'), costList('b.csv', '110')])
        files.set((await upload(seller, file)).id, file)
      const ids = [...files.keys()]
      for (const index of order) await undo(seller, ids[index]!, files)
      expect(await costsOf(seller)).toEqual([80_00])
    }
  })
})
