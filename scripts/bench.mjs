// Runs test/bench one after the other, each in its own process, and prints one table.
// `npm run bench -- read-sheet` runs only those whose file name has the word.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { cpus } from 'node:os'
import { build } from 'vite'
import { artifacts, fail, nodePath, root, run } from './project.mjs'

const source = join(root, 'test', 'bench')
const out = join(artifacts, 'bench')
const words = process.argv.slice(2)

const names = readdirSync(source)
  .filter((file) => file.endsWith('.ts') && exportsRun(join(source, file)))
  .map((file) => file.slice(0, -3))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .sort()
if (names.length === 0) fail('There is no such bench.')

process.stdout.write(`${cpus()[0]?.model ?? 'Unknown processor'}, ${cpus().length} cores\n`)
await bundle()
const rows = []
for (const name of names) rows.push(...(await measure(name)))
print(rows)
if (rows.some(({ met }) => met === 'no')) process.exitCode = 1

function exportsRun(file) {
  return /^export (async )?function run\b/m.test(readFileSync(file, 'utf8'))
}

/** One plain ESM file each: the project's own imports are resolved here, packages stay outside. */
async function bundle() {
  const input = Object.fromEntries(names.map((name) => [name, join(source, `${name}.ts`)]))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node22',
      outDir: out,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { input, output: { entryFileNames: '[name].mjs' } },
    },
  })
}

async function measure(name) {
  process.stdout.write(`${name}…\n`)
  const call =
    'import(process.argv[1]).then((m) => m.run()).then((f) => console.log(JSON.stringify(f)))'
  const file = join(out, `${name}.mjs`)
  const { code, output } = await run([nodePath(), '--expose-gc', '-e', call, file], { minutes: 30 })
  if (code !== 0) {
    process.stdout.write(`${output}\n`)
    return [{ name: `${name} failed`, value: '', peer: '', limit: '', met: 'no' }]
  }
  return JSON.parse(output.trim().split('\n').at(-1)).map(toRow)
}

function toRow({ name, value, unit, peer, limit }) {
  return {
    name,
    value: `${readable(value)} ${unit}`,
    peer: peer ? `${peer.name}: ${readable(peer.value)}` : '',
    limit: limit ? describe(limit) : '',
    met: limit ? (isMet(value, limit) ? 'yes' : 'no') : '',
  }
}

function describe(limit) {
  return 'atMost' in limit ? `≤ ${readable(limit.atMost)}` : `≥ ${readable(limit.atLeast)}`
}

function isMet(value, limit) {
  return 'atMost' in limit ? value <= limit.atMost : value >= limit.atLeast
}

function readable(value) {
  const digits = Math.abs(value) >= 100 ? 0 : 2
  return value.toLocaleString('en-IN', { maximumFractionDigits: digits })
}

function print(lines) {
  const all = [
    { name: 'figure', value: 'value', peer: 'peer', limit: 'limit', met: 'met' },
    ...lines,
  ]
  const width = (key) => Math.max(...all.map((line) => line[key].length))
  const widths = {
    name: width('name'),
    value: width('value'),
    peer: width('peer'),
    limit: width('limit'),
  }
  process.stdout.write('\n')
  for (const { name, value, peer, limit, met } of all) {
    const cells = [
      name.padEnd(widths.name),
      value.padStart(widths.value),
      peer.padEnd(widths.peer),
      limit.padStart(widths.limit),
      met,
    ]
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`)
  }
}
