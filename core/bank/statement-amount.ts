import { type Paise, ZERO } from '../money/paise'
import { isMissing, parseRupees } from '../money/rupees'
import type { StatementColumns } from './statement-columns'

type Side = 'in' | 'out'

/** An amount that came in, or why a cell that has something in it tells of none. */
export type CellAmount = Paise | 'unreadable' | 'unsided'

/**
 * What a row says came in: 0 for money that went out, nothing where it has no amount. `isSigned`: the
 * column of amounts has negative ones, so the others came in.
 */
export function amountIn(
  columns: StatementColumns,
  text: (column: number) => string,
  isSigned: boolean,
): CellAmount | undefined {
  const isCreditColumn = columns.credit >= 0
  const cell = text(isCreditColumn ? columns.credit : columns.amount)
  if (isMissing(cell) || RULE.test(cell)) return undefined
  const { amount, side } = readAmount(cell)
  if (amount === undefined) return 'unreadable'
  // A negative amount among the credits is one taken back.
  if (amount <= 0 || side === 'out') return ZERO
  if (isCreditColumn || side === 'in') return amount
  const direction = sideOf(text(columns.direction)) ?? (isSigned ? 'in' : undefined)
  if (direction === undefined) return 'unsided'
  return direction === 'in' ? amount : ZERO
}

// Some banks draw lines of signs between their rows.
const RULE = /^[*_=.–—-]+$/
// `1,234.00 Cr`, `1234.00(Dr)`, `Cr 1,234.00`
const SIDE_BEHIND = /\s*\(?\b(cr|dr)\b\.?\)?$/i
const SIDE_BEFORE = /^\(?(cr|dr)\b\.?\)?\s*/i
const IN_BRACKETS = /^\((.*)\)$/

function readAmount(cell: string): { amount: Paise | undefined; side: Side | undefined } {
  const word = SIDE_BEHIND.exec(cell) ?? SIDE_BEHIND.exec(spaced(cell)) ?? SIDE_BEFORE.exec(cell)
  const bare = spaced(cell)
    .replace(SIDE_BEHIND, '')
    .replace(SIDE_BEFORE, '')
    .replace(/^inr\s*/i, '')
  // Accountants write what went out in brackets.
  const inside = IN_BRACKETS.exec(bare)?.[1]
  const side = word ? (word[1]?.toLowerCase() === 'cr' ? 'in' : 'out') : inside && 'out'
  return { amount: parseRupees(inside ?? bare), side: side || undefined }
}

/** `1,234.00Cr` is `1,234.00 Cr`. */
function spaced(cell: string): string {
  return cell.trim().replace(/(?<=\d)(?=(cr|dr)\b)/i, ' ')
}

function sideOf(text: string): Side | undefined {
  if (/^(c|cr|cr\.|credit|deposit)$/i.test(text)) return 'in'
  return /^(d|dr|dr\.|debit|withdrawal)$/i.test(text) ? 'out' : undefined
}
