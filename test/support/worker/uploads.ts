import { storeId, type UploadId, uploadId } from '#core/ids'
import type { Store } from '#db/control/queries/stores'
import type { UploadRow } from '#db/control/queries/uploads'
import type { Caller } from '#worker/env'
import worker from '#worker/index'
import type { Job } from '#worker/jobs/job'
import { type Accepted, acceptUpload, type IncomingFile } from '#worker/operations/accept-upload'
import { randomId } from '#worker/random'
import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { get, type TestWorkspace } from './workspace'
import june from '../../fixtures/seller-2026/Orders_2026-06-01_2026-06-30_2026-09-03_16_12-16_17_2454257.csv?url&inline'
import damaged from '../../fixtures/seller-2025/damaged_resaved_orders_2025-07.csv?url&inline'
import payments from '../../fixtures/seller-2026/2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-08-01_2026-08-31.zip?url&inline'
import overlapping from '../../fixtures/seller-2026/2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-08-21_2026-08-31.xlsx?url&inline'

export type TestFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

const SUPPLIER_2026 = '2454257'

/** Real shapes of files, from test/fixtures. */
export const FILES = {
  orders: file(`Orders_2026-06-01_2026-06-30_2026-09-03_16_12-16_17_${SUPPLIER_2026}.csv`, june),
  damagedOrders: file('damaged_resaved_orders_2025-07.csv', damaged),
  payments: file(
    `${SUPPLIER_2026}_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-08-01_2026-08-31.zip`,
    payments,
  ),
  overlappingPayments: file(
    `${SUPPLIER_2026}_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-08-21_2026-08-31.xlsx`,
    overlapping,
  ),
}

function file(name: string, dataUrl: string): TestFile {
  return { name, bytes: bytesIn(dataUrl) }
}

export function textFile(name: string, text: string): TestFile {
  return { name, bytes: new Uint8Array(new TextEncoder().encode(text)) }
}

const HEADER =
  'Reason for Credit Entry,Sub Order No,Order Date,Customer State,Product Name,SKU,Size,Quantity,Supplier Listed Price (Incl. GST + Commission),Supplier Discounted Price (Incl GST and Commision),Packet Id'

/** An orders report as the panel writes it; each row is `<sub-order>,<day>` or whole cells. */
export function ordersFile(supplierId: string, rows: readonly string[]): TestFile {
  const lines = rows.map((row) =>
    row.split(',').length > 2 ? row : `DELIVERED,${row},Gujarat,Saree,S-1,Free Size,1,299,299,P1`,
  )
  const name = `Orders_2025-07-01_2025-07-31_2025-08-03_16_12-16_17_${supplierId}.csv`
  return textFile(name, [HEADER, ...lines, ''].join('\r\n'))
}

/** Some bytes no other test has, so that two tests never share a digest by chance. */
export function randomFile(size: number): TestFile {
  const bytes = new Uint8Array(size)
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
  return { name: 'random.bin', bytes }
}

/** As the route would, but the jobs stay in the outbox: the test decides when they run. */
export function accept(
  caller: Caller,
  { name, bytes }: TestFile,
  { maxBytes = 1_000_000_000, ...rest }: Partial<IncomingFile> & { maxBytes?: number } = {},
): Promise<Accepted> {
  const incoming: IncomingFile = {
    filename: name,
    storeId: undefined,
    source: 'dashboard',
    declaredBytes: bytes.byteLength,
    body: new Blob([bytes]).stream(),
    ...rest,
  }
  return acceptUpload(caller, incoming, maxBytes)
}

/** A store row as no route makes it: whatever supplier the test needs. */
export function storeRow(caller: Caller, change: Partial<Store> = {}): Store {
  return {
    id: randomId(),
    workspaceId: caller.workspaceId,
    name: 'Asha Textiles',
    marketplace: 'meesho',
    supplierId: null,
    gstScheme: 'regular',
    cogsPolicy: 'kept',
    isSample: false,
    createdAt: 1,
    ...change,
  }
}

export const idOf = (upload: UploadRow): UploadId => uploadId(upload.id)

/** Delivers messages to the queue door, and answers what the door told the queue. */
export async function deliver(bodies: readonly unknown[], queue = 'trackecom-jobs', attempts = 1) {
  const messages = bodies.map((body, index) => ({
    id: `message-${index}`,
    timestamp: new Date(),
    attempts,
    body,
  }))
  const batch = createMessageBatch(queue, messages)
  const context = createExecutionContext()
  await worker.queue(batch, env)
  return getQueueResult(batch, context)
}

export function deliverImport(caller: Caller, id: UploadId) {
  return deliver([
    { type: 'import-upload', workspaceId: caller.workspaceId, uploadId: id } satisfies Job,
  ])
}

/** Sends files as the workspace's owner would, one after the other, each read before the next. */
export async function sendFiles(workspace: TestWorkspace, files: readonly TestFile[]) {
  const caller = await workspace.caller()
  for (const file of files) {
    const { upload } = await accept(caller, file)
    await deliverImport(caller, idOf(upload))
  }
}

/** Judges a store of the workspace: its first. */
export async function judge(workspace: TestWorkspace, which = 0) {
  const { workspaceId } = workspace
  const { stores } = await get<{ stores: { id: string }[] }>(workspace, '/api/me')
  const store = storeId(stores[which]!.id)
  await deliver([{ type: 'reconcile', workspaceId, storeId: store } satisfies Job])
}

/** The bytes of a file that a test imports with `?url&inline`. */
export function bytesIn(dataUrl: string): Uint8Array<ArrayBuffer> {
  const text = atob(dataUrl.slice(dataUrl.indexOf(',') + 1))
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}

export function deliverRemoval(caller: Caller, id: UploadId) {
  return deliver([
    { type: 'remove-upload', workspaceId: caller.workspaceId, uploadId: id } satisfies Job,
  ])
}
