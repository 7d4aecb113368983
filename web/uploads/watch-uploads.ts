import { type Accessor, createEffect, on, onCleanup, untrack } from 'solid-js'
import { refreshUploads } from '../api'
import type { Upload } from '../api-shapes'
import { showToast } from '../components/toasts'
import { refreshFigures } from '../figure-query'
import { text } from '../locales/text'
import { ApiProblem } from '../request'
import { isSending } from './sending'
import { faceOf, isWorking, pollDelay } from './upload-state'

// The delay grows, so this is a quarter of an hour and more: a file still unread then is found on the page.
const MAX_ASKED_AWAY = 100
const OUTCOMES = ['done', 'partly', 'quarantined', 'failed'] as const
let watchers = 0

/**
 * Keeps asking while a file is being read; when one is finished, it says so and the figures are fresh.
 * It goes on when its page is left: a person may be looking at the very figures that a file changes.
 */
export function watchUploads(asked: Accessor<readonly Upload[] | undefined>): void {
  const uploads = orNothing(asked)
  watchers += 1
  let times = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const askLater = () => {
    timer = setTimeout(ask, pollDelay(times))
    times += 1
  }
  // Without a network the list stays as it is, and the next answer continues it.
  const ask = () => void refreshUploads().catch(askLater)
  createEffect(
    on(uploads, (now, before) => {
      clearTimeout(timer)
      if (now && before) announce(before, now)
      if (now?.some(isWorking)) askLater()
      else times = 0
    }),
  )
  onCleanup(() => {
    watchers -= 1
    clearTimeout(timer)
    // Signed out, or the service in trouble: the next page says so itself.
    watchFromAway(untrack(uploads) ?? []).catch(() => {})
  })
}

/** Without an answer there is nothing to watch, and the list itself says why. */
function orNothing<T>(read: Accessor<T>): Accessor<T | undefined> {
  return () => {
    try {
      return read()
    } catch {
      return undefined
    }
  }
}

/** Without a page to show the list; ends when every file is read, or when a page watches again. */
async function watchFromAway(last: readonly Upload[]): Promise<void> {
  let before = last
  const isAwaited = () => isSending() || before.some(isWorking)
  for (let asked = 0; asked < MAX_ASKED_AWAY && isAwaited(); asked += 1) {
    await new Promise((resolve) => setTimeout(resolve, pollDelay(asked)))
    if (watchers > 0) return
    const now = await refreshUploads().catch((error: unknown) => {
      if (error instanceof ApiProblem && error.status === 0) return { items: before }
      throw error
    })
    announce(before, now.items)
    before = now.items
  }
}

function announce(before: readonly Upload[], now: readonly Upload[]): void {
  // A small file may be read before anybody saw it being read: what is new and at its end is news too.
  const ended = new Set(before.filter((upload) => !isWorking(upload)).map(({ id }) => id))
  const finished = now.filter((upload) => !ended.has(upload.id) && !isWorking(upload))
  for (const outcome of OUTCOMES) {
    const files = finished.filter((upload) => outcomeOf(upload) === outcome)
    const [first] = files
    if (first === undefined) continue
    const words = text.imports.ended[outcome](files.length, first.filename)
    showToast(words, outcome === 'done' ? undefined : 'bad')
  }
  if (finished.length > 0) void refreshFigures()
}

/** What a person has to know of a file that is at its end; only the first asks nothing of them. */
function outcomeOf(upload: Upload): (typeof OUTCOMES)[number] {
  const face = faceOf(upload)
  return OUTCOMES.find((outcome) => outcome === face) ?? 'failed'
}
