import { expect, test } from 'vitest'
import { exists, readText } from './tree'

const DOCUMENTS = ['docs/threat-model.md', 'docs/asvs.md']
const ROW = /^\| (\d+\.\d+\.\d+) +\| (.+?) +\| (met|not applicable|open) +\| (.+?) +\|$/gm

/** How many requirements of levels 1 and 2 each chapter of ASVS 5.0.0 has, V1 first. */
const CHAPTERS = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7]

type Named = { readonly document: string; readonly file: string; readonly tests: string[] }

/** Each file of tests that a document names, with the tests in “…” that follow it: `file` “one” and “two”. */
function namedTests(document: string): Named[] {
  const pattern = /`(test\/[\w./-]+\.test\.tsx?)`((?: (?:and )?“[^”]+”)*)/g
  return [...readText(document).matchAll(pattern)].map(([, file = '', names = '']) => ({
    document,
    file,
    tests: [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name),
  }))
}

/** Quotes are escaped in a test's source only where they must be; none of ours needs it. */
function hasTest(source: string, name: string): boolean {
  return ["'", '"', '`'].some((quote) => source.includes(`${quote}${name}${quote}`))
}

function rows() {
  return [...readText('docs/asvs.md').matchAll(ROW)].map(
    ([, id = '', , state = '', shown = '']) => {
      return { id, state, shown }
    },
  )
}

function count(state: string): number {
  return rows().filter((row) => row.state === state).length
}

test.each(DOCUMENTS)('every test that %s names is there', (document) => {
  const named = namedTests(document)
  expect(named.length).toBeGreaterThan(20)
  const broken = named.flatMap(({ file, tests }) => {
    if (!exists(file)) return [file]
    const source = readText(file)
    return tests.filter((name) => !hasTest(source, name)).map((name) => `${file}: ${name}`)
  })
  expect(broken).toEqual([])
})

test.each(DOCUMENTS)('every quotation in %s follows the file that has the test', (document) => {
  const quoted = [...readText(document).matchAll(/“[^”…]+”/g)].length
  expect(namedTests(document).flatMap(({ tests }) => tests)).toHaveLength(quoted)
})

test('every requirement of levels 1 and 2 is judged once, chapter by chapter', () => {
  const ids = rows().map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const counts = CHAPTERS.map(
    (_, index) => ids.filter((id) => id.startsWith(`${index + 1}.`)).length,
  )
  expect(counts).toEqual(CHAPTERS)
})

test('the sums at the top are those of the table', () => {
  const sums = `${count('met')} are met, ${count('not applicable')} do not apply, ${count('open')} are open`
  expect(readText('docs/asvs.md')).toContain(sums)
})
