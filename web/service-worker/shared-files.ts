import {
  CAME_HEADER,
  NAME_HEADER,
  type Refusal,
  refusalOf,
  SHARE_FIELD,
  SHARED_STORE,
} from '../offline/stores'

/** Keeps what another app shared until the page sends it, with or without a network. */
export async function takeShared(request: Request): Promise<Response> {
  const outcome = await takeFiles(request)
  return Response.redirect(`/imports?shared=${outcome}`, 303)
}

async function takeFiles(request: Request): Promise<Refusal | 'waiting'> {
  try {
    const form = await request.formData()
    const files = form.getAll(SHARE_FIELD).filter((each) => each instanceof File && each.size > 0)
    return await keepFiles(files.filter((each) => each instanceof File))
  } catch {
    return 'no-room'
  }
}

async function keepFiles(files: readonly File[]): Promise<Refusal | 'waiting'> {
  const store = await caches.open(SHARED_STORE)
  const refusal = refusalOf(
    files.map(({ size }) => size),
    await measure(store),
  )
  if (refusal !== undefined) return refusal
  const keys: string[] = []
  try {
    for (const file of files) {
      const key = `/shared-files/${crypto.randomUUID()}`
      keys.push(key)
      await store.put(key, stored(file))
    }
    return 'waiting'
  } catch {
    // All or none: half of what was shared would be taken for all of it.
    await Promise.all(keys.map((key) => store.delete(key)))
    return 'no-room'
  }
}

function stored(file: File): Response {
  const headers = {
    [NAME_HEADER]: encodeURIComponent(file.name),
    [CAME_HEADER]: String(Date.now()),
    'content-length': String(file.size),
  }
  return new Response(file, { headers })
}

async function measure(store: Cache): Promise<{ files: number; bytes: number }> {
  const found = await Promise.all((await store.keys()).map((key) => store.match(key)))
  const sizes = found.map((each) => Number(each?.headers.get('content-length')))
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}
