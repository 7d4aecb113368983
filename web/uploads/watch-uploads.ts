import { revalidate } from '@solidjs/router'
import { type Accessor, createEffect, on, onCleanup } from 'solid-js'
import { loadMe, loadPnl, refreshUploads } from '../api'
import type { Upload } from '../api-shapes'
import { showToast } from '../components/toasts'
import { text } from '../locales/text'
import { faceOf, isWorking, pollDelay } from './upload-state'

/** Keeps asking while a file is being read; when one is finished, it says so and the figures are fresh. */
export function watchUploads(uploads: Accessor<readonly Upload[] | undefined>): void {
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const askLater = () => {
    timer = setTimeout(() => void ask(), pollDelay(asked))
    asked += 1
  }
  // Without a network the list stays as it is, and the next answer continues it.
  const ask = () => refreshUploads().catch(askLater)
  createEffect(
    on(uploads, (now, before) => {
      clearTimeout(timer)
      if (now && before) announce(before, now)
      if (now?.some(isWorking)) askLater()
      else asked = 0
    }),
  )
  onCleanup(() => clearTimeout(timer))
}

function announce(before: readonly Upload[], now: readonly Upload[]): void {
  // A small file may be read before anybody saw it being read: what is new and at its end is news too.
  const ended = new Set(before.filter((upload) => !isWorking(upload)).map(({ id }) => id))
  const finished = now.filter((upload) => !ended.has(upload.id) && !isWorking(upload))
  for (const upload of finished) {
    const isGood = faceOf(upload) === 'done' || faceOf(upload) === 'partly'
    if (isGood) showToast(text.imports.finished(upload.filename))
    else showToast(text.imports.stopped(upload.filename), 'bad')
  }
  if (finished.length > 0) void revalidate([loadPnl.key, loadMe.key])
}
