import { BRIDGE_ITEMS } from '#core/pnl/bridge'
import { readBridge } from '#engine/read-bridge'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { checkLinesThen } from '../operations/check-past'
import { storesInQuestion } from '../operations/stores-in-question'
import { checkPeriod, dayText, knownAtOf, knownOnQuery } from '../period'
import { validate } from '../validate'

const query = z.object({
  from: dayText,
  to: dayText,
  store: z.string().optional(),
  ...knownOnQuery,
})

const answer = z.strictObject({
  from: z.string(),
  to: z.string(),
  knownOn: z.string().nullable(),
  /** As in the profit and loss: whether the costs in it are all that is known now. */
  costState: z.enum(['current', 'counting', 'not_then']),
  /** Net profit by order date. */
  orderBasis: z.int(),
  /** Every reason, nil among them; added to the one profit they give the other. */
  items: z.array(z.strictObject({ key: z.enum(BRIDGE_ITEMS), amount: z.int() })),
  /** Net profit by payment date. */
  paymentBasis: z.int(),
})

export const bridgeRoutes = new Hono<AppEnv>().get(
  '/',
  describe({ summary: 'Why profit by order date and by payment date differ', response: answer }),
  validate('query', query),
  async (c) => {
    const { from, to, store, ...known } = c.req.valid('query')
    checkPeriod({ from, to })
    const { caller } = c.var
    const stores = await storesInQuestion(caller, store)
    const knownAt = knownAtOf(known, caller.now)
    await checkLinesThen(caller, stores, { knownAt, basis: 'order' })
    const bridge = await readBridge(caller.ledger, stores, { period: { from, to }, knownAt })
    const items = bridge.items.map((item) => ({ ...item }))
    return c.json({ from, to, knownOn: known.knownOn ?? null, ...bridge, items })
  },
)
