import { cleanup, render } from '@solidjs/testing-library'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createSignal } from 'solid-js'
import ts from 'typescript'
import { afterEach, expect, test } from 'vitest'
import { businessDate } from '#core/dates'
import { FreshnessLine } from '../../web/components/freshness-line'

afterEach(cleanup)

const WEB = join(import.meta.dirname, '../../web')

test('the line that says how far files reach follows them', () => {
  const [ordersTo, setOrdersTo] = createSignal(businessDate('2026-06-30'))
  const { container } = render(() => (
    <FreshnessLine freshness={{ ordersTo: ordersTo(), paymentsTo: null }} />
  ))
  expect(container.textContent).toContain('Orders to 30 Jun')
  setOrdersTo(businessDate('2026-08-31'))
  expect(container.textContent).toContain('Orders to 31 Aug')
})

// Solid calls such a function once, and follows only what is written as tags in it.
test('what stands between the tags of a condition is drawn by tags, so that it follows its value', () => {
  const found = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') && !name.startsWith('dist'))
    .flatMap((name) => {
      const source = readFileSync(join(WEB, name), 'utf8')
      return frozenIn(ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true))
    })
  expect(found).toEqual([])
})

function frozenIn(file: ts.SourceFile): string[] {
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isJsxElement(node) && isCondition(node.openingElement)) {
      const children = node.children
        .filter(ts.isJsxExpression)
        .flatMap(({ expression }) => expression ?? [])
        .filter(ts.isArrowFunction)
      for (const { parameters, body } of children)
        if (parameters.length > 0 && !isDrawn(body)) {
          const { line } = file.getLineAndCharacterOfPosition(body.getStart())
          found.push(`${file.fileName}:${line + 1}`)
        }
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function isCondition({ tagName, attributes }: ts.JsxOpeningElement): boolean {
  const isKeyed = attributes.properties.some((each) => each.name?.getText() === 'keyed')
  return ['Show', 'Match'].includes(tagName.getText()) && !isKeyed
}

function isDrawn(body: ts.ConciseBody | ts.Expression | undefined): boolean {
  if (body === undefined) return false
  if (ts.isParenthesizedExpression(body)) return isDrawn(body.expression)
  if (ts.isBlock(body)) {
    const last = body.statements.at(-1)
    return last !== undefined && ts.isReturnStatement(last) && isDrawn(last.expression)
  }
  return ts.isJsxElement(body) || ts.isJsxSelfClosingElement(body) || ts.isJsxFragment(body)
}
