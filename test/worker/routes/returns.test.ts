import { accept, deliverImport, idOf, textFile } from '../../support/worker/uploads'
import { get, newWorkspace, type TestWorkspace } from '../../support/worker/workspace'
import { expect, test } from 'vitest'

const SUPPLIER = '1148774'
const HEADER = (day: string) =>
  `S No,Product Name,SKU,Variation,Meesho PID,Qty,Category,Order Number,Suborder Number,Order Date,Dispatch Date,Return Created Date,Type of Return,Sub Type,${day},Courier Partner,AWB Number,Status,Attempt,Tracking Link,Return Reason,Detailed Return Reason`

function returnsFile(filter: string, day: string, rows: readonly string[]) {
  const preamble = [
    'Meesho Supplier Panel,',
    `Supplier ID,${SUPPLIER}`,
    'Email,asha@example.test',
    'Created at,2025-09-03 17:00',
    `Status,${filter}`,
    'Date range,Last 6 months',
    ',',
  ]
  return textFile('returns.csv', [...preamble, HEADER(day), ...rows, ''].join('\n'))
}

const row = (no: number, on: string, type = 'Customer Return') =>
  `${no},Saree,S-${no},Free Size,1,1,C,25900000000000000${no},25900000000000000${no}_1,2025-07-01,2025-07-02,2025-07-1${no},${type},FIRST_RET,${on},Valmo,4555574662387${no},x,1,https://example.test/t,Size too small,Too small`

const claims = textFile(
  `Supplier-${SUPPLIER}_Status-all_Created-from-01-07-2025-to-03-09-2025.csv`,
  [
    'Order Number,Suborder Number,Ticket ID,Ticket Status,Issue,Created Date,Last Update,Reopen Validity',
    '259000000000000001,259000000000000001_1,51910315,Open,I have received wrong return,2025-07-20,,',
    '259000000000000002,259000000000000002_1,50491782,Approved,I have received wrong return,2025-07-21,Your claim payment of Rs 809.10 was done on 28-Jul-2025 with a transaction id: AXISCN1000088428,',
    '',
  ].join('\n'),
)

async function withFiles(): Promise<TestWorkspace> {
  const workspace = await newWorkspace()
  const caller = await workspace.caller()
  const delivered = [row(1, '2025-07-20'), row(2, '2025-07-21', 'Courier Return (RTO)')]
  for (const file of [
    returnsFile('completed_delivered', 'Delivered Date', delivered),
    returnsFile('intransit', 'Expected Delivery Date', [row(2, 'NA'), row(3, 'NA')]),
    claims,
  ]) {
    const { upload } = await accept(caller, file)
    await deliverImport(caller, idOf(upload))
  }
  return workspace
}

type Page = { items: Record<string, unknown>[]; nextCursor: string | null }

test('parcels are listed the newest first; one that came back stays so after an older file', async () => {
  const workspace = await withFiles()
  const { items } = await get<Page>(workspace, '/api/returns')
  expect(
    items.map(({ subOrderNo, outcome, outcomeOn }) => [subOrderNo, outcome, outcomeOn]),
  ).toEqual([
    ['259000000000000003_1', 'in_transit', null],
    ['259000000000000002_1', 'delivered', '2025-07-21'],
    ['259000000000000001_1', 'delivered', '2025-07-20'],
  ])
  expect(items[2]).toMatchObject({
    type: 'customer',
    reason: 'Size too small',
    source: { filename: 'returns.csv', row: 9 },
  })
  expect(JSON.stringify(items)).not.toMatch(/example\.test/)
})

test('a filter narrows the parcels, and pages hold each once', async () => {
  const workspace = await withFiles()
  for (const [query, count] of [
    ['outcome=delivered', 2],
    ['type=rto', 1],
    ['q=259000000000000003', 1],
    ['q=s-1', 1],
    ['from=2025-07-12&to=2025-07-12', 1],
  ] as const)
    expect((await get<Page>(workspace, `/api/returns?${query}`)).items, query).toHaveLength(count)
  const first = await get<Page>(workspace, '/api/returns?limit=2')
  const rest = await get<Page>(workspace, `/api/returns?limit=2&cursor=${first.nextCursor}`)
  expect([...first.items, ...rest.items]).toHaveLength(3)
  expect(rest.nextCursor).toBeNull()
})

test('tickets are listed with what their last update says was paid', async () => {
  const workspace = await withFiles()
  const { items, totals } = await get<Page & { totals: unknown[] }>(workspace, '/api/claims')
  expect(items).toMatchObject([
    {
      ticketId: '50491782',
      state: 'approved',
      amount: 809_10,
      paidOn: '2025-07-28',
      transactionId: 'AXISCN1000088428',
    },
    { ticketId: '51910315', state: 'open', amount: null, paidOn: null },
  ])
  expect(totals).toEqual([
    { state: 'approved', count: 1, amount: 809_10 },
    { state: 'open', count: 1, amount: 0 },
  ])
  const open = await get<Page>(workspace, '/api/claims?state=open')
  expect(open.items).toHaveLength(1)
  const page = await get<Page>(workspace, '/api/claims?limit=1')
  const next = await get<Page>(workspace, `/api/claims?limit=1&cursor=${page.nextCursor}`)
  expect(next.items).toMatchObject([{ ticketId: '51910315' }])
})

test('another workspace sees neither parcels nor tickets, and cannot name the store', async () => {
  const [mine, theirs] = [await withFiles(), await newWorkspace()]
  const { stores } = await get<{ stores: { id: string; supplierId: string }[] }>(mine, '/api/me')
  // The supplier is read from the lines above the table: the file was renamed.
  expect(stores).toMatchObject([{ supplierId: SUPPLIER }])
  for (const path of ['/api/returns', '/api/claims']) {
    expect((await get<Page>(theirs, path)).items).toEqual([])
    expect((await theirs.request(`${path}?store=${stores[0]!.id}`)).status).toBe(404)
  }
})
