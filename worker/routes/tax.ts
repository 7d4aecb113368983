import { quarterOf } from '#core/tax/tds'
import type { RegisterMonth, WithheldMoney } from '#core/tax/withheld'
import { readTaxRegister, type RegisterReading, type WithheldTax } from '#engine/read-tax-register'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv, Caller } from '../env'
import { describe } from '../openapi'
import { storesInQuestion } from '../operations/stores-in-question'
import { knownAtOf, knownOnQuery } from '../period'
import { validate } from '../validate'

const query = z.object({
  /** The year in which the financial year starts: 2026 for April 2026 to March 2027. */
  year: z.coerce.number().int().min(2017).max(2100),
  store: z.string().optional(),
  ...knownOnQuery,
})

const rate = z.strictObject({ from: z.string(), rateBps: z.int(), source: z.string() })
const money = z.strictObject({
  lines: z.int(),
  taxable: z.int(),
  /** The tax that the rates in force give. */
  due: z.int(),
  /** The tax that was kept back, positive. */
  withheld: z.int(),
  /** Withheld less due; null where some line has no GST rate. */
  difference: z.int().nullable(),
  /** True while the difference is no more than half a paisa a line, by which files round. */
  isWithinRounding: z.boolean().nullable(),
  grossWithoutRate: z.int(),
})
const month = z.strictObject({
  month: z.string(),
  quarter: z.int(),
  rates: z.array(rate),
  /** By payment day; null without a payment in the month. */
  payments: money.nullable(),
  /** The GST reports of the same month, which hold its supplies; null without a sales report. */
  gstReport: z
    .strictObject({ taxable: z.int(), due: z.int().nullable(), rowsWithoutValue: z.int() })
    .nullable(),
})
const answer = z.strictObject({
  tax: z.enum(['tcs', 'tds']),
  year: z.int(),
  knownOn: z.string().nullable(),
  years: z.array(z.int()),
  /** Where the credit shows: GSTR-2B and the electronic cash ledger, or Form 26AS. */
  creditedIn: z.enum(['gstr-2b-cash-ledger', 'form-26as']),
  months: z.array(month),
  total: money,
})

export const taxRoutes = new Hono<AppEnv>()
  .get(
    '/tcs',
    describe({ summary: 'TCS kept back in a financial year, by month', response: answer }),
    validate('query', query),
    async (c) => c.json(await answerOf(c.var.caller, 'tcs', c.req.valid('query'))),
  )
  .get(
    '/tds',
    describe({ summary: 'TDS kept back in a financial year, by month', response: answer }),
    validate('query', query),
    async (c) => c.json(await answerOf(c.var.caller, 'tds', c.req.valid('query'))),
  )

const CREDITED_IN = { tcs: 'gstr-2b-cash-ledger', tds: 'form-26as' } as const

async function answerOf(
  caller: Caller,
  tax: WithheldTax,
  { year, store, ...known }: z.output<typeof query>,
): Promise<z.infer<typeof answer>> {
  const storeIds = (await storesInQuestion(caller, store)).map(({ id }) => id)
  const knownAt = knownAtOf(known, caller.now)
  const reading = await readTaxRegister(caller.ledger, storeIds, tax, year, knownAt)
  return { ...toAnswer(tax, year, reading), knownOn: known.knownOn ?? null }
}

function toAnswer(
  tax: WithheldTax,
  year: number,
  { register, years }: RegisterReading,
): Omit<z.infer<typeof answer>, 'knownOn'> {
  return {
    tax,
    year,
    years: [...years],
    creditedIn: CREDITED_IN[tax],
    months: register.months.map(toMonth),
    total: toMoney(register.total),
  }
}

function toMonth({ month: key, rates, payments, gstReport }: RegisterMonth): z.infer<typeof month> {
  return {
    month: key,
    quarter: quarterOf(key),
    rates: rates.map(({ from, rateBps, source }) => ({ from, rateBps, source })),
    payments: payments ? toMoney(payments) : null,
    gstReport: gstReport ? { ...gstReport, due: gstReport.due ?? null } : null,
  }
}

function toMoney({ difference, isWithinRounding, ...rest }: WithheldMoney): z.infer<typeof money> {
  return {
    ...rest,
    difference: difference ?? null,
    isWithinRounding: isWithinRounding ?? null,
  }
}
