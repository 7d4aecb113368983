import type { KnownLine, PnlGroup } from '../../api-shapes'
import { keepFilters } from '../../filters'
import { formatDay } from '../../locales/format'
import { text } from '../../locales/text'

/** What the table and the cards show alike. */
export type GroupView = {
  /** Nothing while a search leaves groups out. */
  readonly total: PnlGroup | undefined
  readonly groups: readonly PnlGroup[]
  readonly isSku: boolean
  readonly lineName: (line: KnownLine) => string
}

/** Groups whose key has the words, in any case; all of them without words. */
export function findGroups(groups: readonly PnlGroup[], words: string): readonly PnlGroup[] {
  const wanted = words.trim().toLowerCase()
  return wanted ? groups.filter(({ key }) => key.toLowerCase().includes(wanted)) : groups
}

export function groupLabel({ key }: PnlGroup, isSku: boolean): string {
  return isSku ? key || text.profit.noSku : formatDay(key)
}

/** A SKU leads to its settlement lines, a day to its own profit; money without a SKU has no list. */
export function groupHref(
  { key }: PnlGroup,
  isSku: boolean,
  currentSearch: string,
): string | undefined {
  if (!key) return undefined
  if (isSku) return keepFilters('/settlements', currentSearch, { sku: key })
  return keepFilters('/profit', currentSearch, { period: undefined, from: key, to: key })
}
