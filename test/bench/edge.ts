import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import type { OutgoingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { getCertificate } from '@vitejs/plugin-basic-ssl'
import type { Stack } from '../journeys/stack'

const PACKED = /javascript|css|html|json|svg/
const PASSED = ['cache-control', 'content-security-policy', 'content-type']

/**
 * A server in front of the local one that speaks HTTP/2 and packs what it sends, as the edge does: over
 * HTTP/1.1 a browser asks for six things at a time, and a slow answer holds a file up. What was asked once
 * is answered again after the time that it took, so that the server's work does not slow the browser down
 * that shares this machine with it.
 */
export async function startEdge(stack: Stack): Promise<{ address: string; stop(): void }> {
  const certificate = await getCertificate(join(process.cwd(), '.artifacts', 'certificate'))
  const kept = new Map<string, Answer>()
  const server = createSecureServer(
    { key: certificate, cert: certificate },
    (request, response) => {
      void pass({ stack, kept }, request, response).catch(() => response.writeHead(502).end())
    },
  )
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const place = server.address()
  const port = typeof place === 'object' && place !== null ? place.port : 0
  return { address: `https://localhost:${port}`, stop: () => server.close() }
}

type Answer = {
  readonly status: number
  readonly headers: OutgoingHttpHeaders
  readonly body: Buffer
  /** Until the server had answered; nothing for a file, which the edge holds itself. */
  readonly tookMs: number
}

/** Only reads pass here: the seller is made on the server itself. */
async function pass(
  { stack, kept }: { readonly stack: Stack; readonly kept: Map<string, Answer> },
  request: Http2ServerRequest,
  response: Http2ServerResponse,
): Promise<void> {
  const { cookie = '' } = request.headers
  const before = kept.get(request.url)
  if (before !== undefined) await setTimeout(before.tookMs)
  const answer = before ?? (await ask(stack, request.url, cookie))
  kept.set(request.url, answer)
  response.writeHead(answer.status, answer.headers)
  response.end(answer.body)
}

async function ask({ address }: Stack, path: string, cookie: string): Promise<Answer> {
  const started = performance.now()
  const answer = await fetch(`${address}${path}`, { headers: { cookie } })
  const isPacked = PACKED.test(answer.headers.get('content-type') ?? '')
  const bytes = Buffer.from(await answer.arrayBuffer())
  const tookMs = path.startsWith('/api/') ? performance.now() - started : 0
  const body = isPacked ? gzipSync(bytes) : bytes
  const headers: OutgoingHttpHeaders = {
    'content-length': body.length,
    ...(isPacked && { 'content-encoding': 'gzip' }),
  }
  for (const name of PASSED) {
    const value = answer.headers.get(name)
    if (value !== null) headers[name] = value
  }
  return { status: answer.status, headers, body, tookMs }
}
