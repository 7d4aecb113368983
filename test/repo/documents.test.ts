import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { exists, listFiles, readText } from './tree'

const files = listFiles()
const documents = files.filter((path) => /^(docs\/.*|[A-Z]+)\.md$/.test(path))
const BINARY = /\.(png|ico|woff2|xlsx|zip|jpg|webp)$/

test('the documents are there', () => {
  for (const path of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/glossary.md']) {
    expect(documents).toContain(path)
  }
})

test('README is read in one go: at most 120 lines', () => {
  expect(readText('README.md').split('\n').length).toBeLessThanOrEqual(121)
})

test('a newcomer sees in the first screen of README how to start and how to check', () => {
  const firstScreen = readText('README.md').split('\n').slice(0, 30).join('\n')
  expect(firstScreen).toContain('npm start')
  expect(firstScreen).toContain('npm test')
})

test.each(documents)('every path and link of %s leads somewhere', (document) => {
  const text = readText(document).replaceAll(/^```[\s\S]*?^```/gm, '')
  expect([...brokenLinks(document, text), ...brokenPaths(text)]).toEqual([])
})

test('every command that the documents tell to run is a script of package.json', () => {
  const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> }
  const told = documents.flatMap((path) => [...readText(path).matchAll(/\bnpm run ([a-z-]+)/g)])
  expect(told.map(([, name]) => name!).filter((name) => !(name in scripts))).toEqual([])
})

test('decisions are numbered without a gap', () => {
  const numbers = files.flatMap((path) => /^docs\/decisions\/(\d{4})-/.exec(path)?.[1] ?? [])
  expect(numbers.map(Number)).toEqual(numbers.map((_, index) => index + 1))
})

test('no file names a place of one machine or of one network', () => {
  const places = [
    // A home or work folder, written so that this line does not match itself.
    new RegExp(String.raw`(^|[\s"'(=])/(home|root|Users|work)/[a-z]`, 'm'),
    new RegExp(['registry', 'npmjs', 'org'].join(String.raw`\.`)),
    new RegExp(['deb', 'debian', 'org'].join(String.raw`\.`)),
  ]
  const broken = files
    .filter((path) => !BINARY.test(path) && !path.startsWith('test/fixtures/'))
    .filter((path) => places.some((place) => place.test(readText(path))))
  expect(broken).toEqual([])
})

function brokenLinks(document: string, text: string): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!)
  return targets
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .map((target) => posix.join(posix.dirname(document), target.split('#', 1)[0]!))
    .filter((path) => !exists(path))
}

/** Paths in back ticks: `core/money/paise.ts`, `web/pages/`. A `<noun>` or a `*` in one is a pattern. */
function brokenPaths(text: string): string[] {
  const tops = new Set(
    files.flatMap((path) => (path.includes('/') ? [path.split('/', 1)[0]!] : [])),
  )
  return [...text.matchAll(/`([\w.-]+\/[\w./[\]-]*)`/g)]
    .map(([, path]) => path!)
    .filter((path) => tops.has(path.split('/', 1)[0]!) && !exists(path))
}
