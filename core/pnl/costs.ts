import type { OpenCostEntry } from '../costs/cogs'
import { type Paise, paise, sum, ZERO } from '../money/paise'
import type { ProfitLines } from './profit'

/** What is known of the product cost and packaging of a group, by one policy or several stores' own. */
export type GroupCosts = {
  /** Units that cost, and of them those whose SKU has no known cost on its day. */
  readonly units: number
  readonly unknownUnits: number
  /** The same counted by sub-order: units that came back do not cancel those out that were sent. */
  readonly entries: number
  readonly unknownEntries: number
  readonly cogs: number
  readonly dispatchedUnits: number
  readonly unpackedUnits: number
  readonly packaging: number
  /** Money that is promised or due for the group's sub-orders and has not come. */
  readonly stillExpected: number
}

export const NO_COSTS: GroupCosts = {
  units: 0,
  unknownUnits: 0,
  entries: 0,
  unknownEntries: 0,
  cogs: 0,
  dispatchedUnits: 0,
  unpackedUnits: 0,
  packaging: 0,
  stillExpected: 0,
}

/** One entry of cost as a group of its own. */
export function costsOfEntry(entry: Omit<OpenCostEntry, 'day' | 'sku'>): GroupCosts {
  const { units, cogs, dispatchedUnits, packaging } = entry
  const isUnknown = cogs === undefined && units !== 0
  return {
    units,
    unknownUnits: isUnknown ? units : 0,
    entries: Number(units !== 0),
    unknownEntries: Number(isUnknown),
    cogs: cogs ?? 0,
    dispatchedUnits,
    unpackedUnits: packaging === undefined ? dispatchedUnits : 0,
    packaging: packaging ?? 0,
    stillExpected: 0,
  }
}

/** The sum of what is known; nothing where all of what is needed is unknown. Nothing needed costs nothing. */
export function knownCogs({ entries, unknownEntries, cogs }: GroupCosts): Paise | null {
  return entries > 0 && unknownEntries === entries ? null : paise(cogs)
}

export function knownPackaging({
  dispatchedUnits,
  unpackedUnits,
  packaging,
}: GroupCosts): Paise | null {
  return dispatchedUnits > 0 && unpackedUnits === dispatchedUnits ? null : paise(packaging)
}

/**
 * Share of the units that cost whose cost is known, in percent: rounded down, so that only all of them are
 * 100. Nothing where no unit costs.
 */
export function costKnownPct({ units, unknownUnits, unknownEntries }: GroupCosts): number | null {
  if (units <= 0) return null
  const bps = Math.floor(((units - unknownUnits) / units) * 100_00)
  return Math.max(0, Math.min(unknownEntries > 0 ? 99_99 : 100_00, bps)) / 100
}

/** A profit and loss with its costs; what is unknown of them is no part of its net profit. */
export function withCosts(
  lines: ProfitLines,
  costs: Pick<ProfitLines, 'cogs' | 'packaging' | 'overheads'>,
): ProfitLines {
  const { cogs, packaging, overheads } = costs
  const netProfit = sum([lines.netProfit, cogs ?? ZERO, packaging ?? ZERO, overheads ?? ZERO])
  return { ...lines, cogs, packaging, overheads, netProfit }
}
