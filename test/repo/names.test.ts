import { expect, test } from 'vitest'
import { listFiles } from './tree'

const files = listFiles().filter((path) => !path.startsWith('test/fixtures/'))
const FOLDERS = [
  'core',
  'db',
  'engine',
  'worker',
  'web',
  'scripts',
  'test',
  'docs',
  'cli',
  'extension',
]
const ours = files.filter((path) => FOLDERS.includes(path.split('/', 1)[0] ?? ''))

test('no file or folder has a name that says nothing', () => {
  const empty = /(^|\/)(utils?|helpers?|common|shared|lib|misc|manager|service)(\/|\.[a-z]+$)/
  expect(files.filter((path) => empty.test(path))).toEqual([])
})

test('names are kebab-case; only what a tool names for us is not', () => {
  const tools = [
    /^web\/public\/_(headers|routes\.json|redirects)$/,
    /^web\/functions\/.*\[\[path\]\]\.ts$/,
    // Sample files keep the names that the supplier panel gives them.
    /^web\/public\/sample\//,
    /\/migrations\//,
  ]
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/
  const broken = ours
    .filter((path) => !tools.some((pattern) => pattern.test(path)))
    .filter((path) => !path.split('/').every((part) => part.startsWith('.') || kebab.test(part)))
  expect(broken).toEqual([])
})

test('one name for one thing: no two source files of a folder differ only in number', () => {
  const seen = new Map<string, string>()
  const twins = ours.flatMap((path) => {
    const twin = seen.get(singular(path))
    seen.set(singular(path), path)
    return twin === undefined ? [] : [`${twin} and ${path}`]
  })
  expect(twins).toEqual([])
})

test('a test of core lies where the thing it proves lies', () => {
  const rules = files.filter((path) => /^core\/.*\.ts$/.test(path))
  expect(rules.length).toBeGreaterThan(0)
  const tests = new Set(files.filter((path) => path.startsWith('test/core/')))
  const orphans = [...tests]
    .filter((path) => path.endsWith('.test.ts'))
    .filter((path) => !isBeside(path, rules))
  expect(orphans).toEqual([])
})

function singular(path: string): string {
  return path.replace(/s(\.[a-z.]+)$/, '$1')
}

/** A test is named after a file of core, or after a folder or a fact of a folder that exists there. */
function isBeside(path: string, rules: readonly string[]): boolean {
  const folder = path.slice('test/'.length, path.lastIndexOf('/') + 1)
  return rules.some((rule) => rule.startsWith(folder))
}
