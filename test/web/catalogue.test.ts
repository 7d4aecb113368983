import { SAMPLE_FILES } from '#core/sample-seller'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { definitions } from '../../web/locales/en/definitions'
import { text } from '../../web/locales/text'

const WEB = join(import.meta.dirname, '../../web')
const SPOKEN = new Set(['title', 'placeholder', 'alt', 'aria-label', 'aria-description', 'label'])

const screens = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx') && !name.startsWith('dist'))
  .map((name) => ({ name, source: readFileSync(join(WEB, name), 'utf8') }))

test('no screen has words of its own, or a style that the policy would refuse', () => {
  expect(screens.length).toBeGreaterThan(30)
  const found = screens.flatMap(({ name, source }) =>
    findings(ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true)).map(
      (finding) => `${name}: ${finding}`,
    ),
  )
  expect(found).toEqual([])
})

function findings(file: ts.SourceFile): string[] {
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(node.text.trim())
    if (ts.isJsxAttribute(node)) found.push(...attributeFindings(node, file))
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function attributeFindings(node: ts.JsxAttribute, file: ts.SourceFile): string[] {
  const name = node.name.getText(file)
  if (name === 'style' || name === 'innerHTML') return [name]
  const isWritten = node.initializer && ts.isStringLiteral(node.initializer)
  return isWritten && SPOKEN.has(name) && node.initializer.text
    ? [`${name}=${node.initializer.text}`]
    : []
}

test('the page itself has no inline script and no inline style', () => {
  const html = readFileSync(join(WEB, 'index.html'), 'utf8')
  expect(html).not.toMatch(/<style|style=|\son\w+=/)
  expect([...html.matchAll(/<script(?![^>]*\ssrc=)/g)]).toEqual([])
})

test('every figure that a screen names has a definition', () => {
  const asked = Object.keys({ ...text.figures.lines })
  expect(asked.filter((name) => !definitions[name])).toEqual([])
})

test('every sample file is there to be fetched', () => {
  const there = new Set(readdirSync(join(WEB, 'public/sample')))
  expect(SAMPLE_FILES.filter((name) => !there.has(name))).toEqual([])
  expect(there.size).toBe(SAMPLE_FILES.length)
})
