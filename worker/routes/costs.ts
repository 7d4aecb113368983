import { dayInIndia } from '#core/dates'
import { MAX_COST } from '#core/meesho/costs-list'
import { type Paise, paise } from '#core/money/paise'
import type { ListedCost } from '#db/ledger/queries/costs'
import { checkLinesThen } from '../operations/check-past'
import { findMissingCosts, type MissingCost } from '#engine/find-missing-costs'
import type { CostChange } from '#engine/say-costs'
import { Hono } from 'hono'
import * as z from 'zod'
import { fromCursor, toCursor } from '../cursor'
import type { AppEnv } from '../env'
import { relayLater } from '../jobs/relay-later'
import { describe } from '../openapi'
import { importCosts } from '../operations/import-costs'
import { listCosts } from '../operations/list-costs'
import { sayCosts } from '../operations/say-costs'
import { storeToChange } from '../operations/store-to-change'
import { storesInQuestion } from '../operations/stores-in-question'
import { dayText, knownAtOf, knownOnQuery } from '../period'
import { validate } from '../validate'
import { source, toSource } from './settlement-item'

const amount = z.int().nullable()
const costs = z.strictObject({ cost: amount, packaging: amount })

const listQuery = z.object({
  store: z.string().optional(),
  asOf: dayText.optional(),
  q: z.string().trim().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2_000).optional(),
  ...knownOnQuery,
})
const list = z.strictObject({
  asOf: z.iso.date(),
  knownOn: z.iso.date().nullable(),
  items: z.array(
    z.strictObject({
      sku: z.string(),
      storeId: z.string(),
      inForce: costs,
      costs: z.array(
        z.strictObject({
          effectiveFrom: z.iso.date(),
          cost: amount,
          packaging: amount,
          /** Nothing where it was entered by hand. */
          source: source.nullable(),
        }),
      ),
    }),
  ),
  nextCursor: z.string().nullable(),
  /** Of everything the filter leaves; on the first page only. */
  totals: z.strictObject({ count: z.int() }).nullable(),
})

const missing = z.strictObject({
  knownOn: z.iso.date().nullable(),
  items: z.array(
    z.strictObject({
      storeId: z.string(),
      sku: z.string(),
      units: z.int(),
      subOrders: z.int(),
      fromMonth: z.string(),
      toMonth: z.string(),
    }),
  ),
  totals: z.strictObject({ skus: z.int(), units: z.int() }),
})

const skuParam = z.object({
  sku: z
    .string()
    .trim()
    .min(1, 'Please fill this in.')
    .max(200, 'At most 200 characters.')
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Only letters, digits, signs and spaces.'),
})
const money = z
  .int('A cost is a whole number of paise.')
  .min(0, 'A cost is 0 or more.')
  .max(MAX_COST, 'A cost is at most a crore.')
  .transform((value): Paise => paise(value))
  .nullable()
const change = z.object({
  effectiveFrom: dayText,
  cost: money,
  packaging: money.default(null),
  store: z.string().optional(),
})
const changed = z.strictObject({
  sku: z.string(),
  storeId: z.string(),
  effectiveFrom: z.iso.date(),
  cost: amount,
  packaging: amount,
})

const importQuery = z.object({
  store: z.string().optional(),
  dryRun: z.enum(['0', '1', 'true', 'false']).default('0'),
})
const imported = z.strictObject({
  dryRun: z.boolean(),
  storeId: z.string().nullable(),
  rows: z.int(),
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  rejected: z.int(),
  /** The first rows that change something. */
  items: z.array(
    z.strictObject({
      row: z.int(),
      sku: z.string(),
      effectiveFrom: z.iso.date(),
      cost: amount,
      packaging: amount,
      before: costs.nullable(),
    }),
  ),
  rejectedRows: z.array(
    z.strictObject({ row: z.int(), column: z.string(), text: z.string(), reason: z.string() }),
  ),
})

const MAX_ITEMS = 200

export const costRoutes = new Hono<AppEnv>()
  .get(
    '/',
    describe({ summary: 'List the unit costs, by SKU', response: list }),
    validate('query', listQuery),
    async (c) => {
      const { store, q, limit, cursor, knownOn, ...asked } = c.req.valid('query')
      const { caller } = c.var
      const storeIds = (await storesInQuestion(caller, store)).map(({ id }) => id)
      const after = fromCursor(cursor, z.string())
      const search = q === '' ? undefined : q
      const asOf = asked.asOf ?? dayInIndia(caller.now)
      const filter = { asOf, search, knownAt: knownAtOf({ knownOn }, caller.now) }
      const found = await listCosts(caller, storeIds, filter, { after, limit })
      return c.json({
        asOf,
        knownOn: knownOn ?? null,
        items: found.items.map((item) => ({ ...item, costs: item.costs.map(toDated) })),
        nextCursor: found.next === undefined ? null : toCursor(found.next),
        totals: found.count === null ? null : { count: found.count },
      })
    },
  )
  .get(
    '/missing',
    describe({ summary: 'List the SKUs that were ordered and have no cost', response: missing }),
    validate('query', z.object({ store: z.string().optional(), ...knownOnQuery })),
    async (c) => {
      const { caller } = c.var
      const { store, knownOn } = c.req.valid('query')
      const stores = await storesInQuestion(caller, store)
      const knownAt = knownAtOf({ knownOn }, caller.now)
      await checkLinesThen(caller, stores, { knownAt, basis: 'order' })
      const found: MissingCost[] = []
      for (const { id } of stores)
        found.push(...(await findMissingCosts(caller.ledger, id, knownAt)))
      const items = found.toSorted((a, b) => b.units - a.units).slice(0, MAX_ITEMS)
      const units = found.reduce((all, each) => all + each.units, 0)
      return c.json({
        knownOn: knownOn ?? null,
        items: items.map((each) => ({ ...each })),
        totals: { skus: found.length, units },
      })
    },
  )
  .post(
    '/import',
    describe({
      summary: 'Take a list of costs, or with dryRun=1 only say what it would change',
      body: 'application/octet-stream',
      response: imported,
    }),
    validate('query', importQuery),
    async (c) => {
      const { store, dryRun } = c.req.valid('query')
      const isDryRun = dryRun === '1' || dryRun === 'true'
      const result = await importCosts(c.var.caller, c.req.raw.body, { isDryRun, store })
      const { storeId = null, changes, rejected, jobs } = result
      relayLater(c, c.var.caller.db, jobs)
      const count = (kind: CostChange['change']) =>
        changes.filter((each) => each.change === kind).length
      return c.json({
        dryRun: isDryRun,
        storeId,
        rows: changes.length + rejected.length,
        new: count('new'),
        changed: count('changed'),
        same: count('same'),
        rejected: rejected.length,
        items: changes
          .filter((each) => each.change !== 'same')
          .slice(0, MAX_ITEMS)
          .map(toChange),
        rejectedRows: rejected.slice(0, MAX_ITEMS).map((row) => ({ ...row })),
      })
    },
  )
  .put(
    '/:sku',
    describe({ summary: 'Set the cost of a SKU from a day on', response: changed }),
    validate('param', skuParam),
    validate('json', change),
    async (c) => {
      const { sku } = c.req.valid('param')
      const { effectiveFrom, cost, packaging, store } = c.req.valid('json')
      const { caller } = c.var
      const storeId = await storeToChange(caller, store)
      const said = {
        sku,
        effectiveFrom,
        cost: cost ?? undefined,
        packaging: packaging ?? undefined,
        row: 0,
      }
      relayLater(c, caller.db, await sayCosts(caller, storeId, [said]))
      return c.json({ sku, storeId, effectiveFrom, cost, packaging })
    },
  )

function toDated(cost: ListedCost) {
  const { effectiveFrom, packaging, uploadId, filename, path, sheet, reportId, rowNo } = cost
  const isFromFile = uploadId !== null && filename !== null && path !== null && sheet !== null
  return {
    effectiveFrom,
    cost: cost.cost,
    packaging,
    source: isFromFile ? toSource({ uploadId, filename, path, sheet, reportId, rowNo }) : null,
  }
}

function toChange({ row, sku, effectiveFrom, cost, packaging, before }: CostChange) {
  return {
    row,
    sku,
    effectiveFrom,
    cost: cost ?? null,
    packaging: packaging ?? null,
    before: before ? { cost: before.cost ?? null, packaging: before.packaging ?? null } : null,
  }
}
