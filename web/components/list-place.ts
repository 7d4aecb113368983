import { useIsRouting, useLocation } from '@solidjs/router'
import { createEffect, on, onCleanup, onMount } from 'solid-js'
import type { WindowVirtualizerHandle } from 'virtua/solid'

/** A row of a list, and how far below the upper edge of the window it stood. */
export type Place = {
  readonly list: string
  readonly row: number
  readonly top: number
  /** Where a link of the row leads: it is the same row still where others came before it. */
  readonly link?: string | undefined
  /** By that link somebody left; the keyboard goes on from it. */
  readonly isOpened: boolean
}

type Kept = {
  /** The same of all lists of one kind of item; no screen has two of them. */
  readonly name: string
  /** Changes with the filters. */
  readonly question: () => string
}

export type PlaceKeeper = {
  /** Around the rows, once there are any. */
  readonly box: (element: HTMLElement) => void
  /** Of a list of which not every row is in the page. */
  readonly scroller: (handle: WindowVirtualizerHandle | undefined) => void
}

// After a press or a flick of the thumb has come to rest; Safari refuses more than a hundred in half a minute.
const REST_MS = 400
// What stands above a list may come after it.
const STILL_FRAMES = 20
const MOST_FRAMES = 90
const TAKES_OVER = ['wheel', 'touchstart', 'pointerdown', 'keydown']

/** What the address was left with, where it was come to by Back, Forward or a reload; of no other way it says any. */
export function placeIn(state: unknown, list: string): Place | undefined {
  if (typeof state !== 'object' || state === null || !('place' in state)) return undefined
  // Safe because only keep() below writes it, into the history of this tab.
  const place = state.place as Place | undefined
  return place?.list === list ? place : undefined
}

/**
 * Whoever goes back to a list stands where they were, with the keyboard on what they opened; by a link, or
 * with other filters, it begins at its top. The place is in the browser's history: it ends with its entry.
 */
export function createPlaceKeeper(list: Kept): PlaceKeeper {
  const location = useLocation()
  const isRouting = useIsRouting()
  let handle: WindowVirtualizerHandle | undefined
  let last: Place | undefined

  const box = (element: HTMLElement) => {
    // While another screen is on its way the history may already be at its entry.
    const isHere = () => !isRouting() && element.isConnected
    let isHeld = false
    onMount(() => watchPlace(element, { list: list.name, isHere, isHeld: () => isHeld }))
    createEffect(
      on([() => placeIn(location.state, list.name), list.question], ([place], before) => {
        if (place !== undefined && place !== last) {
          last = place
          handle?.scrollToIndex(place.row, { align: 'start', offset: -place.top })
          isHeld = true
          onCleanup(holdRow(element, place, () => (isHeld = false)))
        } else if (before !== undefined && before[1] !== list.question()) {
          showTop(element)
        }
      }),
    )
  }
  return { box, scroller: (next) => (handle = next) }
}

/** Other filters, other rows: from the first of them, where that is above the window. */
function showTop(box: HTMLElement): void {
  const { top } = box.getBoundingClientRect()
  if (top < 0) window.scrollBy({ top, behavior: 'instant' })
}

type Watched = {
  readonly list: string
  readonly isHere: () => boolean
  /** While a row is held the place is that row's: kept again, it would be off by a little more each time. */
  readonly isHeld: () => boolean
}

function watchPlace(box: HTMLElement, { list, isHere, isHeld }: Watched): void {
  let resting: ReturnType<typeof setTimeout> | undefined
  const onRest = () => {
    if (!isHere()) return
    const row = firstSeen(box)
    if (row !== undefined) keep(placeOf(row, list))
    else if (placeIn(window.history.state, list)) keep(undefined)
  }
  const onScroll = () => {
    clearTimeout(resting)
    if (isHeld()) return
    resting = setTimeout(onRest, REST_MS)
  }
  const onPress = ({ target }: MouseEvent) => {
    const link = target instanceof Element ? target.closest('a') : null
    const row = link?.closest('[data-row]')
    if (!link || !row || !isHere()) return
    clearTimeout(resting)
    keep({ ...placeOf(row, list), link: link.getAttribute('href') ?? undefined, isOpened: true })
  }
  window.addEventListener('scroll', onScroll, { passive: true })
  // Before the router hears of it and leaves.
  box.addEventListener('click', onPress)
  onCleanup(() => {
    clearTimeout(resting)
    window.removeEventListener('scroll', onScroll)
  })
}

function keep(place: Place | undefined): void {
  const before: unknown = window.history.state
  try {
    window.history.replaceState({ ...(before instanceof Object ? before : {}), place }, '')
  } catch {
    // The browser was asked too often: the place of before is near.
  }
}

function placeOf(row: Element, list: string): Place {
  return {
    list,
    row: Number(row.getAttribute('data-row')),
    top: row.getBoundingClientRect().top,
    link: row.querySelector('a')?.getAttribute('href') ?? undefined,
    isOpened: false,
  }
}

function firstSeen(box: HTMLElement): Element | undefined {
  for (const row of box.querySelectorAll('[data-row]')) {
    const { top, bottom } = row.getBoundingClientRect()
    if (bottom > 0) return top < window.innerHeight ? row : undefined
  }
  return undefined
}

/**
 * Keeps a row where it stood until it rests there: rows are measured as they are drawn, and what stands
 * above the list may come after it. Whoever moves meanwhile goes where they want.
 */
function holdRow(box: HTMLElement, place: Place, onEnd: () => void): () => void {
  let frame = 0
  let still = 0
  let next = 0
  const stop = () => {
    cancelAnimationFrame(next)
    for (const each of TAKES_OVER) window.removeEventListener(each, stop)
    onEnd()
  }
  const step = () => {
    const row = rowOf(box, place)
    const away = row ? row.getBoundingClientRect().top - place.top : 0
    if (row && Math.abs(away) <= 1) still += 1
    else still = 0
    if (away !== 0 && still === 0) window.scrollBy({ top: away, behavior: 'instant' })
    if (row && place.isOpened) focusLink(row, place.link)
    frame += 1
    if (still < STILL_FRAMES && frame < MOST_FRAMES) next = requestAnimationFrame(step)
    else stop()
  }
  for (const each of TAKES_OVER) window.addEventListener(each, stop, { passive: true })
  next = requestAnimationFrame(step)
  return stop
}

function rowOf(box: HTMLElement, { row, link }: Place): Element | null {
  const there = box.querySelector(`[data-row="${row}"]`)
  if (link === undefined || (there && linkIn(there, link))) return there
  return linkIn(box, link)?.closest('[data-row]') ?? there
}

function linkIn(within: Element, link: string): HTMLElement | null {
  return within.querySelector<HTMLElement>(`a[href="${CSS.escape(link)}"]`)
}

/** A row cannot be gone to before it is measured, and whoever is elsewhere by then stays there. */
function focusLink(row: Element, link: string | undefined): void {
  const now = document.activeElement
  if (link === undefined || (now !== document.body && now?.id !== 'main')) return
  linkIn(row, link)?.focus({ preventScroll: true })
}
