import { expect, test } from 'vitest'
import { listFiles, readText } from './tree'

type Manifest = {
  readonly scripts: Record<string, string>
  readonly dependencies: Record<string, string>
  readonly devDependencies: Record<string, string>
}

const manifest = JSON.parse(readText('package.json')) as Manifest
const versions: Record<string, string> = { ...manifest.dependencies, ...manifest.devDependencies }
const names = Object.keys(versions)

test('every version is exact, so that two installs are one', () => {
  const loose = Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
  expect(loose).toEqual([])
})

test('the lock file names no place to download from', () => {
  expect(readText('package-lock.json')).not.toContain('"resolved"')
})

test('every dependency has its reason in the decision about dependencies', () => {
  const reasons = readText('docs/decisions/0001-dependencies.md')
  expect(names.filter((name) => !reasons.includes(`\`${name}\``))).toEqual([])
})

test('the decision about dependencies names nothing that is gone', () => {
  const rows = readText('docs/decisions/0001-dependencies.md').matchAll(/^\| `([^`]+)` \|/gm)
  expect([...rows].map(([, name]) => name).filter((name) => !names.includes(name!))).toEqual([])
})

test('every script that package.json runs is there', () => {
  const files = listFiles()
  const named = Object.values(manifest.scripts).flatMap(
    (line) => line.match(/scripts\/[\w-]+\.mjs/g) ?? [],
  )
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((path) => !files.includes(path))).toEqual([])
})
