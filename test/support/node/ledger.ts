import { readdirSync, readFileSync } from 'node:fs'
import { openSqlite } from '#cli/sqlite-database'
import { businessDate, dayInIndia } from '#core/dates'
import { type ByteSource, bytesOf } from '#core/files/bytes'
import {
  newId,
  type StoreId,
  storeId,
  type UploadId,
  uploadId,
  type WorkspaceId,
  workspaceId,
} from '#core/ids'
import { type Db, openDb, type SqlDatabase } from '#db/client'
import { importFile } from '#engine/import-file'

const MIGRATIONS = 'db/ledger/migrations'

export const freshId = () => newId((bytes) => crypto.getRandomValues(bytes))

/** An empty ledger in memory, migrated as every ledger is. */
export function newLedgerDatabase(): SqlDatabase {
  const database = openSqlite(':memory:')
  for (const name of readdirSync(MIGRATIONS)
    .filter((file) => file.endsWith('.sql'))
    .sort()) {
    database.exec(
      readFileSync(`${MIGRATIONS}/${name}`, 'utf8').replaceAll('--> statement-breakpoint', ''),
    )
  }
  return database
}

export type Seller = {
  readonly ledger: Db
  readonly database: SqlDatabase
  readonly workspaceId: WorkspaceId
  readonly storeId: StoreId
}

/** A seller with a ledger of their own and one store. */
export function newSeller(database: SqlDatabase = newLedgerDatabase()): Seller {
  return {
    database,
    ledger: openDb(database),
    workspaceId: workspaceId(freshId()),
    storeId: storeId(freshId()),
  }
}

export const NOW = new Date('2026-09-03T12:00:00Z')
export const TODAY = dayInIndia(NOW)

export type Fixture = { readonly name: string; readonly bytes: Uint8Array }

export function fixture(seller: string, name: string): Fixture {
  return { name, bytes: new Uint8Array(readFileSync(`test/fixtures/${seller}/${name}`)) }
}

/** The fixtures of a sample seller whose names match, in the order of their names. */
export function fixtures(seller: string, pattern: RegExp): Fixture[] {
  return readdirSync(`test/fixtures/${seller}`)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => fixture(seller, name))
}

export const PAYMENTS = /PREVIOUS_PAYMENT/
export const ORDERS = /^Orders_/
export const OUTSTANDING = /OUTSTANDING/
export const RETURNS = /^(intransit|ofd_reverse|completed_)/
export const CLAIMS = /^Supplier-/
export const GST = /^gst_/
export const COSTS = /^costs/

/** Imports one file as a new upload, to its end. */
export async function upload(
  seller: Seller,
  { name, bytes }: Fixture,
  options: { id?: UploadId; statements?: number; now?: Date } = {},
) {
  const id = options.id ?? uploadId(freshId())
  const file = {
    id,
    workspaceId: seller.workspaceId,
    filename: name,
    receivedOn: businessDate('2026-09-03'),
  }
  const source: ByteSource = bytesOf(bytes)
  const resolveStore = async () => seller.storeId
  for (;;) {
    const outcome = await importFile(seller.ledger, file, source, {
      now: options.now ?? NOW,
      resolveStore,
      ...(options.statements !== undefined && { statements: options.statements }),
    })
    if (outcome.done) return { ...outcome, id }
  }
}
