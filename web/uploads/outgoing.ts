import { createStore, produce } from 'solid-js/store'
import { refreshUploads } from '../api'
import { onAnotherOwner } from '../offline/owner'
import { ApiProblem } from '../request'
import { sendFile } from './send-file'

/** A file on its way from this device; once the Worker has it, it is an upload like any other. */
export type OutgoingFile = {
  readonly id: number
  readonly file: File
  state: 'waiting' | 'sending' | 'duplicate' | 'refused'
  sentBytes: number
  problem?: ApiProblem
  /** For a file that does not say itself whose it is. */
  readonly store?: string | undefined
  /** Called once the service has the file, or the person wants it no more. */
  readonly onGone?: (file: File) => void
}

// Two at a time keep a phone's connection busy without one file starving the others.
const AT_ONCE = 2
const MAX_BYTES = 100 * 1024 * 1024
const STRANDED: ReadonlySet<number | undefined> = new Set([0, 401])

const [outgoing, setOutgoing] = createStore<OutgoingFile[]>([])
let lastId = 0

window.addEventListener('online', retryStranded)
// Files of one person never go to the workspace of another.
onAnotherOwner(() => setOutgoing([]))

export { outgoing }

/** Queues files for sending; they go on being sent while the person looks at other pages. */
export function sendFiles(
  files: Iterable<File>,
  more: Pick<OutgoingFile, 'store' | 'onGone'> = {},
): void {
  const added = Array.from(files, (file): OutgoingFile => {
    lastId += 1
    const tooLarge = file.size > MAX_BYTES
    return {
      id: lastId,
      file,
      state: tooLarge ? 'refused' : 'waiting',
      sentBytes: 0,
      ...more,
      ...(tooLarge && { problem: new ApiProblem(413, 'file-too-large', '') }),
    }
  })
  setOutgoing(produce((all) => void all.push(...added)))
  sendNext()
}

export function isSending(): boolean {
  return outgoing.some(({ state }) => state === 'waiting' || state === 'sending')
}

export function dismissOutgoing(id: number): void {
  const gone = outgoing.find((entry) => entry.id === id)
  gone?.onGone?.(gone.file)
  setOutgoing((all) => all.filter((entry) => entry.id !== id))
}

export function retryOutgoing(id: number): void {
  change(id, { state: 'waiting', sentBytes: 0 })
  sendNext()
}

/** What found no network, or no session, goes again by itself once there is one. */
export function retryStranded(): void {
  for (const { id, state, problem } of outgoing) {
    if (state === 'refused' && STRANDED.has(problem?.status))
      change(id, { state: 'waiting', sentBytes: 0 })
  }
  sendNext()
}

function change(id: number, next: Partial<OutgoingFile>): void {
  setOutgoing((entry) => entry.id === id, next)
}

function sendNext(): void {
  const free = AT_ONCE - outgoing.filter(({ state }) => state === 'sending').length
  const waiting = outgoing.filter(({ state }) => state === 'waiting').slice(0, Math.max(free, 0))
  for (const entry of waiting) {
    change(entry.id, { state: 'sending' })
    void send(entry)
  }
}

async function send({ id, file, store, onGone }: OutgoingFile): Promise<void> {
  try {
    const { duplicate } = await sendFile(file, store, (sentBytes) => change(id, { sentBytes }))
    await refreshUploads()
    if (!duplicate) dismissOutgoing(id)
    else {
      onGone?.(file)
      change(id, { state: 'duplicate' })
    }
  } catch (error) {
    const problem = error instanceof ApiProblem ? error : new ApiProblem(500, '', '')
    change(id, { state: 'refused', problem })
  } finally {
    sendNext()
  }
}
