import { readdirSync, readFileSync } from 'node:fs'
import type { BusinessDate } from '#core/dates'
import { bytesOf } from '#core/files/bytes'
import { type StoreId, uploadId, workspaceId } from '#core/ids'
import type { Db, SqlDatabase } from '#db/client'
import { importFile } from '#engine/import-file'
import { makePaymentsWorkbook, type PaymentsWorkbook } from '../support/payments-workbook'

const WORKSPACE = workspaceId('bench000000000000000')
const NAME =
  '1148774_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2025-08-01_2025-08-31.xlsx'

/** Every table of a ledger, in a database that has none. */
export async function migrateLedger(database: SqlDatabase): Promise<void> {
  const folder = 'db/ledger/migrations'
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()) {
    const statements = readFileSync(`${folder}/${name}`, 'utf8').split('--> statement-breakpoint')
    for (const statement of statements) await database.prepare(statement).run()
  }
}

/** Imports a file of payments to its end; another seed is another file. */
export async function importPayments(
  ledger: Db,
  store: StoreId,
  { seed, today, ...workbook }: PaymentsWorkbook & { seed: number; today: BusinessDate },
): Promise<void> {
  const bytes = await makePaymentsWorkbook({ ...workbook, seed })
  const file = {
    id: uploadId(`upload${String(seed).padStart(14, '0')}`),
    workspaceId: WORKSPACE,
    filename: NAME,
    receivedOn: today,
  }
  const resolveStore = async () => store
  const now = new Date(`${today}T12:00:00Z`)
  for (;;) {
    const { done } = await importFile(ledger, file, bytesOf(bytes), { now, resolveStore })
    if (done) return
  }
}
