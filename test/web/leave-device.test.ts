import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { beginOverview, fetchKept, leaveDevice } from '../../web/offline/kept-answers'
import { SHARED_STORE } from '../../web/offline/stores'

/** A browser's stores of answers, in memory; the DOM of these tests has none. */
class Stores {
  readonly #all = new Map<string, Map<string, Response>>()
  readonly delete = (name: string) => Promise.resolve(this.#all.delete(name))
  names = () => [...this.#all.keys()]
  texts = () =>
    Promise.all(
      [...this.#all.values()].flatMap((kept) =>
        [...kept.values()].map((answer) => answer.clone().text()),
      ),
    )
  readonly open = (name: string) => {
    const kept = this.#all.get(name) ?? new Map<string, Response>()
    this.#all.set(name, kept)
    return Promise.resolve({
      match: (path: string) => Promise.resolve(kept.get(path)?.clone()),
      put: (path: string, answer: Response) => Promise.resolve(void kept.set(path, answer)),
      delete: (path: string) => Promise.resolve(kept.delete(path)),
      keys: () =>
        Promise.resolve(
          [...kept.keys()].map((path) => ({ url: `https://app.example.test${path}` })),
        ),
    })
  }
}

const ME = { user: { id: 'asha' }, workspace: { id: 'textiles', role: 'owner' } }
let stores: Stores
let answer: () => Promise<Response>

beforeEach(() => {
  stores = new Stores()
  vi.stubGlobal('caches', stores)
  vi.stubGlobal('fetch', () => answer())
})
afterEach(() => vi.unstubAllGlobals())

/** Asha has looked at her overview, and has shared a file with the app. */
async function lookedAtOverview() {
  const end = beginOverview()
  answer = () => Promise.resolve(Response.json(ME))
  await fetchKept('/api/me')
  answer = () => Promise.resolve(Response.json({ netProfit: 12_345_678 }))
  await fetchKept('/api/pnl?from=2026-01-01&to=2026-01-31')
  end()
  await stores.open(SHARED_STORE)
  await vi.waitFor(async () => expect((await stores.texts()).join(' ')).toContain('12345678'))
}

const offline = () => Promise.reject(new TypeError('no network'))

test('without a network the overview is there, until its owner signs out', async () => {
  await lookedAtOverview()
  answer = offline
  const kept = await fetchKept('/api/me')
  expect(await kept.json()).toEqual(ME)

  await leaveDevice()
  expect(stores.names()).toEqual([])
  await expect(fetchKept('/api/me')).rejects.toThrow('no network')
  expect(await stores.texts()).toEqual([])
})

test('a session that has ended elsewhere takes what it showed away', async () => {
  await lookedAtOverview()
  answer = () => Promise.resolve(Response.json({ code: 'not-signed-in' }, { status: 401 }))
  await fetchKept('/api/me')
  expect((await stores.texts()).join(' ')).not.toContain('12345678')
})
