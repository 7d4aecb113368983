import { type Accessor, createMemo, createSignal } from 'solid-js'
import type { Page } from '../api-shapes'

export type Pages<Item> = {
  readonly items: Accessor<readonly Item[]>
  readonly hasMore: Accessor<boolean>
  readonly error: Accessor<unknown>
  readonly loadMore: () => void
}

/** A list that grows page by page; a new first page, from other filters, starts it afresh. */
export function createPages<Item>(
  first: Accessor<Page<Item> | undefined>,
  loadNext: (cursor: string) => Promise<Page<Item>>,
): Pages<Item> {
  const list = createMemo(() => makeList(first(), loadNext))
  return {
    items: () => list().items(),
    hasMore: () => list().cursor() !== null,
    error: () => list().error(),
    loadMore: () => list().loadMore(),
  }
}

function makeList<Item>(
  first: Page<Item> | undefined,
  loadNext: (cursor: string) => Promise<Page<Item>>,
) {
  const [items, setItems] = createSignal<readonly Item[]>(first?.items ?? [])
  const [cursor, setCursor] = createSignal(first?.nextCursor ?? null)
  const [error, setError] = createSignal<unknown>()
  let isLoading = false
  const loadMore = () => {
    const at = cursor()
    if (at === null || isLoading) return
    isLoading = true
    setError(undefined)
    void append(at)
  }
  const append = async (at: string) => {
    try {
      const page = await loadNext(at)
      setItems((all) => [...all, ...page.items])
      setCursor(page.nextCursor)
    } catch (problem) {
      setError(problem)
    } finally {
      isLoading = false
    }
  }
  return { items, cursor, error, loadMore }
}
