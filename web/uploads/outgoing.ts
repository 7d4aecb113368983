import { createSignal } from 'solid-js'
import { refreshUploads } from '../api'
import { onAnotherOwner } from '../offline/owner'
import { ApiProblem } from '../request'
import { sendFile } from './send-file'
import { tellSending } from './sending'

/** A file on its way from this device; once the Worker has it, it is an upload like any other. */
export type OutgoingFile = Progress & {
  readonly id: number
  readonly file: File
  /** For a file that does not say itself whose it is. */
  readonly store?: string | undefined
  /** Called once the service has the file, or the person wants it no more. */
  readonly onGone?: ((file: File) => void) | undefined
  readonly change: (next: Partial<Progress>) => void
}

type Progress = {
  readonly state: 'waiting' | 'sending' | 'duplicate' | 'refused'
  readonly sentBytes: number
  readonly problem?: ApiProblem | undefined
}

// Two at a time keep a phone's connection busy without one file starving the others.
const AT_ONCE = 2
const MAX_BYTES = 100 * 1024 * 1024
const STRANDED: ReadonlySet<number | undefined> = new Set([0, 401])

const [outgoing, setOutgoing] = createSignal<readonly OutgoingFile[]>([])
/** The ids of those given since nothing was on its way. */
const [batch, setBatch] = createSignal<ReadonlySet<number>>(new Set())
let lastId = 0

window.addEventListener('online', retryStranded)
// Files of one person never go to the workspace of another.
onAnotherOwner(() => setOutgoing([]))
tellSending(() => countLeft() > 0)

export { outgoing }

/** Of the files given since nothing was on its way: how many they are, and how many are through, sent or not. */
export function batchProgress(): { readonly ended: number; readonly files: number } {
  return { ended: batch().size - countLeft(), files: batch().size }
}

function countLeft(): number {
  return outgoing().filter(({ state }) => state === 'waiting' || state === 'sending').length
}

/** Called before they wait, so that it is still seen whether others are on their way. */
function joinBatch(entries: readonly OutgoingFile[]): void {
  const others = countLeft() === 0 ? [] : batch()
  setBatch(new Set([...others, ...entries.map(({ id }) => id)]))
}

/** Queues files for sending; they go on being sent while the person looks at other pages. */
export function sendFiles(
  files: Iterable<File>,
  more: Pick<OutgoingFile, 'store' | 'onGone'> = {},
): void {
  const added = Array.from(files, (file) => toOutgoing(file, more))
  joinBatch(added.filter(({ state }) => state === 'waiting'))
  setOutgoing((all) => [...all, ...added])
  sendNext()
}

/** Its row stays the same while what it says of its progress changes. */
function toOutgoing(
  file: File,
  { store, onGone }: Pick<OutgoingFile, 'store' | 'onGone'>,
): OutgoingFile {
  lastId += 1
  const [progress, setProgress] = createSignal<Progress>(
    file.size > MAX_BYTES
      ? { state: 'refused', sentBytes: 0, problem: new ApiProblem(413, 'file-too-large', '') }
      : { state: 'waiting', sentBytes: 0 },
  )
  return {
    id: lastId,
    file,
    store,
    onGone,
    get state() {
      return progress().state
    },
    get sentBytes() {
      return progress().sentBytes
    },
    get problem() {
      return progress().problem
    },
    change: (next) => setProgress((before) => ({ ...before, ...next })),
  }
}

export function dismissOutgoing(id: number): void {
  const gone = outgoing().find((entry) => entry.id === id)
  gone?.onGone?.(gone.file)
  setOutgoing((all) => all.filter((entry) => entry.id !== id))
}

export function retryOutgoing(id: number): void {
  sendAgain(outgoing().filter((entry) => entry.id === id))
}

/** What found no network, or no session, goes again by itself once there is one. */
export function retryStranded(): void {
  sendAgain(
    outgoing().filter(({ state, problem }) => state === 'refused' && STRANDED.has(problem?.status)),
  )
}

function sendAgain(entries: readonly OutgoingFile[]): void {
  joinBatch(entries)
  for (const { change } of entries) change({ state: 'waiting', sentBytes: 0 })
  sendNext()
}

function sendNext(): void {
  const free = AT_ONCE - outgoing().filter(({ state }) => state === 'sending').length
  const waiting = outgoing()
    .filter(({ state }) => state === 'waiting')
    .slice(0, Math.max(free, 0))
  for (const entry of waiting) {
    entry.change({ state: 'sending' })
    void send(entry)
  }
}

async function send({ id, file, store, onGone, change }: OutgoingFile): Promise<void> {
  try {
    const { duplicate } = await sendFile(file, store, (sentBytes) => change({ sentBytes }))
    await refreshUploads()
    if (!duplicate) dismissOutgoing(id)
    else {
      onGone?.(file)
      change({ state: 'duplicate' })
    }
  } catch (error) {
    const problem = error instanceof ApiProblem ? error : new ApiProblem(500, '', '')
    change({ state: 'refused', problem })
  } finally {
    sendNext()
  }
}
