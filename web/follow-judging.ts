import { revalidate } from '@solidjs/router'
import { type Accessor, createEffect, onCleanup, untrack } from 'solid-js'
import { refreshFigures } from './figure-query'

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 30_000

type Followed = {
  /** The query that `answer` comes from. */
  readonly watched: string
  /** What it is asked with: another answer to the same question means that verdicts have changed. */
  readonly question: () => unknown
  /** What rests on the verdicts and is no figure: see figureQuery(). */
  readonly after: readonly string[]
}

/**
 * While the answer says that files are still being judged, asks for it again, later each time. Once they
 * are, or have been before anybody saw it, asks anew for all that rests on the verdicts. `answer` is read
 * anew with every answer that comes.
 */
export function followJudging(
  answer: Accessor<{ readonly isUpToDate: boolean } | undefined>,
  { watched, question, after }: Followed,
): void {
  let wait = FIRST_WAIT_MS
  let wasJudging = false
  let before = { asked: '', said: '' }
  createEffect(() => {
    const latest = answer()
    if (latest === undefined) return
    if (latest.isUpToDate) {
      wait = FIRST_WAIT_MS
      const now = { asked: JSON.stringify(untrack(question)), said: JSON.stringify(latest) }
      const isOther = before.asked === now.asked && before.said !== now.said
      before = now
      if (wasJudging) void refreshFigures()
      if ((wasJudging || isOther) && after.length > 0) void revalidate([...after])
      wasJudging = false
      return
    }
    wasJudging = true
    const timer = setTimeout(() => void revalidate(watched), wait)
    wait = Math.min(wait * 1.5, LONGEST_WAIT_MS)
    onCleanup(() => clearTimeout(timer))
  })
}
