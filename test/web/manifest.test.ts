import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const WEB = join(import.meta.dirname, '../../web')
const html = readFileSync(join(WEB, 'index.html'), 'utf8')

type Manifest = {
  readonly display: string
  readonly start_url: string
  readonly theme_color: string
  readonly icons: readonly {
    readonly src: string
    readonly sizes: string
    readonly purpose?: string
  }[]
}
const manifest = JSON.parse(
  readFileSync(join(WEB, 'public/manifest.webmanifest'), 'utf8'),
) as Manifest

/** Width × height from a PNG's first chunk, which always says them. */
function pngSize(path: string): string {
  const bytes = readFileSync(join(WEB, 'public', path))
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG')
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`
}

test('a phone can install the dashboard: it has a name, a start and icons of the sizes it says', () => {
  expect(html).toContain('<link rel="manifest" href="/manifest.webmanifest" />')
  expect(manifest).toMatchObject({ display: 'standalone', start_url: '/' })
  const pictures = manifest.icons.filter(({ src }) => src.endsWith('.png'))
  expect(pictures.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512', '512x512'])
  for (const { src, sizes } of pictures) expect(pngSize(src)).toBe(sizes)
  expect(pngSize('icons/apple-180.png')).toBe('180x180')
})

test('the bar above the page has the colour of the page', () => {
  expect(html).toContain(`content="${manifest.theme_color}"`)
})
