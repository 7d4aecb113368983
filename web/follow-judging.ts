import { revalidate } from '@solidjs/router'
import { type Accessor, createEffect, onCleanup } from 'solid-js'

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 30_000

/**
 * While the answer says that files are still being judged, asks for it again, later each time; once they
 * are, asks anew for what rests on the verdicts. `answer` is read anew with every answer that comes.
 */
export function followJudging(
  answer: Accessor<{ readonly isUpToDate: boolean } | undefined>,
  { watched, after }: { readonly watched: string; readonly after: readonly string[] },
): void {
  let wait = FIRST_WAIT_MS
  let wasJudging = false
  createEffect(() => {
    const latest = answer()
    if (latest === undefined) return
    if (latest.isUpToDate) {
      wait = FIRST_WAIT_MS
      if (wasJudging && after.length > 0) void revalidate([...after])
      wasJudging = false
      return
    }
    wasJudging = true
    const timer = setTimeout(() => void revalidate(watched), wait)
    wait = Math.min(wait * 1.5, LONGEST_WAIT_MS)
    onCleanup(() => clearTimeout(timer))
  })
}
