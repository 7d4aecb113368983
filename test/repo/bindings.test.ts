import ts from 'typescript'
import { expect, test } from 'vitest'
import { localSecrets } from '../../scripts/local-stack.mjs'
import { exists, listFiles, readText } from './tree'

type Entry = { readonly config: string; readonly name: string; readonly comment: boolean }

// Pages reads its own file; both are held to the same rule.
const configs = ['wrangler.toml', 'web/wrangler.toml'].filter(exists)
const entries = configs.flatMap((config) => listEntries(config, readText(config)))
const bound = entries.filter(({ config }) => config === 'wrangler.toml').map(({ name }) => name)
const declared = listBindings()

test('every binding, consumer and variable says in a comment who uses it', () => {
  expect(entries.length).toBeGreaterThan(5)
  expect(entries.filter(({ comment }) => !comment)).toEqual([])
})

test('what wrangler.toml binds is what the Worker declares, and nothing else', () => {
  const bindings = bound.filter((name) => /^[A-Z]/.test(name))
  const secrets = Object.keys(localSecrets)
  expect([...bindings, ...secrets].sort()).toEqual([...declared].sort())
})

test('docs/deploy.md names every secret', () => {
  const guide = readText('docs/deploy.md')
  expect(Object.keys(localSecrets).filter((name) => !guide.includes(name))).toEqual([])
})

test('every binding is used by the Worker', () => {
  const worker = listFiles()
    .filter((path) => /^(worker|db|engine)\/.*\.ts$/.test(path) && path !== 'worker/env.ts')
    .map(readText)
    .join('\n')
  // A ledger is opened by the number on the workspace's row, so its own name appears nowhere.
  const unused = declared.filter((name) => !name.startsWith('LEDGER_') && !worker.includes(name))
  expect(unused).toEqual([])
})

/** Each block's comment stands directly above it, or above the line for a plain variable. */
function listEntries(config: string, text: string): Entry[] {
  const found: Entry[] = []
  let comment = false
  let table = ''
  for (const line of text.split('\n')) {
    const header = /^\[+([^\]]+)\]+/.exec(line)?.[1]
    if (line.startsWith('#')) comment = true
    else if (header !== undefined) table = header
    const name = /^(?:binding|queue|name) = "([^"]+)"/.exec(line)?.[1]
    const variable = table === 'vars' ? /^([A-Z_]+) =/.exec(line)?.[1] : undefined
    const entry = variable ?? (table === '' ? undefined : name)
    if (entry !== undefined && !isQueueOfProducer(table, line))
      found.push({ config, name: entry, comment })
    if (line === '') comment = false
  }
  return found
}

function isQueueOfProducer(table: string, line: string): boolean {
  return table === 'queues.producers' && line.startsWith('queue')
}

function listBindings(): string[] {
  const source = ts.createSourceFile('env.ts', readText('worker/env.ts'), ts.ScriptTarget.ESNext)
  return source.statements
    .filter(ts.isTypeAliasDeclaration)
    .filter(({ name, type }) => name.text === 'Bindings' && ts.isTypeLiteralNode(type))
    .flatMap(({ type }) => (type as ts.TypeLiteralNode).members)
    .map((member) => (member.name as ts.Identifier).text)
}
