import { createSignal } from 'solid-js'
import { afterPaint } from '../after-paint'
import { dropAhead, takeAhead } from '../ahead/answers'
import { readWhole } from '../ahead/whole-answer'
import { fetchConfirmed } from '../confirmation'
import { endSession, leave, ownerNow, rememberRole, setOwner } from './owner'
import { OVERVIEW_STORE, SHARED_STORE } from './stores'

const ME = '/api/me'
/** Under no path of the API, so that no answer can be taken for it. */
const ADDRESS = '/kept-overview'
const KEPT_AT = 'x-kept-at'
const OWNER = 'x-owner'
// One overview asks ten things; a few changes of its dates stay beside it.
const MOST_ANSWERS = 40
// A session that nobody uses ends after so long, and what it showed with it.
const MOST_AGE_MS = 7 * 86_400_000

/** When each answer now shown was kept; what came over the network is not in it. */
const [keptTimes, setKeptTimes] = createSignal<ReadonlyMap<string, number>>(new Map())
let openOverviews = 0
/** What is being written and thrown away, one after the other: nobody waits for it but who reads. */
let storing: Promise<unknown> = Promise.resolve()

function inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
  const done = storing.then(act)
  storing = done.catch(() => undefined)
  return done
}

/** The oldest moment that something on the screen is from; nothing while all of it is fresh. */
export function keptSince(): number | undefined {
  const times = [...keptTimes().values()]
  return times.length === 0 ? undefined : Math.min(...times)
}

/** Before everything is asked anew: what is kept then says so again. */
export function forgetKeptTimes(): void {
  setKeptTimes(new Map())
}

/** From here on answers are the overview's; the result ends it. */
export function beginOverview(): () => void {
  openOverviews += 1
  return () => {
    openOverviews -= 1
  }
}

/**
 * fetch() for our API. Who is signed in and what the overview shows are kept on the device, for when there
 * is no network; nothing else ever is. An ended session takes it away.
 */
export async function fetchKept(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const path = pathToKeep(input, init)
  try {
    const response = await fetchOnce(input, init)
    if (response.status === 401) {
      endSession()
      await dropAll()
    }
    return path !== undefined && response.ok ? await keep(path, response) : response
  } catch (error) {
    const kept = path && (await findKept(path))
    if (!path || !kept) throw error
    setKeptTimes((times) => new Map(times).set(path, kept.at))
    return kept.response
  }
}

/** What index.html asked already comes from there. */
function fetchOnce(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const address = addressToRead(input, init)
  // What is asked after a change must not be answered from before it.
  if (address === undefined) dropAhead()
  return (address && takeAhead(address)) || fetchConfirmed(input, init)
}

/** At sign-out, and when somebody enters another workspace: nothing of before stays on the device. */
export async function leaveDevice(): Promise<void> {
  leave()
  await dropAll()
  if ('caches' in window) await caches.delete(SHARED_STORE)
}

async function dropAll(): Promise<void> {
  forgetKeptTimes()
  if ('caches' in window) await inTurn(() => caches.delete(OVERVIEW_STORE))
}

/** Which days and which store the overview had, so that it can be opened again on a later day. */
export async function rememberOverview(search: string): Promise<void> {
  if (keptSince() === undefined) await put(ADDRESS, JSON.stringify({ search }))
}

export async function findOverview(): Promise<string | undefined> {
  const kept = await findKept(ADDRESS)
  const saved: unknown = await kept?.response.json()
  const isSaved = typeof saved === 'object' && saved !== null && 'search' in saved
  return isSaved && typeof saved.search === 'string' ? saved.search : undefined
}

function pathToKeep(input: RequestInfo | URL, init?: RequestInit): string | undefined {
  if (!('caches' in window)) return undefined
  const address = addressToRead(input, init)
  const isWanted = address === ME || (openOverviews > 0 && address?.startsWith('/api/'))
  return isWanted ? address : undefined
}

/** Path and parameters of what is only read; nothing for a change. */
function addressToRead(input: RequestInfo | URL, init?: RequestInit): string | undefined {
  if ((init?.method ?? 'GET') !== 'GET') return undefined
  const url = new URL(input instanceof Request ? input.url : input, window.location.origin)
  return `${url.pathname}${url.search}`
}

/** The screen has the answer while it is still being written; a clone would come to it many tasks later. */
async function keep(path: string, response: Response): Promise<Response> {
  const answer = await readWhole(response)
  if (path === ME) meet(toPerson(await answer.json()))
  if (keptTimes().has(path)) {
    setKeptTimes((times) => new Map([...times].filter(([each]) => each !== path)))
  }
  void put(path, await answer.text())
  return answer
}

/** Somebody else's answers go before the first of this person's comes. */
function meet({ owner, role }: Person): void {
  setOwner(owner)
  rememberRole(role)
  const part = async () => {
    const before = await (await openStore()).match(ME)
    if (before && before.headers.get(OWNER) !== owner) await caches.delete(OVERVIEW_STORE)
  }
  // A store that cannot be read holds nothing to part with.
  inTurn(part).catch(() => undefined)
}

type Person = { readonly owner: string; readonly role: string }

function toPerson(me: unknown): Person {
  // Safe because only the answer of our own route comes here; whatever else is in it is not looked at.
  const { user, workspace } = me as {
    user: { id: string }
    workspace: { id: string; role: string }
  }
  const { role } = workspace
  return { owner: [user.id, workspace.id, role].join(' '), role }
}

async function put(path: string, body: string): Promise<void> {
  const owner = ownerNow()
  if (owner === undefined || !('caches' in window)) return
  const headers = new Headers({
    'content-type': 'application/json',
    [KEPT_AT]: String(Date.now()),
    [OWNER]: owner,
  })
  const write = async () => {
    const store = await openStore()
    // Signed out while the answer came: it is nobody's.
    if (ownerNow() !== owner) return
    await store.delete(path)
    await store.put(path, new Response(body, { headers }))
    await dropOldest(store)
  }
  // What the answer draws goes first.
  await new Promise<void>(afterPaint)
  // A full device keeps nothing, and the screen has its answer all the same.
  await inTurn(write).catch(() => undefined)
}

/** Keys come in the order they were put. */
async function dropOldest(store: Cache): Promise<void> {
  const keys = await store.keys()
  const answers = keys.filter(({ url }) => ![ME, ADDRESS].includes(new URL(url).pathname))
  const over = answers.slice(0, Math.max(answers.length - MOST_ANSWERS, 0))
  await Promise.all(over.map((key) => store.delete(key)))
}

/** Only what was kept for the person of the kept `me`, and only for as long as their session may live. */
async function findKept(path: string): Promise<{ response: Response; at: number } | undefined> {
  const [me, found] = await inTurn(async () => {
    const store = await openStore()
    return Promise.all([store.match(ME), store.match(path)])
  })
  if (!me || !found || me.headers.get(OWNER) !== found.headers.get(OWNER)) return undefined
  const at = Number(found.headers.get(KEPT_AT))
  if (Date.now() - Number(me.headers.get(KEPT_AT)) > MOST_AGE_MS || Date.now() - at > MOST_AGE_MS) {
    await dropAll()
    return undefined
  }
  return { response: found, at }
}

function openStore(): Promise<Cache> {
  return caches.open(OVERVIEW_STORE)
}
