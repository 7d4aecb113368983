import { type Accessor, createSignal } from 'solid-js'
import type { Page } from '../api-shapes'

/** What a page after the first is asked with, beside the filters. */
export type More = { readonly cursor: string; readonly limit?: string }

export type Pages<Item> = {
  readonly items: Accessor<readonly Item[]>
  readonly hasMore: Accessor<boolean>
  readonly error: Accessor<unknown>
  readonly loadMore: () => void
  /** The whole list from its beginning, page by page, whatever of it stands on the screen. */
  readonly all: () => AsyncIterator<readonly Item[]>
}

type LoadNext<Item> = (more: More) => Promise<Page<Item>>

// The most that the API gives at once.
const WHOLE_LIST_PAGE = '200'

/** A list that grows page by page; a new first page, from other filters, starts it afresh. */
export function createPages<Item>(
  first: Accessor<Page<Item> | undefined>,
  loadNext: LoadNext<Item>,
): Pages<Item> {
  let shown: { readonly of: Page<Item> | undefined; readonly list: GrowingList<Item> } | undefined
  // No memo: it would wait and fail where it is made, and take the whole screen along. Read where the list
  // stands, the part around it waits and fails alone.
  const list = () => {
    const of = first()
    if (shown === undefined || shown.of !== of) shown = { of, list: makeList(of, loadNext) }
    return shown.list
  }
  return {
    items: () => list().items(),
    hasMore: () => list().cursor() !== null,
    error: () => list().error(),
    loadMore: () => list().loadMore(),
    all: () => allPages(first(), loadNext),
  }
}

/** An iterator of its own and no generator: a page that failed can be asked for again. */
function allPages<Item>(
  first: Page<Item> | undefined,
  loadNext: LoadNext<Item>,
): AsyncIterator<readonly Item[]> {
  let ready = first
  let cursor = first?.nextCursor ?? null
  return {
    next: async () => {
      const page = ready ?? (cursor === null ? undefined : await nextOf(cursor))
      ready = undefined
      if (page === undefined) return { done: true, value: undefined }
      cursor = page.nextCursor
      return { done: false, value: page.items }
    },
  }

  function nextOf(at: string): Promise<Page<Item>> {
    return loadNext({ cursor: at, limit: WHOLE_LIST_PAGE })
  }
}

type GrowingList<Item> = ReturnType<typeof makeList<Item>>

function makeList<Item>(first: Page<Item> | undefined, loadNext: LoadNext<Item>) {
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
      const page = await loadNext({ cursor: at })
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
