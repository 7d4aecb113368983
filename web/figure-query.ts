import { query, revalidate } from '@solidjs/router'

/** Names of queries to be asked anew, each as often as something on the screen wants it. */
const names = new Map<string, number>()

/**
 * query() for figures that a file may change: they are asked anew once one has been read or judged. Lists
 * are not, because whoever is far down one would be thrown back to its beginning.
 */
export function figureQuery<Load extends (...asked: never[]) => Promise<unknown>>(
  load: Load,
  name: string,
): ReturnType<typeof query<Load>> {
  askWithFigures(name)
  return query(load, name)
}

/** For a list without rows, which has no place to lose; the result takes it back. */
export function askWithFigures(name: string): () => void {
  names.set(name, (names.get(name) ?? 0) + 1)
  return () => {
    const left = (names.get(name) ?? 1) - 1
    if (left > 0) names.set(name, left)
    else names.delete(name)
  }
}

export async function refreshFigures(): Promise<void> {
  await revalidate([...names.keys()])
}
