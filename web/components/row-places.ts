export type RowPlaces = ReturnType<typeof makeRowPlaces>

/** Where each row of a long list begins, when only those that were on the screen have been measured. */
export function makeRowPlaces(guess: number) {
  const heights = new Map<number, number>()
  // Worked out as far as somebody asked; a row that turns out higher moves those below it alone.
  const starts = [0]
  const heightOf = (index: number) => heights.get(index) ?? guess

  function startOf(index: number): number {
    for (let next = starts.length; next <= index; next += 1) {
      starts.push((starts[next - 1] ?? 0) + heightOf(next - 1))
    }
    return starts[index] ?? 0
  }

  /** The row of so many in which a distance from the first one's top ends. */
  function rowAt(distance: number, count: number): number {
    let [low, high] = [0, Math.max(count - 1, 0)]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (startOf(middle) <= distance) low = middle
      else high = middle - 1
    }
    return low
  }

  return {
    startOf,
    rowAt,
    /** Whether anything below it moves. */
    measured: (index: number, height: number): boolean => {
      const before = heightOf(index)
      heights.set(index, height)
      if (before === height) return false
      starts.length = Math.min(starts.length, index + 1)
      return true
    },
  }
}
