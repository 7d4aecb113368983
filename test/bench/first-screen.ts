import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import type { BenchFigure } from './figure'

const KB = 1000
const LIMIT_KB = 90
const LANGUAGES = ['en', 'hi', 'gu']

/**
 * Scripts the browser must have before the first screen shows: that of the page itself, the entry, the
 * dashboard that it starts, its overview, and the words of one language.
 */
export async function run(): Promise<BenchFigure[]> {
  const outDir = join(process.cwd(), '.artifacts', 'first-screen')
  await build({ logLevel: 'error', build: { outDir, emptyOutDir: true, manifest: true } })
  // Safe because Vite has just written the manifest.
  const manifest = JSON.parse(readFileSync(join(outDir, '.vite/manifest.json'), 'utf8')) as Manifest
  const sizeOf = (file: string) => gzipSync(readFileSync(join(outDir, file))).byteLength
  const [, inline = ''] =
    /<script>(.*?)<\/script>/s.exec(readFileSync(join(outDir, 'index.html'), 'utf8')) ?? []
  const inlineSize = gzipSync(inline).byteLength
  return LANGUAGES.map((language) => {
    const files = new Set<string>()
    for (const name of ['boot', 'start', 'overview-page', language])
      collect(manifest, keyOf(manifest, name), files)
    return {
      name: `first screen in ${language}: JS of ${files.size} files, gzip`,
      value: [...files].reduce((sum, file) => sum + sizeOf(file), inlineSize) / KB,
      unit: 'KB',
      limit: { atMost: LIMIT_KB },
    }
  })
}

/** By the name that the build's groups give, or the page's own. */
function keyOf(manifest: Manifest, name: string): string {
  const found = Object.keys(manifest).find((key) => manifest[key]?.name === name)
  if (found === undefined) throw new Error(`The build has no ${name}`)
  return found
}

type Manifest = Record<string, { file: string; name?: string; imports?: string[] }>

function collect(manifest: Manifest, name: string, files: Set<string>): void {
  const chunk = manifest[name]
  if (chunk === undefined || files.has(chunk.file)) return
  if (chunk.file.endsWith('.js')) files.add(chunk.file)
  for (const next of chunk.imports ?? []) collect(manifest, next, files)
}
