import { addDays, type BusinessDate, daysBetween } from '../dates'
import type { StoreId } from '../ids'
import { type Paise, paise } from '../money/paise'
import type { BankCredit, BankStatement } from './statement'

/** One transfer as the payments report names it, and what of its day is in no settlement line. */
export type PayoutTransfer = {
  readonly storeId: StoreId
  readonly paidOn: BusinessDate
  /** '' for money of a day on which no line names a transfer. */
  readonly transactionId: string
  readonly orders: Paise
  /** Ads, referral and platform adjustments of the store's whole day. */
  readonly extrasOfDay: Paise
  /** How many transfers the store's day has. */
  readonly transfersOfDay: number
}

/** A transfer with the credit to look for; nothing where no file tells how its day was split. */
export type ExpectedCredit = Pick<PayoutTransfer, 'storeId' | 'paidOn' | 'transactionId'> & {
  readonly amount: Paise | undefined
}

/**
 * Meesho pays what the day's orders earned, less its ads, and with its referral and adjustments, in one
 * transfer a day. Where a day has several, no file says which of them bears the rest of the day.
 */
export function expectedCredit(transfer: PayoutTransfer): ExpectedCredit {
  const { storeId, paidOn, transactionId, orders, extrasOfDay, transfersOfDay } = transfer
  const isTold = transfersOfDay <= 1 || extrasOfDay === 0
  return {
    storeId,
    paidOn,
    transactionId,
    amount: isTold ? paise(orders + extrasOfDay) : undefined,
  }
}

export type BankMatch = {
  /** Named by the transaction id; the difference is what came less what was to come. */
  readonly matched: readonly (Matched & { readonly difference: Paise | undefined })[]
  /** The same amount within a few days, but no id: likely, and for a person to say. */
  readonly amountOnly: readonly (Matched & { readonly looksLikeMeesho: boolean })[]
  /** To come within the days of the statement, and not there. */
  readonly missing: readonly ExpectedCredit[]
  /** Not there, but the statement does not cover the days on which it may have come. */
  readonly notCovered: readonly ExpectedCredit[]
  /** Looks like Meesho's, and is no payout that we know. */
  readonly unknownCredits: readonly BankCredit[]
}

export type Matched = { readonly payout: ExpectedCredit; readonly credit: BankCredit }

/** A credit is booked on the payout's day or, over a weekend and holidays, a few days later. */
export const DAYS_BEFORE = 1
export const DAYS_AFTER = 5

/**
 * Lays payouts beside a statement's credits, one to one. First by the transaction id, wherever the
 * narration or the reference holds it; then by the exact amount, never by one that is only near.
 */
export function matchPayouts(
  payouts: readonly ExpectedCredit[],
  { credits, period }: Pick<BankStatement, 'credits' | 'period'>,
): BankMatch {
  const open = new Set([...payouts].sort(inOrder))
  const free = new Set(credits)
  const matched = takeById(open, free).map((match) => ({
    ...match,
    difference: differenceOf(match),
  }))
  const amountOnly = takeByAmount(open, free)
  const [missing, notCovered]: [ExpectedCredit[], ExpectedCredit[]] = [[], []]
  for (const payout of open) {
    // A day that was nothing, or that Meesho kept something back on, brings no credit.
    if (payout.amount !== undefined && payout.amount <= 0) continue
    const isCovered =
      period !== undefined &&
      period.from <= addDays(payout.paidOn, -DAYS_BEFORE) &&
      addDays(payout.paidOn, DAYS_AFTER) <= period.to
    ;(isCovered ? missing : notCovered).push(payout)
  }
  const unknownCredits = [...free].filter(looksLikeMeesho)
  return { matched, amountOnly, missing, notCovered, unknownCredits }
}

/** The days of payouts that a statement may hold credits of. */
export function payoutDaysOf({ from, to }: { from: BusinessDate; to: BusinessDate }) {
  return { from: addDays(from, -DAYS_AFTER), to: addDays(to, DAYS_BEFORE) }
}

function inOrder(a: ExpectedCredit, b: ExpectedCredit): number {
  return (
    compare(a.paidOn, b.paidOn) ||
    compare(a.transactionId, b.transactionId) ||
    compare(a.storeId, b.storeId) ||
    (a.amount ?? 0) - (b.amount ?? 0)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function differenceOf({ payout, credit }: Matched): Paise | undefined {
  return payout.amount === undefined ? undefined : paise(credit.amount - payout.amount)
}

/** Of credits that hold the same id, the one of the exact amount, else the nearest day, is the payout. */
function takeById(open: Set<ExpectedCredit>, free: Set<BankCredit>): Matched[] {
  const holders = findIds(
    [...open].map(({ transactionId }) => transactionId),
    free,
  )
  const taken: Matched[] = []
  for (const payout of open) {
    const found = (holders.get(idKey(payout.transactionId)) ?? []).filter((each) => free.has(each))
    const credit = best(found, (each) => [
      each.amount === payout.amount ? 0 : 1,
      Math.abs(daysBetween(payout.paidOn, each.on)),
    ])
    if (credit !== undefined) take(taken, { payout, credit }, open, free)
  }
  return taken
}

function takeByAmount(
  open: Set<ExpectedCredit>,
  free: Set<BankCredit>,
): BankMatch['amountOnly'][number][] {
  const byAmount = Map.groupBy(free, ({ amount }) => amount)
  const taken: Matched[] = []
  for (const payout of open) {
    const { amount, paidOn } = payout
    if (amount === undefined || amount <= 0) continue
    const [first, last] = [addDays(paidOn, -DAYS_BEFORE), addDays(paidOn, DAYS_AFTER)]
    const found = (byAmount.get(amount) ?? []).filter(
      (each) => each.on >= first && each.on <= last && free.has(each),
    )
    const credit = best(found, (each) => [
      looksLikeMeesho(each) ? 0 : 1,
      Math.abs(daysBetween(paidOn, each.on)),
    ])
    if (credit !== undefined) take(taken, { payout, credit }, open, free)
  }
  return taken.map((match) => ({ ...match, looksLikeMeesho: looksLikeMeesho(match.credit) }))
}

function take(
  taken: Matched[],
  match: Matched,
  open: Set<ExpectedCredit>,
  free: Set<BankCredit>,
): void {
  taken.push(match)
  open.delete(match.payout)
  free.delete(match.credit)
}

/** The credit with the smallest rank; of equal ones the first of the statement. */
function best(
  credits: readonly BankCredit[],
  rankOf: (credit: BankCredit) => readonly [number, number],
): BankCredit | undefined {
  let found: { credit: BankCredit; rank: readonly [number, number] } | undefined
  for (const credit of credits) {
    const rank = rankOf(credit)
    const order = found ? rank[0] - found.rank[0] || rank[1] - found.rank[1] : -1
    if (order < 0 || (order === 0 && found && credit.row < found.credit.row))
      found = { credit, rank }
  }
  return found?.credit
}

// Meesho's company was called Fashnear until 2025, and banks cut names short.
const MEESHO = /meesho|fashnear/i

function looksLikeMeesho({ narration, reference }: BankCredit): boolean {
  return MEESHO.test(`${narration} ${reference}`.replaceAll(/\s/g, ''))
}

// A shorter id would be found inside numbers that mean something else.
const LEAST_ID = 8
const START = 4

/** Letters and digits alone: banks break a narration anywhere to fit their column. */
function idKey(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase()
}

/** The credits that hold each id. A digit right beside it would make it a part of a longer number. */
function findIds(
  ids: readonly string[],
  credits: Iterable<BankCredit>,
): ReadonlyMap<string, readonly BankCredit[]> {
  const keys = new Set(ids.map(idKey).filter((key) => key.length >= LEAST_ID))
  const byStart = Map.groupBy(keys, (key) => key.slice(0, START))
  const holders = new Map<string, BankCredit[]>([...keys].map((key) => [key, []]))
  for (const credit of credits)
    for (const key of idsIn(`${credit.narration} ${credit.reference}`, byStart))
      holders.get(key)?.push(credit)
  return holders
}

function idsIn(raw: string, byStart: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const { text, starts } = wordsOf(raw)
  const found = new Set<string>()
  for (let at = 0; at + LEAST_ID <= text.length; at += 1)
    for (const key of byStart.get(text.slice(at, at + START)) ?? []) {
      const isInNumber = isCut(text, starts, at) || isCut(text, starts, at + key.length)
      if (text.startsWith(key, at) && !isInNumber) found.add(key)
    }
  return found
}

/** The text's key, and where in it a word began. */
function wordsOf(raw: string): { text: string; starts: ReadonlySet<number> } {
  const starts = new Set<number>()
  let text = ''
  for (const word of raw.split(/[^A-Za-z0-9]+/)) {
    starts.add(text.length)
    text += word.toUpperCase()
  }
  return { text, starts }
}

const DIGIT = /\d/

/** True where a number runs on across a place of the text. */
function isCut(text: string, starts: ReadonlySet<number>, at: number): boolean {
  return !starts.has(at) && DIGIT.test(text[at - 1] ?? '') && DIGIT.test(text[at] ?? '')
}
