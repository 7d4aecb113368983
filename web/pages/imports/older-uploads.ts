import { type Accessor, createSignal } from 'solid-js'
import { loadUploadsAfter } from '../../api'
import type { Page, Upload } from '../../api-shapes'

/**
 * The list of files beyond its first page. The first page is asked anew while a file is being read, and
 * what it pushes off its end must not be lost: it stays among the older ones.
 */
export function createOlderUploads(first: Accessor<Page<Upload> | undefined>) {
  const [older, setOlder] = createSignal<readonly Upload[]>([])
  const [cursor, setCursor] = createSignal<string | null>()
  const [error, setError] = createSignal<unknown>()
  const [isBusy, setBusy] = createSignal(false)
  const next = () => (cursor() === undefined ? (first()?.nextCursor ?? null) : cursor()) ?? null
  const items = () => {
    const newest = first()?.items ?? []
    const last = newest.at(-1)
    if (last === undefined) return newest
    const known = new Set(newest.map(({ id }) => id))
    const rest = older().filter(
      ({ id, receivedAt }) => receivedAt <= last.receivedAt && !known.has(id),
    )
    return [...newest, ...rest]
  }
  const loadMore = async () => {
    const at = next()
    if (at === null || isBusy()) return
    setBusy(true)
    setError(undefined)
    try {
      const page = await loadUploadsAfter(at)
      setOlder([...items(), ...page.items])
      setCursor(page.nextCursor)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  /** After an undo: what was loaded before may hold the file that is gone. */
  const reset = () => {
    setOlder([])
    setCursor(undefined)
  }
  return { items, hasMore: () => next() !== null, isBusy, error, loadMore, reset }
}
