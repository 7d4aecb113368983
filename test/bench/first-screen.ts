import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import type { BenchFigure } from './figure'

const KB = 1000
const LIMIT_KB = 90

/** Scripts the browser must have before the first screen shows: the entry and all it imports at once. */
export async function run(): Promise<BenchFigure[]> {
  const outDir = join(process.cwd(), '.artifacts', 'first-screen')
  await build({ logLevel: 'error', build: { outDir, emptyOutDir: true, manifest: true } })
  // Safe because Vite has just written the manifest.
  const manifest = JSON.parse(readFileSync(join(outDir, '.vite/manifest.json'), 'utf8')) as Manifest
  const files = new Set<string>()
  for (const [name, chunk] of Object.entries(manifest))
    if (chunk.isEntry) collect(manifest, name, files)
  for (const name of Object.keys(manifest))
    if (/overview-page/.test(name)) collect(manifest, name, files)
  const bytes = [...files].map((file) => gzipSync(readFileSync(join(outDir, file))).byteLength)
  const total = bytes.reduce((sum, size) => sum + size, 0)
  return [
    {
      name: `first screen: JS of ${files.size} files, gzip`,
      value: total / KB,
      unit: 'KB',
      limit: { atMost: LIMIT_KB },
    },
  ]
}

type Manifest = Record<string, { file: string; isEntry?: boolean; imports?: string[] }>

function collect(manifest: Manifest, name: string, files: Set<string>): void {
  const chunk = manifest[name]
  if (chunk === undefined || files.has(chunk.file)) return
  if (chunk.file.endsWith('.js')) files.add(chunk.file)
  for (const next of chunk.imports ?? []) collect(manifest, next, files)
}
