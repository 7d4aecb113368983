import {
  expectedCredit,
  type ExpectedCredit,
  matchPayouts,
  payoutDaysOf,
} from '#core/bank/match-payouts'
import type { BankMatch } from '#core/bank/match-payouts'
import { type BankStatement, readStatement } from '#core/bank/statement'
import { daysBetween } from '#core/dates'
import { type ByteSource, UnreadableFile } from '#core/files/bytes'
import { openFile } from '#core/files/open-file'
import type { StoreId } from '#core/ids'
import { paise } from '#core/money/paise'
import type { Db } from '#db/client'
import { listTransfers, type Transfer } from '#db/ledger/queries/transfers'

export type BankReading = { readonly statement: BankStatement; readonly match: BankMatch }

// Banks give a statement of a year; the accounts of a few years may be joined.
const MAX_DAYS = 1_900
/** Transfers that one statement is laid beside: a dozen stores paid on every day of five years. */
export const MAX_TRANSFERS = 20_000

/**
 * Lays a bank statement beside the payouts of some stores. Nothing of it is kept: it is read, answered
 * and gone. Throws UnreadableFile for a file that holds no statement.
 */
export async function matchBank(
  ledger: Db,
  storeIds: readonly StoreId[],
  source: ByteSource,
): Promise<BankReading> {
  const statement = await findStatement(source)
  const payouts = statement.period ? await listPayoutsIn(ledger, storeIds, statement.period) : []
  return { statement, match: matchPayouts(payouts, statement) }
}

async function listPayoutsIn(
  ledger: Db,
  storeIds: readonly StoreId[],
  period: NonNullable<BankStatement['period']>,
): Promise<ExpectedCredit[]> {
  if (daysBetween(period.from, period.to) > MAX_DAYS) throw tooLong()
  const page = { after: undefined, limit: MAX_TRANSFERS + 1 }
  const transfers = await listTransfers(ledger, storeIds, payoutDaysOf(period), page)
  if (transfers.length > MAX_TRANSFERS) throw tooLong()
  return transfers.map(toExpected)
}

export function toExpected(transfer: Transfer): ExpectedCredit {
  const [orders, extrasOfDay] = [paise(transfer.orders), paise(transfer.extrasOfDay)]
  return expectedCredit({ ...transfer, orders, extrasOfDay })
}

/** The first statement in a file: text with any delimiter, a workbook, or a ZIP of either. */
async function findStatement(source: ByteSource): Promise<BankStatement> {
  for await (const { tables, error } of openFile(source)) {
    if (error) throw error
    for (const table of tables) {
      const statement = await readStatement(table)
      if (statement !== undefined) return statement
    }
  }
  throw new UnreadableFile(
    'not-a-bank-statement',
    'This is no bank statement that we can read: one of its first rows names the columns, at least a date, a narration and the money that came in. Download it from your bank as CSV or Excel.',
  )
}

function tooLong(): UnreadableFile {
  const sentence = 'This statement covers more than five years of payouts. Send a shorter one.'
  return new UnreadableFile('statement-too-long', sentence)
}
