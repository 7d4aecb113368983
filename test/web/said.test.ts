import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, expect, test } from 'vitest'
import { loadServiceWords, said } from '../../web/locales/said'
import { service as gu } from '../../web/locales/gu/service-words'
import { service as hi } from '../../web/locales/hi/service-words'
import { toProblem } from '../../web/request'

afterAll(() => loadServiceWords('en'))

const ROOT = join(import.meta.dirname, '../..')
const FOLDERS = ['worker', 'engine', 'core/files', 'core/bank', 'core/meesho'] as const

/** Programs and operators meet these; no screen asks in such a way. */
const NO_SCREEN = new Set([
  'idempotency-key-reused',
  'invalid-idempotency-key',
  'method-not-allowed',
  'not-configured',
  'not-the-extension',
  'slow_down',
  'figure-not-narrowed',
])

type Refusal = { readonly code: string; readonly sentence: string }

/** Each refusal of the service as its source says it, with # for what is only known when it is said. */
const refusals = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .flatMap((name) => refusalsIn(readFileSync(join(ROOT, folder, name), 'utf8'))),
)

test('every refusal that a screen may show is said in Hindi and in Gujarati', () => {
  expect(refusals.length).toBeGreaterThan(90)
  const seen = refusals.filter(({ code }) => !NO_SCREEN.has(code))
  for (const { sentences, byCode } of [hi, gu]) {
    const isSaid = ({ code, sentence }: Refusal) =>
      [sentence, sentence.replaceAll('#', '# MB')].some((each) => Object.hasOwn(sentences, each)) ||
      Object.hasOwn(byCode, code)
    const missing = seen.filter((refusal) => !isSaid(refusal))
    expect(missing).toEqual([])
  }
})

test('both languages translate the same sentences, and each keeps its numbers', () => {
  expect(Object.keys(gu.sentences)).toEqual(Object.keys(hi.sentences))
  expect(Object.keys(gu.byCode)).toEqual(Object.keys(hi.byCode))
  for (const { sentences } of [hi, gu]) {
    const differing = Object.entries(sentences).filter(
      ([english, other]) => marksIn(english) !== marksIn(other),
    )
    expect(differing).toEqual([])
  }
})

test('a file of another supplier is refused in the seller’s language, with both numbers', async () => {
  const sentence =
    'This file is from supplier 117, but the store belongs to supplier 2048. Nothing of it was counted. Choose the right store, or none, and send the file again.'
  expect(said(sentence, 'other-supplier')).toBe(sentence)
  await loadServiceWords('hi')
  expect(said(sentence, 'other-supplier')).toBe(
    'यह फ़ाइल सप्लायर 117 की है, पर स्टोर सप्लायर 2048 का है। इसका कुछ भी नहीं गिना गया। सही स्टोर चुनें, या कोई न चुनें, और फ़ाइल फिर से भेजें।',
  )
})

test('a report that is held back names its columns as the file does', async () => {
  await loadServiceWords('gu')
  const sentence =
    'These columns are missing: “TCS”, “TDS”. We do not know what these money columns mean: “Festival fee”. Nothing in the Order Payments sheet has been counted, so that no figure is wrong.'
  expect(said(sentence, 'columns-missing')).toBe(
    'આ કૉલમ નથી: “TCS”, “TDS”. પૈસાની આ કૉલમનો અર્થ અમે જાણતા નથી: “Festival fee”. આ રિપોર્ટનું કંઈ ગણ્યું નથી, જેથી કોઈ આંકડો ખોટો ન થાય.',
  )
})

test('a form tells in Hindi what is wrong with a field, and what nobody has translated stays', async () => {
  await loadServiceWords('hi')
  const problem = toProblem(
    400,
    JSON.stringify({
      code: 'invalid-request',
      detail: 'Some fields are missing or not as expected.',
      fields: [
        { path: 'name', detail: 'At most 100 characters.' },
        { path: 'kind', detail: 'Choose one of: a, b.' },
      ],
    }),
  )
  expect(problem.message).toBe('कुछ खाने खाली हैं या सही नहीं भरे हैं।')
  expect(problem.fields).toEqual([
    { path: 'name', detail: 'ज़्यादा से ज़्यादा 100 अक्षर।' },
    { path: 'kind', detail: 'Choose one of: a, b.' },
  ])
})

function marksIn(sentence: string): number {
  return sentence.split('#').length
}

function refusalsIn(source: string): Refusal[] {
  if (!/AppError|UnreadableFile|sentence/.test(source)) return []
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true)
  const found: Refusal[] = []
  const visit = (node: ts.Node) => {
    if (ts.isNewExpression(node) && /^(?:AppError|UnreadableFile)$/.test(node.expression.getText()))
      found.push(...ofNew(node))
    if (ts.isObjectLiteralExpression(node)) found.push(...ofObject(node))
    node.forEachChild(visit)
  }
  visit(file)
  return found
}

function ofNew(node: ts.NewExpression): Refusal[] {
  const args = [...(node.arguments ?? [])]
  const at = args.findIndex((each) => ts.isStringLiteral(each))
  const [code, words] = [args[at], args[at + 1]]
  if (at < 0 || code === undefined || words === undefined || !ts.isStringLiteral(code)) return []
  return sentencesOf(words).map((sentence) => ({ code: code.text, sentence }))
}

/** `{ code: 'pdf', sentence: 'This is a PDF.' }` */
function ofObject(node: ts.ObjectLiteralExpression): Refusal[] {
  const valueOf = (name: string) =>
    node.properties.filter(ts.isPropertyAssignment).find((each) => each.name.getText() === name)
      ?.initializer
  const [code, words] = [valueOf('code'), valueOf('sentence') ?? valueOf('detail')]
  if (code === undefined || words === undefined || !ts.isStringLiteral(code)) return []
  return sentencesOf(words).map((sentence) => ({ code: code.text, sentence }))
}

/** A literal, both arms of a choice, or what a constant nearby holds. */
function sentencesOf(node: ts.Expression): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return [marked(node.text)]
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.map(({ literal }) => `#${literal.text}`)
    return [marked([node.head.text, ...spans].join(''))]
  }
  if (ts.isConditionalExpression(node))
    return [...sentencesOf(node.whenTrue), ...sentencesOf(node.whenFalse)]
  const constant = ts.isIdentifier(node) ? constantOf(node) : undefined
  return constant === undefined ? [] : sentencesOf(constant)
}

function constantOf(name: ts.Identifier): ts.Expression | undefined {
  let scope: ts.Node = name.parent
  while (!ts.isSourceFile(scope)) {
    const found = declaredIn(scope, name.text)
    if (found !== undefined) return found
    scope = scope.parent
  }
  return declaredIn(scope, name.text)
}

function declaredIn(scope: ts.Node, name: string): ts.Expression | undefined {
  const found: ts.Expression[] = []
  scope.forEachChild((child) => {
    if (!ts.isVariableStatement(child)) return
    for (const { name: own, initializer } of child.declarationList.declarations)
      if (own.getText() === name && initializer !== undefined) found.push(initializer)
  })
  return found[0]
}

function marked(sentence: string): string {
  return sentence.replaceAll(/\d+(?:[.,]\d+)*/g, '#')
}
