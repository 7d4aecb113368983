import { parseSubOrderNo, storeId as toStoreId } from '#core/ids'
import { knownStake, RULES } from '#core/reconciliation/discrepancy'
import { MARK_STATES } from '#core/reconciliation/marks'
import { NEXT_STEPS } from '#core/reconciliation/next-step'
import type { DiscrepancyId } from '#db/ledger/queries/discrepancies'
import type { DiscrepancyItem } from '#engine/list-discrepancies'
import * as z from 'zod'
import { fromCursor, toCursor } from '../cursor'
import { source } from './settlement-item'

export const rule = z.enum(RULES)
export const state = z.enum(MARK_STATES)

export const evidence = z.strictObject({
  source: source.nullable(),
  column: z.string(),
  value: z.union([z.string(), z.number()]),
})

export const discrepancyItem = z.strictObject({
  id: z.string(),
  rule,
  subOrderNo: z.string(),
  /** Null where no file names a price, and where nothing can be lost. */
  atStake: z.int().nullable(),
  recovered: z.int(),
  state,
  note: z.string(),
  ticketId: z.string(),
  nextStep: z.enum(NEXT_STEPS),
  since: z.string(),
  evidence: z.array(evidence),
})

const identity = z.tuple([z.string(), z.string(), rule, z.string()])

/** What the discrepancy is about, so the same after every rebuild. */
export function discrepancyIdOf({ storeId, subOrderNo, rule: of, about }: DiscrepancyId): string {
  return toCursor([storeId, subOrderNo, of, about])
}

/** Nothing for an id that we did not make: it names nothing. */
export function parseDiscrepancyId(text: string): DiscrepancyId | undefined {
  try {
    const [store, subOrder, of, about] = fromCursor(text, identity) ?? []
    const subOrderNo = parseSubOrderNo(subOrder ?? '')
    if (store === undefined || subOrderNo === undefined || of === undefined) return undefined
    return { storeId: toStoreId(store), subOrderNo, rule: of, about: about ?? '' }
  } catch {
    return undefined
  }
}

export function toDiscrepancyItem(found: DiscrepancyItem): z.infer<typeof discrepancyItem> {
  const { storeId: _storeId, about: _about, recoveredAmount, ...rest } = found
  return {
    ...rest,
    id: discrepancyIdOf(found),
    atStake: knownStake(found.atStake),
    recovered: recoveredAmount,
    evidence: found.evidence.map(toEvidence),
  }
}

export function toEvidence({
  source: from,
  column,
  value,
}: DiscrepancyItem['evidence'][number]): z.infer<typeof evidence> {
  return { source: from && { ...from, path: [...from.path] }, column, value }
}
