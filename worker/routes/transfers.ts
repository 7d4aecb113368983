import type { BankMatch, ExpectedCredit, Matched } from '#core/bank/match-payouts'
import { listTransfers, type Transfer, type TransferPlace } from '#db/ledger/queries/transfers'
import { type BankReading, toExpected } from '#engine/match-bank'
import { Hono } from 'hono'
import * as z from 'zod'
import { fromCursor, toCursor } from '../cursor'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { matchBankStatement } from '../operations/match-bank-statement'
import { storesInQuestion } from '../operations/stores-in-question'
import { checkPeriod, dayText, knownAtOf, knownOnQuery } from '../period'
import { validate } from '../validate'

const listQuery = z.object({
  from: dayText,
  to: dayText,
  store: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.string().max(1_000).optional(),
  ...knownOnQuery,
})

const transfer = {
  storeId: z.string(),
  paidOn: z.string(),
  transactionId: z.string(),
  /** The credit to look for; null where no file tells how the day was split. */
  expected: z.int().nullable(),
}
const list = z.strictObject({
  knownOn: z.string().nullable(),
  items: z.array(z.strictObject({ ...transfer, orders: z.int(), extrasOfDay: z.int() })),
  nextCursor: z.string().nullable(),
})
const place: z.ZodType<TransferPlace> = z.tuple([z.string(), z.string(), z.string()])

const payout = z.strictObject(transfer)
const credit = z.strictObject({
  row: z.int(),
  on: z.string(),
  amount: z.int(),
  narration: z.string(),
  reference: z.string(),
})
const counted = { count: z.int(), amount: z.int() }
const answer = z.strictObject({
  /** Always false: a statement is read, answered and gone. */
  isStored: z.literal(false),
  period: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
  rows: z.int(),
  credits: z.strictObject(counted),
  matched: z.array(z.strictObject({ payout, credit, difference: z.int().nullable() })),
  amountOnly: z.array(z.strictObject({ payout, credit, looksLikeMeesho: z.boolean() })),
  missing: z.array(payout),
  notCovered: z.array(payout),
  unknownCredits: z.array(credit),
  unreadableRows: z.array(z.strictObject({ row: z.int(), text: z.string(), reason: z.string() })),
  /** Of everything, where a list above is cut at 500. */
  totals: z.strictObject({
    matched: z.strictObject(counted),
    amountOnly: z.strictObject(counted),
    missing: z.strictObject(counted),
    notCovered: z.strictObject(counted),
    unknownCredits: z.strictObject(counted),
    unreadableRows: z.strictObject({ count: z.int() }),
  }),
})

const MAX_ITEMS = 500

export const transferRoutes = new Hono<AppEnv>()
  .get(
    '/transfers',
    describe({
      summary: 'The bank credits to look for, by payment day and transaction id, newest first',
      response: list,
    }),
    validate('query', listQuery),
    async (c) => {
      const { from, to, store, limit, cursor, knownOn } = c.req.valid('query')
      checkPeriod({ from, to })
      const { caller } = c.var
      const storeIds = (await storesInQuestion(caller, store)).map(({ id }) => id)
      const page = { after: fromCursor(cursor, place), limit: limit + 1 }
      const period = { from, to, knownAt: knownAtOf({ knownOn }, caller.now) }
      const found = await listTransfers(caller.ledger, storeIds, period, page)
      const items = found.slice(0, limit)
      const end = items.at(-1)
      const isCut = found.length > limit && end !== undefined
      return c.json({
        knownOn: knownOn ?? null,
        items: items.map(toItem),
        nextCursor: isCut ? toCursor([end.paidOn, end.storeId, end.transactionId]) : null,
      })
    },
  )
  .post(
    '/match-bank',
    describe({
      summary: 'Compare a bank statement with the payouts; nothing of it is stored',
      body: 'application/octet-stream',
      response: answer,
    }),
    validate('query', z.object({ store: z.string().optional() })),
    async (c) => {
      const { store } = c.req.valid('query')
      return c.json(toAnswer(await matchBankStatement(c.var.caller, c.req.raw.body, store)))
    },
  )

function toItem(each: Transfer) {
  const { orders, extrasOfDay } = each
  return { ...toPayout(toExpected(each)), orders, extrasOfDay }
}

function toPayout({ storeId, paidOn, transactionId, amount }: ExpectedCredit) {
  return { storeId, paidOn, transactionId, expected: amount ?? null }
}

function toAnswer({ statement, match }: BankReading): z.infer<typeof answer> {
  const { period, rows, credits, unreadable } = statement
  return {
    isStored: false,
    period: period ?? null,
    rows,
    credits: sumOf(credits),
    matched: first(match.matched).map((each) => ({
      ...pair(each),
      difference: each.difference ?? null,
    })),
    amountOnly: first(match.amountOnly).map(({ looksLikeMeesho, ...each }) => ({
      ...pair(each),
      looksLikeMeesho,
    })),
    missing: first(match.missing).map(toPayout),
    notCovered: first(match.notCovered).map(toPayout),
    unknownCredits: first(match.unknownCredits),
    unreadableRows: first(unreadable),
    totals: totalsOf(match, unreadable.length),
  }
}

function first<Item>(items: readonly Item[]): Item[] {
  return items.slice(0, MAX_ITEMS)
}

function pair({ payout: of, credit: by }: Matched) {
  return { payout: toPayout(of), credit: by }
}

function totalsOf(match: BankMatch, unreadable: number) {
  return {
    matched: sumOf(match.matched.map((each) => each.credit)),
    amountOnly: sumOf(match.amountOnly.map((each) => each.credit)),
    missing: sumOf(match.missing),
    notCovered: sumOf(match.notCovered),
    unknownCredits: sumOf(match.unknownCredits),
    unreadableRows: { count: unreadable },
  }
}

function sumOf(items: readonly { readonly amount: number | undefined }[]) {
  return {
    count: items.length,
    amount: items.reduce((total, { amount }) => total + (amount ?? 0), 0),
  }
}
