import { SAMPLE_FILES } from '#core/sample-seller'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { definitions } from '../../web/locales/en/definitions'
import { text } from '../../web/locales/text'

const WEB = join(import.meta.dirname, '../../web')
const SPOKEN = new Set(['title', 'placeholder', 'alt', 'aria-label', 'aria-description', 'label'])

/** Words of its own: letters between tags, a spoken attribute, or text that reads like a sentence. */
const sources = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/^(?:dist|locales|functions)\b/.test(name))
  .map((name) => ({ name, source: readFileSync(join(WEB, name), 'utf8') }))

test('no screen has words of its own, or a style that the policy would refuse', () => {
  expect(sources.length).toBeGreaterThan(60)
  const found = sources.flatMap(({ name, source }) =>
    findings(ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true)).map(
      (finding) => `${name}: ${finding}`,
    ),
  )
  expect(found).toEqual(['language.ts: हिन्दी', 'language.ts: ગુજરાતી'])
}, 60_000)

function findings(file: ts.SourceFile): string[] {
  const found: string[] = []
  const visit = (node: ts.Node) => {
    // A thrown error is for us: Trouble never shows its text.
    if (ts.isNewExpression(node) && node.expression.getText(file).endsWith('Error')) return
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(node.text.trim())
    if (ts.isJsxAttribute(node)) found.push(...attributeFindings(node, file))
    else if (isSentence(node)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** Text between tags, a label, or several words that begin or end like a sentence, in any script. */
function isSentence(node: ts.Node): node is ts.StringLiteralLike | ts.TemplateLiteralToken {
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateLiteralToken(node)) return false
  const { parent } = node
  if (ts.isJsxExpression(parent) && !ts.isJsxAttribute(parent.parent))
    return /\p{L}/u.test(node.text)
  if (ts.isPropertyAssignment(parent) && SPOKEN.has(parent.name.getText()))
    return /\p{L}/u.test(node.text)
  return /^\p{Lu}\p{L}*[,:]? \p{L}|\p{L} \p{L}+[.!?]$|\p{Lo}/u.test(node.text)
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
