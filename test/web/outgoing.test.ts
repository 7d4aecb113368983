import { afterEach, expect, test, vi } from 'vitest'
import {
  batchProgress,
  dismissOutgoing,
  outgoing,
  retryOutgoing,
  sendFiles,
} from '../../web/uploads/outgoing'
import { isSending } from '../../web/uploads/sending'

/** The browser's own, without a network: what it would have sent, until the test says how it went. */
class Request extends EventTarget {
  static open: Request[] = []
  upload = new EventTarget()
  status = 0
  responseText = ''
  open = vi.fn()
  setRequestHeader = vi.fn()

  send() {
    Request.open.push(this)
  }

  async fail() {
    Request.open = Request.open.filter((request) => request !== this)
    this.dispatchEvent(new Event('error'))
    await new Promise((resolve) => setTimeout(resolve))
  }
}

vi.stubGlobal('XMLHttpRequest', Request)

const file = (name: string) => new File(['order,amount'], name)
const states = () => outgoing().map(({ state }) => state)

afterEach(() => {
  for (const { id } of outgoing()) dismissOutgoing(id)
  Request.open = []
})

test('two files go at a time, and the next once one of them is done with', async () => {
  sendFiles([file('a.csv'), file('b.csv'), file('c.csv')])
  expect(states()).toEqual(['sending', 'sending', 'waiting'])
  expect(isSending()).toBe(true)

  await Request.open[0]?.fail()
  expect(states()).toEqual(['refused', 'sending', 'sending'])
  expect(outgoing()[0]?.problem?.status).toBe(0)
})

test('a row tells how much of it has been sent, and is the same row all the while', () => {
  sendFiles([file('a.csv')])
  const [row] = outgoing()
  Request.open[0]?.upload.dispatchEvent(new ProgressEvent('progress', { loaded: 5 }))
  expect(row?.sentBytes).toBe(5)
  expect(outgoing()[0]).toBe(row)
})

test('what found no network goes again when somebody asks, and from its beginning', async () => {
  sendFiles([file('a.csv')])
  await Request.open[0]?.fail()
  expect(isSending()).toBe(false)

  retryOutgoing(outgoing()[0]?.id ?? 0)
  expect(states()).toEqual(['sending'])
  expect(outgoing()[0]?.sentBytes).toBe(0)
  expect(isSending()).toBe(true)
})

test('a file that is wanted no more is gone, and whoever gave it is told', () => {
  const onGone = vi.fn()
  const given = file('a.csv')
  sendFiles([given], { onGone })
  dismissOutgoing(outgoing()[0]?.id ?? 0)
  expect(outgoing()).toEqual([])
  expect(onGone).toHaveBeenCalledWith(given)
  expect(isSending()).toBe(false)
})

test('a file over 100 MB is refused before anything of it is sent', () => {
  const large = file('a.csv')
  Object.defineProperty(large, 'size', { value: 100 * 1024 * 1024 + 1 })
  sendFiles([large])
  expect(states()).toEqual(['refused'])
  expect(outgoing()[0]?.problem?.code).toBe('file-too-large')
  expect(Request.open).toEqual([])
})

test('of several files it is told how many are through; those given meanwhile join them', async () => {
  sendFiles([file('a.csv'), file('b.csv'), file('c.csv')])
  expect(batchProgress()).toEqual({ ended: 0, files: 3 })
  await Request.open[0]?.fail()
  expect(batchProgress()).toEqual({ ended: 1, files: 3 })

  sendFiles([file('d.csv')])
  expect(batchProgress()).toEqual({ ended: 1, files: 4 })
  // It was one of them before.
  retryOutgoing(outgoing()[0]?.id ?? 0)
  expect(batchProgress()).toEqual({ ended: 0, files: 4 })
})

test('once all are through, the next file begins a count of its own', async () => {
  sendFiles([file('a.csv'), file('b.csv')])
  await Request.open[0]?.fail()
  await Request.open[0]?.fail()
  expect(batchProgress()).toEqual({ ended: 2, files: 2 })
  retryOutgoing(outgoing()[0]?.id ?? 0)
  expect(batchProgress()).toEqual({ ended: 0, files: 1 })
})
