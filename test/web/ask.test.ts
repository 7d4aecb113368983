import { afterEach, expect, test, vi } from 'vitest'
import { api } from '../../web/ask'

const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('{}'))

afterEach(() => fetched.mockClear())

function lastAsked() {
  const [address, init] = fetched.mock.lastCall ?? []
  return { address, init, headers: new Headers(init?.headers) }
}

test('a question is its address: what is not asked is left out, and an empty word is a word', async () => {
  await api.provenance.$get({
    query: { figure: 'ads', from: '2026-08-01', to: '2026-08-31', campaign: '', sku: undefined },
  })
  const { address, init, headers } = lastAsked()
  expect(address).toBe('/api/provenance?figure=ads&from=2026-08-01&to=2026-08-31&campaign=')
  expect(init?.method).toBe('GET')
  expect(init?.body).toBeUndefined()
  expect(headers.get('content-type')).toBeNull()
})

test('a question without words has none in its address', async () => {
  await api.me.$get()
  expect(lastAsked().address).toBe('/api/me')
})

test('what is asked about stands in the path', async () => {
  await api.reports[':report'].rows[':row'].$get({ param: { report: 'r-1', row: '12' } })
  expect(lastAsked().address).toBe('/api/reports/r-1/rows/12')
})

test('a change is sent as JSON, in the language of the page', async () => {
  document.documentElement.lang = 'hi-IN'
  await api.me.$patch({ json: { language: 'hi' } })
  const { address, init, headers } = lastAsked()
  expect(address).toBe('/api/me')
  expect(init?.method).toBe('PATCH')
  expect(init?.body).toBe('{"language":"hi"}')
  expect(headers.get('content-type')).toBe('application/json')
  expect(headers.get('accept-language')).toBe('hi')
})
