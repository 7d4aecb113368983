import { claimBy, daysLeftToClaim, fairValue } from '#core/claims/deadline'
import { type BusinessDate, dayInIndia } from '#core/dates'
import { paise } from '#core/money/paise'
import {
  type Claimable,
  type ClaimablePlace,
  listClaimable,
  sumClaimable,
} from '#db/ledger/queries/claimable'
import type { KnownAt } from '#db/ledger/knowledge'
import type { StoreId } from '#core/ids'
import { listClaimableThen, pageOfClaimable } from '#engine/claimable-as-known'
import { countUnjudged } from '#db/ledger/queries/standings'
import { listReportSources, type ReportSource } from '#db/ledger/queries/reports'
import { Hono } from 'hono'
import * as z from 'zod'
import { fromCursor, toCursor } from '../cursor'
import type { AppEnv, Caller } from '../env'
import { describe } from '../openapi'
import { judgeAsKnown } from '../operations/judge-as-known'
import { storesInQuestion } from '../operations/stores-in-question'
import { dayText, knownAtOf, knownOnQuery } from '../period'
import { validate } from '../validate'
import { discrepancyIdOf } from './discrepancy-item'
import { source, sourceOf } from './settlement-item'
import { parcelFor, seesMoney } from './without-money'

const query = z.object({
  store: z.string().optional(),
  asOf: dayText.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2_000).optional(),
  ...knownOnQuery,
})

const parcel = z.strictObject({
  /** Of its discrepancy: the ticket text and decisions hang on it. */
  id: z.string(),
  storeId: z.string(),
  subOrderNo: z.string(),
  sku: z.string(),
  productName: z.string(),
  quantity: z.int(),
  courier: z.string(),
  awb: z.string(),
  reason: z.string(),
  receivedOn: z.iso.date(),
  claimBy: z.iso.date(),
  /** 0 on the last day. */
  daysLeft: z.int(),
  /** Nothing for a packer, who sees no money. */
  atStake: z.int().nullable(),
  /** What an approved claim is likely to pay. */
  fairValue: z.strictObject({ least: z.int(), most: z.int() }).nullable(),
  source,
})
export type ClaimableParcel = z.infer<typeof parcel>
const answer = z.strictObject({
  asOf: z.string(),
  knownOn: z.string().nullable(),
  /** False while files just imported are still being judged. */
  isUpToDate: z.boolean(),
  items: z.array(parcel),
  nextCursor: z.string().nullable(),
  /** Of all of them; on the first page only. */
  total: z.strictObject({ count: z.int(), atStake: z.int().nullable() }).nullable(),
})

const place = z.tuple([z.string(), z.string(), z.string(), z.string()])

export const claimableRoutes = new Hono<AppEnv>().get(
  '/',
  describe({
    summary: 'List the received returns that can still be claimed, the earliest deadline first',
    response: answer,
  }),
  validate('query', query),
  async (c) => {
    const { store, limit, cursor, knownOn, ...asked } = c.req.valid('query')
    const { ledger, now } = c.var.caller
    const asOf = asked.asOf ?? dayInIndia(now)
    const storeIds = (await storesInQuestion(c.var.caller, store)).map(({ id }) => id)
    const knownAt = knownAtOf({ knownOn }, now)
    const page = { after: fromCursor(cursor, place), limit: limit + 1 }
    const { rows, total, isUpToDate } = await find(c.var.caller, storeIds, { asOf, knownAt }, page)
    const items = rows.slice(0, limit)
    const reportIds = [...new Set(items.map(({ reportId }) => reportId))]
    const sources = await listReportSources(ledger, storeIds, reportIds)
    const end = items.at(-1)
    return c.json({
      asOf,
      knownOn: knownOn ?? null,
      isUpToDate,
      items: items.map((each) => parcelFor(c.var.caller, toParcel(each, asOf, sources))),
      nextCursor: rows.length > limit && end ? toCursor(placeOf(end)) : null,
      total: total && { ...total, ...(!seesMoney(c.var.caller) && { atStake: null }) },
    })
  },
)

type Page = { readonly after: ClaimablePlace | undefined; readonly limit: number }

/** As reconciliation has kept them, or judged for this answer by what was known. */
async function find(
  caller: Caller,
  storeIds: readonly StoreId[],
  { asOf, knownAt }: { readonly asOf: BusinessDate; readonly knownAt: KnownAt },
  page: Page,
) {
  const { ledger } = caller
  if (knownAt !== undefined) {
    const judged = await judgeAsKnown(caller, storeIds, { knownAt, asOf })
    const all = await listClaimableThen(ledger, judged, knownAt)
    return { ...pageOfClaimable(all, page), isUpToDate: true }
  }
  const [rows, total, unjudged] = await Promise.all([
    listClaimable(ledger, storeIds, asOf, page),
    page.after === undefined ? sumClaimable(ledger, storeIds, asOf) : null,
    countUnjudged(ledger, storeIds),
  ])
  return { rows, total, isUpToDate: unjudged === 0 }
}

function placeOf({ receivedOn, storeId, subOrderNo, about }: Claimable): z.infer<typeof place> {
  return [receivedOn, storeId, subOrderNo, about]
}

function toParcel(
  each: Claimable,
  asOf: BusinessDate,
  sources: readonly ReportSource[],
): ClaimableParcel {
  const { storeId, subOrderNo, sku, productName, quantity, courier, awb, reason } = each
  const { receivedOn, atStake, about } = each
  return {
    id: discrepancyIdOf({ storeId, subOrderNo, rule: 'claim_window_closing', about }),
    storeId,
    subOrderNo,
    sku,
    productName,
    quantity,
    courier,
    awb,
    reason,
    receivedOn,
    claimBy: claimBy(receivedOn),
    daysLeft: daysLeftToClaim(receivedOn, asOf) ?? 0,
    atStake,
    fairValue: fairValue(paise(atStake), receivedOn) ?? null,
    source: sourceOf(each, sources),
  }
}
