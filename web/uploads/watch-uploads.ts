import { revalidate } from '@solidjs/router'
import { type Accessor, createEffect, on, onCleanup } from 'solid-js'
import { loadMe, loadPnl, loadUploads } from '../api'
import type { Upload } from '../api-shapes'
import { showToast } from '../components/toasts'
import { text } from '../locales/text'
import { faceOf, isWorking, pollDelay } from './upload-state'

/** Keeps asking while a file is being read; when one is finished, it says so and the figures are fresh. */
export function watchUploads(uploads: Accessor<readonly Upload[] | undefined>): void {
  let asked = 0
  createEffect(
    on(uploads, (now, before) => {
      if (now && before) announce(before, now)
      if (!now?.some(isWorking)) {
        asked = 0
        return
      }
      const timer = setTimeout(() => void revalidate(loadUploads.key), pollDelay(asked))
      asked += 1
      onCleanup(() => clearTimeout(timer))
    }),
  )
}

function announce(before: readonly Upload[], now: readonly Upload[]): void {
  const working = new Set(before.filter(isWorking).map(({ id }) => id))
  const finished = now.filter((upload) => working.has(upload.id) && !isWorking(upload))
  for (const upload of finished) {
    const isGood = faceOf(upload) === 'done' || faceOf(upload) === 'partly'
    if (isGood) showToast(text.imports.finished(upload.filename))
    else showToast(text.imports.stopped(upload.filename), 'bad')
  }
  if (finished.length > 0) void revalidate([loadPnl.key, loadMe.key])
}
