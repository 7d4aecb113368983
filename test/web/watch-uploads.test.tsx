import { createAsync, MemoryRouter, query, Route } from '@solidjs/router'
import { cleanup, render } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Upload } from '../../web/api-shapes'
import { Toasts } from '../../web/components/toasts'
import { askWithFigures, figureQuery } from '../../web/figure-query'
import { tellSending } from '../../web/uploads/sending'
import { watchUploads } from '../../web/uploads/watch-uploads'
import { upload } from './support/figures'

const asked = vi.fn<typeof fetch>()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', asked)
  asked.mockReset()
  asked.mockImplementation(async () => Response.json({ items: [], nextCursor: null }))
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function watch(first: readonly Upload[]) {
  const [uploads, setUploads] = createSignal(first)
  const { container } = render(() => {
    watchUploads(uploads)
    return <Toasts />
  })
  return { setUploads, container }
}

const parsing = upload({ status: 'parsing', reports: [] })

test('nobody is asked while there is nothing to wait for', async () => {
  watch([upload()])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).not.toHaveBeenCalled()
})

test('a file that is being read is asked for within a second', async () => {
  watch([parsing])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked).toHaveBeenCalledTimes(1)
})

test('a lost network is tried again, and later each time', async () => {
  asked.mockImplementation(() => Promise.reject(new TypeError('no network')))
  watch([parsing])
  await vi.advanceTimersByTimeAsync(1_000 + 1_500)
  expect(asked).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked.mock.calls.length).toBeLessThan(12)
})

test('when a file is read, it is said by name, once', () => {
  const { setUploads, container } = watch([parsing])
  setUploads([upload()])
  setUploads([upload()])
  expect(container.textContent).toBe('Orders.csv is read')
})

test('a small file that was read before anybody saw it being read is said too', () => {
  const { setUploads, container } = watch([])
  setUploads([upload({ id: 'small', filename: 'Small.csv' })])
  expect(container.textContent).toContain('Small.csv is read')
})

test('what was read in part, or held back, does not pass for a file that is read', () => {
  const { setUploads, container } = watch([])
  const [report] = upload().reports
  const rejecting = upload({ id: 'a', filename: 'A.csv', reports: [{ ...report!, rejected: 9 }] })
  setUploads([rejecting])
  expect(container.textContent).toContain('A.csv is read in part')
  const held = { ...report!, quarantined: { code: 'columns', detail: 'A column is missing.' } }
  setUploads([rejecting, upload({ id: 'b', filename: 'B.csv', reports: [held] })])
  expect(container.textContent).toContain('B.csv is held back')
})

test('of several files at once their number is said, by what became of them', () => {
  const { setUploads, container } = watch([])
  const ids = ['a', 'b', 'c']
  const failed = upload({ id: 'd', filename: 'D.csv', status: 'failed', reports: [] })
  setUploads([...ids.map((id) => upload({ id })), failed])
  expect(container.textContent).toContain('3 files are readD.csv could not be read')
})

test('a file read after its page was left is said all the same, and then nobody asks', async () => {
  const done = upload({ id: 'late', filename: 'Late.csv' })
  watch([upload({ id: 'late', filename: 'Late.csv', status: 'parsing', reports: [] })])
  cleanup()
  const { container } = render(() => <Toasts />)
  asked.mockImplementation(async () => Response.json({ items: [done], nextCursor: null }))
  await vi.advanceTimersByTimeAsync(3_000)
  expect(container.textContent).toContain('Late.csv is read')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toHaveBeenCalledTimes(1)
})

test('figures are asked anew once a file is read, and lists without rows with them', async () => {
  const figures = vi.fn(async () => 'figures')
  const list = vi.fn(async () => 'list')
  const loadFigures = figureQuery(figures, 'test-figures')
  const loadList = query(list, 'test-list')
  const [uploads, setUploads] = createSignal<readonly Upload[]>([parsing])
  const screen = render(() => (
    <MemoryRouter>
      <Route
        path="*"
        component={() => {
          watchUploads(uploads)
          const shown = createAsync(() => Promise.all([loadFigures(), loadList()]))
          return <p>{shown()?.join()}</p>
        }}
      />
    </MemoryRouter>
  ))
  await vi.advanceTimersByTimeAsync(10)
  setUploads([upload()])
  await vi.advanceTimersByTimeAsync(10)
  expect([figures.mock.calls.length, list.mock.calls.length]).toEqual([2, 1])

  const done = askWithFigures('test-list')
  setUploads([upload(), upload({ id: 'next' })])
  await vi.advanceTimersByTimeAsync(10)
  expect([figures.mock.calls.length, list.mock.calls.length]).toEqual([3, 2])
  done()
  setUploads([upload(), upload({ id: 'next' }), upload({ id: 'last' })])
  await vi.advanceTimersByTimeAsync(10)
  expect([figures.mock.calls.length, list.mock.calls.length]).toEqual([4, 2])
  screen.unmount()
})

test('a file that is still being sent when its page is left is watched until it is read', async () => {
  const [isOnItsWay, setOnItsWay] = createSignal(true)
  tellSending(isOnItsWay)
  watch([])
  cleanup()
  const { container } = render(() => <Toasts />)
  await vi.advanceTimersByTimeAsync(3_000)
  const sent = upload({ id: 'sent', filename: 'Sent.csv', status: 'parsing', reports: [] })
  asked.mockImplementation(async () => Response.json({ items: [sent], nextCursor: null }))
  setOnItsWay(false)
  await vi.advanceTimersByTimeAsync(8_000)
  const read = upload({ id: 'sent', filename: 'Sent.csv' })
  asked.mockImplementation(async () => Response.json({ items: [read], nextCursor: null }))
  await vi.advanceTimersByTimeAsync(8_000)
  expect(container.textContent).toContain('Sent.csv is read')
})
