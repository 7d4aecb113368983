import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { isBarrel, listImports } from './imports'
import { listFiles, readText } from './tree'

type Rule = {
  readonly ours: readonly string[]
  /** Folders of ours of which only types may be taken. */
  readonly types: readonly string[]
  readonly packages: readonly string[]
}

const RULES: Record<string, Rule> = {
  core: { ours: [], types: [], packages: [] },
  db: { ours: ['core'], types: [], packages: ['drizzle-orm'] },
  engine: { ours: ['core', 'db'], types: [], packages: [] },
  worker: {
    ours: ['engine', 'db', 'core'],
    types: [],
    packages: [
      'hono',
      '@hono/zod-validator',
      'zod',
      '@oslojs/crypto',
      '@oslojs/encoding',
      '@oslojs/otp',
      '@oslojs/webauthn',
      'node:crypto',
      'client-zip',
      'jose',
      'cloudflare:workers',
    ],
  },
  cli: { ours: ['engine', 'db', 'core'], types: ['worker'], packages: ['node:sqlite'] },
  web: {
    ours: ['core'],
    types: ['worker'],
    packages: ['solid-js', '@solidjs/router', '@kobalte/core', 'virtua', 'hono', 'uqr'],
  },
}

const files = listFiles()
const folderOf = (path: string) => path.split('/', 1)[0] ?? ''
const sources = files.filter((path) => /\.tsx?$/.test(path))
const ruled = sources.filter((path) => folderOf(path) in RULES)

test('there is something to hold to the rules', () => {
  expect(ruled.length).toBeGreaterThan(20)
})

// Whoever comes first parses every source file of the project.
const PARSING_MS = 120_000

test(
  'a folder imports only the folders and packages that the table in ARCHITECTURE.md allows',
  () => {
    const broken = ruled.flatMap((path) =>
      listImports(path, readText(path))
        .filter((one) => !isAllowed(path, one.from, one.typeOnly))
        .map((one) => `${path} imports ${one.from}`),
    )
    expect(broken).toEqual([])
  },
  PARSING_MS,
)

test(
  'nobody imports a test',
  () => {
    const broken = sources
      .filter((path) => folderOf(path) !== 'test')
      .filter((path) =>
        listImports(path, readText(path)).some(({ from }) => /#test\/|\/test\//.test(from)),
      )
    expect(broken).toEqual([])
  },
  PARSING_MS,
)

test('a crossing between folders is visible: #folder across, relative inside', () => {
  const broken = ruled.flatMap((path) =>
    listImports(path, readText(path))
      .filter(({ from }) => crossesSilently(path, from) || from.startsWith(`#${folderOf(path)}/`))
      .map(({ from }) => `${path} imports ${from}`),
  )
  expect(broken).toEqual([])
})

test(
  'no file is only a door to other files',
  () => {
    expect(sources.filter((path) => isBarrel(path, readText(path)))).toEqual([])
  },
  PARSING_MS,
)

test('core never asks for the time or for chance', () => {
  const asks = /\bnew Date\(\)|\bDate\.now\(|\bperformance\.now\(|\bMath\.random\(/
  const broken = ruled.filter((path) => folderOf(path) === 'core' && asks.test(readText(path)))
  expect(broken).toEqual([])
})

test('the same imports are found however they are written', () => {
  const text = `
    import type { A } from '#core/a'
    import { b, type B } from './b'
    export { c } from '../c'
    type D = import('#worker/d').D
    const e = await import('./e')
  `
  expect(listImports('web/x.ts', text)).toEqual([
    { from: '#core/a', typeOnly: true },
    { from: './b', typeOnly: false },
    { from: '../c', typeOnly: false },
    { from: '#worker/d', typeOnly: true },
    { from: './e', typeOnly: false },
  ])
})

function isAllowed(path: string, from: string, typeOnly: boolean): boolean {
  const rule = RULES[folderOf(path)]!
  if (from.startsWith('#')) {
    const folder = folderOf(from.slice(1))
    return rule.ours.includes(folder) || (typeOnly && rule.types.includes(folder))
  }
  // What a relative import may reach is the next test's question; styles are not code.
  if (from.startsWith('.')) return true
  return typeOnly || rule.packages.some((name) => from === name || from.startsWith(`${name}/`))
}

function crossesSilently(path: string, from: string): boolean {
  if (!from.startsWith('.')) return false
  return folderOf(posix.join(posix.dirname(path), from)) !== folderOf(path)
}
