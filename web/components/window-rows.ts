import { type Accessor, createMemo, createSignal, onCleanup, onMount } from 'solid-js'
import { makeRowPlaces } from './row-places'

// Above and below the screen: a flick of the thumb must not outrun the rows.
const BEYOND = 8

type Rows = {
  readonly count: Accessor<number>
  /** The height of a row that nobody has seen yet. */
  readonly guess: Accessor<number>
}

type Range = { readonly from: number; readonly to: number }

/**
 * Which rows of a long list are on the screen or near it, and how much room the others need above and below.
 * The window scrolls; rows stand in the page as ever, so the browser itself keeps what is read in its place.
 */
export function createWindowRows({ count, guess }: Rows) {
  const [body, setBody] = createSignal<HTMLElement>()
  const view = followWindow(body)
  const places = createMemo(() => makeRowPlaces(guess()))
  const [moved, setMoved] = createSignal(0)
  const follow = followHeights((heights) => {
    const isMoved = heights.map(([index, height]) => places().measured(index, height))
    if (isMoved.includes(true)) setMoved((times) => times + 1)
  })
  const range = createMemo(
    (): Range => {
      moved()
      const { top, height } = view()
      const last = places().rowAt(top + height, count())
      return {
        from: Math.max(places().rowAt(top, count()) - BEYOND, 0),
        to: Math.min(last + 1 + BEYOND, count()),
      }
    },
    undefined,
    { equals: (one, other) => one?.from === other?.from && one?.to === other?.to },
  )
  const startOf = (index: number) => {
    moved()
    return places().startOf(index)
  }
  return {
    setBody,
    follow,
    range,
    indexes: createMemo(() => {
      const { from, to } = range()
      return Array.from({ length: to - from }, (_, at) => from + at)
    }),
    above: () => startOf(range().from),
    below: () => startOf(count()) - startOf(range().to),
  }
}

/** How far the window is below the top of an element, and how high it is. */
function followWindow(element: Accessor<HTMLElement | undefined>) {
  const read = () => ({
    top: -(element()?.getBoundingClientRect().top ?? 0),
    height: window.innerHeight,
  })
  const [view, setView] = createSignal(read())
  const look = () => setView(read())
  // What stands above the list may come later than it, and moves it down.
  const page = new ResizeObserver(look)
  onMount(() => {
    page.observe(document.body)
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    look()
  })
  onCleanup(() => {
    page.disconnect()
    window.removeEventListener('scroll', look)
    window.removeEventListener('resize', look)
  })
  return view
}

type Height = readonly [index: number, height: number]

/** Tells the height of a row for as long as it is in the page, whenever it changes. */
function followHeights(onHeights: (heights: readonly Height[]) => void) {
  const indexes = new Map<Element, number>()
  const observer = new ResizeObserver((entries) => {
    const heights = entries.map(({ target, borderBoxSize }): Height => {
      return [indexes.get(target) ?? -1, borderBoxSize[0]?.blockSize ?? 0]
    })
    // A row that has just been taken away has no height, nor has a list that is not shown.
    onHeights(heights.filter(([index, height]) => index >= 0 && height > 0))
  })
  onCleanup(() => observer.disconnect())
  return (row: Element, index: number) => {
    indexes.set(row, index)
    observer.observe(row)
    onCleanup(() => {
      indexes.delete(row)
      observer.unobserve(row)
    })
  }
}
