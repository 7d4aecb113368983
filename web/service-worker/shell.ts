/** Written in by the build: its own name, its entry, and what its first screens are made of. */
declare const SHELL_BUILD: string
declare const SHELL_ENTRY: string
declare const SHELL_FILES: readonly string[]

const PREFIX = 'shell-'
const STORE = `${PREFIX}${SHELL_BUILD}`
const PAGE = '/'
// A phone that has bars and no network would wait for a minute; the page of the last visit is better.
const PATIENCE_MS = 4_000

export async function openShell(): Promise<void> {
  const store = await caches.open(STORE)
  await store.addAll(SHELL_FILES.map((path) => new Request(path, { cache: 'no-cache' })))
  const page = await fetch(PAGE, { cache: 'no-cache' })
  // While a deployment spreads, a page and a worker of two builds may meet; the next visit tries again.
  if (!page.ok || !(await page.clone().text()).includes(SHELL_ENTRY)) {
    throw new Error('The page is of another build.')
  }
  await store.put(PAGE, page)
}

export async function dropOtherBuilds(): Promise<void> {
  const names = await caches.keys()
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== STORE)
  await Promise.all(others.map((name) => caches.delete(name)))
}

/** Named by what is in it, so that it never changes; or one of the few files beside them. */
export function isOfShell(pathname: string): boolean {
  return pathname.startsWith('/assets/') || SHELL_FILES.includes(pathname)
}

/** The newest page while there is a network, and this build's without one. */
export async function pageOrShell(event: FetchEvent): Promise<Response> {
  const fresh = freshPage(event)
  const patience = new Promise<undefined>((resolve) => {
    setTimeout(resolve, PATIENCE_MS)
  })
  const first = await Promise.race([fresh.catch(() => undefined), patience])
  if (first) return first
  const store = await caches.open(STORE)
  return (await store.match(PAGE)) ?? fresh
}

async function freshPage(event: FetchEvent): Promise<Response> {
  // Asked for while this worker was still starting.
  const preloaded: unknown = await event.preloadResponse
  return preloaded instanceof Response ? preloaded : fetch(event.request)
}

export async function shellFile(request: Request): Promise<Response> {
  const store = await caches.open(STORE)
  const known = await store.match(request)
  if (known) return known
  const response = await fetch(request)
  if (isKeepable(request.url, response)) await store.put(request, response.clone())
  return response
}

/** Files that a page loaded before it had a worker, such as its language. */
export async function keepLoaded(paths: readonly string[]): Promise<void> {
  const store = await caches.open(STORE)
  const ours = paths.filter(isOfShell).map((path) => new Request(path))
  await Promise.all(ours.map((request) => shellFileUnlessKnown(store, request)))
}

async function shellFileUnlessKnown(store: Cache, request: Request): Promise<void> {
  if (await store.match(request)) return
  const response = await fetch(request)
  if (isKeepable(request.url, response)) await store.put(request, response)
}

/** An asset that is gone is answered with the page, which must not be taken for it. */
function isKeepable(url: string, response: Response): boolean {
  const isPage = response.headers.get('content-type')?.includes('text/html') ?? true
  return response.ok && !isPage && new URL(url).pathname.startsWith('/assets/')
}
