import { BYTE_ORDER_MARK, csvLine } from '#core/files/csv-out'
import { ApiProblem } from '../request'
import type { PlainColumn } from './columns'

// Of a list by pages of 200 this is a million rows: what ends the loop if cursors ever went round.
const MOST_PAGES = 5_000
const WAIT_SECONDS = 15
const MOST_WAITS = 20

type Writing = {
  /** Hears how many rows there are so far; `false` stops the writing. */
  readonly onRows: (rows: number) => boolean
  readonly wait?: (seconds: number) => Promise<void>
}

/** The list to its end with these columns, as one file; nothing where it was stopped. */
export async function listToCsv<Item>(
  columns: readonly PlainColumn<Item>[],
  pages: AsyncIterator<readonly Item[]>,
  { onRows, wait = pause }: Writing,
): Promise<Blob | undefined> {
  const texts = [BYTE_ORDER_MARK + csvLine(columns.map(({ title }) => title))]
  let rows = 0
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await nextPage(pages, wait)
    if (found === undefined) return new Blob(texts, { type: 'text/csv;charset=utf-8' })
    texts.push(found.map((item) => csvLine(columns.map(({ plain }) => plain(item) ?? ''))).join(''))
    rows += found.length
    if (!onRows(rows)) return undefined
  }
  throw new Error('A list has more pages than can be')
}

/** Whoever asks too often is told to wait, and then goes on where the list was left. */
async function nextPage<Item>(
  pages: AsyncIterator<readonly Item[]>,
  wait: (seconds: number) => Promise<void>,
): Promise<readonly Item[] | undefined> {
  for (let tried = 0; ; tried += 1) {
    try {
      const { done, value } = await pages.next()
      return done === true ? undefined : value
    } catch (problem) {
      const isBusy = problem instanceof ApiProblem && problem.status === 429
      if (!isBusy || tried >= MOST_WAITS) throw problem
      await wait(WAIT_SECONDS)
    }
  }
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, seconds * 1_000)
  })
}

/** Hands a file to the browser's own downloads. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser takes the address up when it gets to it, and not before.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
