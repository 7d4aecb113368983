const FIRST_CAPACITY = 1 << 12
const FNV_PRIME = 0x01000193
const FNV_OFFSET = 0x811c9dc5
const SECOND_OFFSET = 0x9747b28c

/**
 * Counts how often each key has been asked for: 1 the first time, then 2, 3, …
 * Keys are remembered as 64-bit digests in flat arrays: two million of them as text would not fit an
 * isolate. Two keys of one file share a digest with a chance below one in nine million at that size.
 */
export function makeOccurrenceCounter(): (key: string) => number {
  let capacity = FIRST_CAPACITY
  let used = 0
  let low = new Uint32Array(capacity)
  let high = new Uint32Array(capacity)
  let counts = new Uint16Array(capacity)

  function slotOf(first: number, second: number): number {
    let slot = first & (capacity - 1)
    while (counts[slot] !== 0 && (low[slot] !== first || high[slot] !== second)) {
      slot = (slot + 1) & (capacity - 1)
    }
    return slot
  }

  function grow(): void {
    const [oldLow, oldHigh, oldCounts] = [low, high, counts]
    capacity *= 2
    low = new Uint32Array(capacity)
    high = new Uint32Array(capacity)
    counts = new Uint16Array(capacity)
    for (const [index, count] of oldCounts.entries()) {
      if (count === 0) continue
      const slot = slotOf(oldLow[index] ?? 0, oldHigh[index] ?? 0)
      low[slot] = oldLow[index] ?? 0
      high[slot] = oldHigh[index] ?? 0
      counts[slot] = count
    }
  }

  return (key) => {
    if (used * 3 > capacity * 2) grow()
    const first = digest(key, FNV_OFFSET)
    const second = digest(key, SECOND_OFFSET)
    const slot = slotOf(first, second)
    const count = (counts[slot] ?? 0) + 1
    if (count > 0xffff) throw new RangeError('One row stands in this file more than 65,535 times')
    if (count === 1) used += 1
    low[slot] = first
    high[slot] = second
    counts[slot] = count
    return count
  }
}

/** FNV-1a over the key's characters, then the finaliser of MurmurHash3 so that every bit depends on all. */
function digest(key: string, offset: number): number {
  let hash = offset
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), FNV_PRIME)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
