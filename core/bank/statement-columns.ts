import { normaliseHeader, type PeekedRow } from '../meesho/headers'

/** Where a bank statement has what we read of it; -1 for a column that it lacks. */
export type StatementColumns = {
  readonly day: number
  readonly narration: number
  readonly reference: number
  /** A column of credits alone; without one, `amount` with `direction`, or with a sign or `Cr` in its cells. */
  readonly credit: number
  readonly amount: number
  readonly direction: number
  /** One more than the last column that has a name. */
  readonly width: number
}

export type StatementHeader = { readonly row: number; readonly columns: StatementColumns }

// Banks print the account, its branch and its terms above the table.
const HEADER_ROWS = 60

const UNIT = String.raw`( in)?( (inr|rs|₹))?`
const AMOUNT = '( (amount|amt))?'

// Names as normaliseHeader() leaves them, of the banks that docs/reports/bank-statements.md lists.
const DAY =
  /^(date|(txn|tran|transaction|post|posted|posting|booking|entry) (date|dt)|date of transaction)$/
const VALUE_DAY = /^value (date|dt|dat)$/
const NARRATION =
  /^((transaction|txn|tran) )?(narration|particulars?|descriptions?|details?|remarks?)$/
const REFERENCE =
  /^(.* )?(chq|chqno|cheque|ref|refno|reference|utr|instrument|transaction id|txn id|tran id|txn no)( .*)?$/
const CREDIT = new RegExp(`^(credits?|deposits?|cr)${AMOUNT}( cr)?${UNIT}$`)
const ANY_AMOUNT = new RegExp(`^((transaction|txn|tran) )?(amount|amt)${UNIT}$`)
const DIRECTION = /^(dr cr|cr dr|drcr|crdr|debit credit|credit debit|(transaction |txn )?type)$/

/** The first row near the top that names a day, a narration and money coming in. */
export function findStatementHeader(peeked: readonly PeekedRow[]): StatementHeader | undefined {
  for (const { number, cells } of peeked.slice(0, HEADER_ROWS)) {
    const columns = columnsOf(cells.map((cell) => normaliseHeader(cell.replace(/^\uFEFF/, ''))))
    if (columns !== undefined) return { row: number, columns }
  }
  return undefined
}

function columnsOf(keys: readonly string[]): StatementColumns | undefined {
  const at = (name: RegExp, from = 0) =>
    keys.findIndex((key, column) => column >= from && name.test(key))
  // The day of the transaction, and not of its value, is what a payout's day is near to; both will do.
  const day = at(DAY) >= 0 ? at(DAY) : at(VALUE_DAY)
  const narration = at(NARRATION)
  const credit = at(CREDIT)
  const amount = credit >= 0 ? -1 : at(ANY_AMOUNT)
  if (day < 0 || narration < 0 || (credit < 0 && amount < 0)) return undefined
  return {
    day,
    narration,
    reference: at(REFERENCE),
    credit,
    amount,
    // Some banks print one beside the amount and one beside the balance.
    direction: amount < 0 ? -1 : at(DIRECTION, amount) >= 0 ? at(DIRECTION, amount) : at(DIRECTION),
    width: keys.findLastIndex((key) => key !== '') + 1,
  }
}
