import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import * as access from '../../web/locales/en/access'
import { account } from '../../web/locales/en/account'
import { books } from '../../web/locales/en/books'
import { details } from '../../web/locales/en/details'
import * as parcels from '../../web/locales/en/parcels'
import { WORDS_OF, type WordsName } from '../../web/locales/words-of'

const WEB = join(import.meta.dirname, '../../web')
const SOME = Object.entries({ access, account, books, details, parcels }).flatMap(([name, words]) =>
  Object.keys(words).map((key) => [key, name] as const),
)
const NAME_OF = new Map<string, string>(SOME)

type Source = {
  readonly needed: readonly string[]
  readonly later: readonly string[]
  text: string
}

function read(path: string): Source {
  const text = readFileSync(path, 'utf8')
  const find = (pattern: RegExp) =>
    [...text.matchAll(pattern)].flatMap(([, name = '']) => {
      const base = resolve(dirname(path), name)
      return [`${base}.ts`, `${base}.tsx`].filter((file) => existsSync(file))
    })
  return {
    text,
    needed: find(/^(?:import|export)\s(?!type\b)[^;']*?from '(\.[^']+)'/gm),
    later: find(/import\('(\.[^']+)'\)/g),
  }
}

/** What a file says that does not come with every screen, with all that it imports, at once or later. */
function saidBy(entry: string, { withLater }: { readonly withLater: boolean }): string[] {
  const files = new Set([resolve(WEB, entry)])
  const said = new Set<string>()
  for (const file of files) {
    if (file.includes('/locales/')) continue
    const { text, needed, later } = read(file)
    for (const [, key = ''] of text.matchAll(/\btext\.(\w+)/g)) {
      const name = NAME_OF.get(key)
      if (name !== undefined) said.add(name)
    }
    for (const next of [...needed, ...(withLater ? later : [])]) files.add(next)
  }
  return [...said].toSorted()
}

const app = readFileSync(join(WEB, 'app.tsx'), 'utf8')
const screens = [...app.matchAll(/screen\(\s*'([^']+)',\s*\(\) => import\('\.\/([^']+)'\)/g)].map(
  ([, path = '', file = '']) => ({ path, file: `${file}.tsx` }),
)

test('every address of the dashboard is read from its routes', () => {
  expect(screens.length).toBeGreaterThan(30)
  const paths = new Set(screens.map(({ path }) => path))
  expect(Object.keys(WORDS_OF).filter((path) => !paths.has(path))).toEqual([])
})

test.each(screens)('$path is drawn only with all the words that it says', ({ path, file }) => {
  const none: readonly WordsName[] = []
  expect(saidBy(file, { withLater: true })).toEqual((WORDS_OF[path] ?? none).toSorted())
})

test('the build fetches ahead the words of every name that there is', () => {
  const build = readFileSync(join(WEB, '../scripts/ahead.mjs'), 'utf8')
  const [, names = ''] = /^const NAMES = \[(.*)\]$/m.exec(build) ?? []
  expect([...names.matchAll(/'(\w+)'/g)].map(([, name]) => name)).toEqual([
    ...new Set(SOME.map(([, name]) => name)),
  ])
})

test('what comes with every screen says only what comes with every screen', () => {
  expect(saidBy('start.tsx', { withLater: false })).toEqual([])
})
