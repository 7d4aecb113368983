import type { PnlGroup } from '../../api-shapes'

/** `column` goes up, `-column` down; equal values stay in the order of their keys. */
export function sortGroups(groups: readonly PnlGroup[], sort: string): readonly PnlGroup[] {
  const isDown = sort.startsWith('-')
  const column = isDown ? sort.slice(1) : sort
  const sign = isDown ? -1 : 1
  return [...groups].sort((a, b) => sign * compare(a, b, column) || a.key.localeCompare(b.key))
}

function compare(a: PnlGroup, b: PnlGroup, column: string): number {
  if (column === 'key') return a.key < b.key ? -1 : Number(a.key > b.key)
  return valueOf(a, column) - valueOf(b, column)
}

function valueOf(group: PnlGroup, column: string): number {
  if (column === 'units') return group.units
  const value = Object.entries(group.lines).find(([name]) => name === column)?.[1]
  return value ?? 0
}
