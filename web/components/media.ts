import { type Accessor, createSignal } from 'solid-js'

/** Follows a media query for as long as the page lives. */
function makeMedia(condition: string): Accessor<boolean> {
  const media = window.matchMedia(condition)
  const [matches, setMatches] = createSignal(media.matches)
  media.addEventListener('change', () => setMatches(media.matches))
  return matches
}

/** Tables turn into cards below this width. */
export const isNarrow = makeMedia('(max-width: 46rem)')

/** The places stand in a bar below the page, and no longer beside it. */
export const isPhone = makeMedia('(max-width: 60rem)')
