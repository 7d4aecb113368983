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
// So far down a list somebody is brought back, with fifty questions at most.
const MOST_ROWS = 10_000
const MOST_PAGES = MOST_ROWS / Number(WHOLE_LIST_PAGE)

/** What stood below a first page: as old as that is, and asked anew with it. */
const grown = new WeakMap<Page<unknown>, Page<unknown>>()

function grownFrom<Item>(first: Page<Item>): Page<Item> {
  // Safe because what is kept for a page begins with its own items.
  return (grown.get(first) as Page<Item> | undefined) ?? first
}

/** Once, whoever asked for what follows a cursor: a list that was left, and the same one come back to. */
function grow<Item>(first: Page<Item>, cursor: string, next: Page<Item>): Page<Item> {
  const before = grownFrom(first)
  if (before.nextCursor !== cursor) return before
  const all = { items: [...before.items, ...next.items], nextCursor: next.nextCursor }
  grown.set(first, all)
  return all
}

type Growth<Item> = {
  readonly rows: number
  readonly loadNext: LoadNext<Item>
  readonly isWanted: () => boolean
}

/** Until so many rows are there; what fails is asked again by whoever scrolls that far. */
export async function growTo<Item>(first: Page<Item>, growth: Growth<Item>): Promise<void> {
  let all = grownFrom(first)
  for (let page = 0; page < MOST_PAGES && all.items.length < growth.rows; page += 1) {
    const cursor = all.nextCursor
    if (cursor === null || !growth.isWanted()) return
    const next = await growth.loadNext({ cursor, limit: WHOLE_LIST_PAGE }).catch(() => undefined)
    if (next === undefined) return
    all = grow(first, cursor, next)
  }
}

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
  const all = first && grownFrom(first)
  const [items, setItems] = createSignal<readonly Item[]>(all?.items ?? [])
  const [cursor, setCursor] = createSignal(all?.nextCursor ?? null)
  const [error, setError] = createSignal<unknown>()
  let isLoading = false
  const loadMore = () => {
    const at = cursor()
    if (first === undefined || at === null || isLoading) return
    isLoading = true
    setError(undefined)
    void append(first, at)
  }
  const append = async (to: Page<Item>, at: string) => {
    try {
      const now = grow(to, at, await loadNext({ cursor: at }))
      setItems(now.items)
      setCursor(now.nextCursor)
    } catch (problem) {
      setError(problem)
    } finally {
      isLoading = false
    }
  }
  return { items, cursor, error, loadMore }
}
