/** Each key is an object of its own, and the platform opens six connections at a time. */
const AT_ONCE = 24

/** In the order of the list, which its query has bounded; not all of two hundred at once. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const done: Result[] = []
  for (let start = 0; start < items.length; start += AT_ONCE) {
    done.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(work))))
  }
  return done
}
