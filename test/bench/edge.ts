import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { getCertificate } from '@vitejs/plugin-basic-ssl'
import type { Stack } from '../journeys/stack'

const PACKED = /javascript|css|html|json|svg/
const KEPT = ['cache-control', 'content-security-policy', 'content-type']

/**
 * A server in front of the local one that speaks HTTP/2 and packs what it sends, as the edge does: over
 * HTTP/1.1 a browser asks for six things at a time, and a slow answer holds a file up.
 */
export async function startEdge(stack: Stack): Promise<{ address: string; stop(): void }> {
  const certificate = await getCertificate(join(process.cwd(), '.artifacts', 'certificate'))
  const server = createSecureServer(
    { key: certificate, cert: certificate },
    (request, response) => {
      void pass(stack, request, response).catch(() => response.writeHead(502).end())
    },
  )
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const place = server.address()
  const port = typeof place === 'object' && place !== null ? place.port : 0
  return { address: `https://localhost:${port}`, stop: () => server.close() }
}

/** Only reads pass here: the seller is made on the server itself. */
async function pass(stack: Stack, request: Http2ServerRequest, response: Http2ServerResponse) {
  const { cookie = '' } = request.headers
  const answer = await fetch(`${stack.address}${request.url}`, { headers: { cookie } })
  const type = answer.headers.get('content-type') ?? ''
  const body = Buffer.from(await answer.arrayBuffer())
  const sent = PACKED.test(type) ? gzipSync(body) : body
  const kept = KEPT.flatMap((name) => {
    const value = answer.headers.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  response.writeHead(answer.status, {
    ...Object.fromEntries(kept),
    ...(PACKED.test(type) && { 'content-encoding': 'gzip' }),
    'content-length': sent.length,
  })
  response.end(sent)
}
