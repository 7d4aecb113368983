import { businessDate } from '#core/dates'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { askAhead, takeAhead } from '../../web/ahead/answers'
import { firstQuestions } from '../../web/ahead/first-questions'
import { fetchKept } from '../../web/offline/kept-answers'

const today = businessDate('2026-08-14')
const UPLOADS = '/api/uploads?limit=200'

test('the overview’s answers are on their way before the overview is', () => {
  const search = '?period=last-month&basis=order&store=s1'
  expect(firstQuestions('/', search, { today, role: 'owner' })).toEqual([
    '/api/me',
    UPLOADS,
    '/api/pnl?from=2026-07-01&to=2026-07-31&store=s1&basis=order&group=total',
    '/api/pnl?from=2026-06-01&to=2026-06-30&store=s1&basis=order&group=total',
    '/api/discrepancies?store=s1&state=open&limit=1',
    '/api/pnl?from=2026-07-01&to=2026-07-31&store=s1&basis=order&group=day',
  ])
})

test('an overview that compares with nothing asks for no other days', () => {
  const asked = firstQuestions('/', '?compare=none', { today, role: 'owner' })
  expect(asked.filter((question) => question.startsWith('/api/pnl'))).toEqual([
    '/api/pnl?from=2026-04-01&to=2026-08-14&basis=payment&group=total',
    '/api/pnl?from=2026-04-01&to=2026-08-14&basis=payment&group=month',
  ])
})

test('an address that says nonsense asks what the screen will ask: this financial year', () => {
  const asked = firstQuestions('/profit', '?from=tomorrow&to=never', { today, role: 'owner' })
  expect(asked).toContain('/api/pnl?from=2026-04-01&to=2026-08-14&basis=payment&group=total')
})

test('orders are asked for as the address wants them', () => {
  const asked = firstQuestions('/orders', '?bucket=paid&q=%26x', { today, role: 'accountant' })
  expect(asked).toContain('/api/orders?bucket=paid&q=%26x&limit=100')
})

test('who packs parcels asks for no money, and a screen without a list of its own only who is there', () => {
  expect(firstQuestions('/', '', { today, role: 'packer' })).toEqual(['/api/me'])
  expect(firstQuestions('/settings', '', { today, role: 'packer' })).toEqual(['/api/me'])
  expect(firstQuestions('/help', '', { today, role: 'owner' })).toEqual(['/api/me'])
})

const asked: string[] = []
beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('fetch', (address: string, { method = 'GET' } = {}) => {
    asked.push(`${method} ${address}`)
    return Promise.resolve(Response.json(asked.length))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  delete window.ahead
})

test('an answer asked for with the page is taken once; after that it is asked for anew', async () => {
  askAhead([UPLOADS], {})
  expect(await (await fetchKept(UPLOADS)).json()).toBe(1)
  expect(await (await fetchKept(UPLOADS)).json()).toBe(2)
  expect(asked).toEqual([`GET ${UPLOADS}`, `GET ${UPLOADS}`])
})

test('an answer asked for with the page is read to its end before anybody takes it', async () => {
  const words = vi.spyOn(Response.prototype, 'text')
  askAhead([UPLOADS], {})
  await vi.waitFor(() => expect(words).toHaveBeenCalledTimes(1))
  expect(await (await fetchKept(UPLOADS)).json()).toBe(1)
  // What was refused is read by its words, and those are there as well.
  askAhead([UPLOADS], {})
  expect(await (await fetchKept(UPLOADS)).text()).toBe('2')
  expect(words).toHaveBeenCalledTimes(2)
  words.mockRestore()
})

test('nothing that was asked before a change is shown after it', async () => {
  askAhead([UPLOADS], {})
  await fetchKept('/api/uploads/u1', { method: 'DELETE' })
  expect(await (await fetchKept(UPLOADS)).json()).toBe(3)
})

test('of a page that takes half a minute to come, everything is asked for anew', async () => {
  vi.useFakeTimers()
  askAhead([UPLOADS], {})
  vi.advanceTimersByTime(29_999)
  expect(takeAhead(UPLOADS)).toBeDefined()

  askAhead([UPLOADS], {})
  vi.advanceTimersByTime(30_000)
  expect(takeAhead(UPLOADS)).toBeUndefined()
  vi.useRealTimers()
})
