import { app } from '#worker/app'
import { listOperations } from '#worker/openapi'
import { randomId } from '#worker/random'
import * as fc from 'fast-check'
import { test } from 'vitest'
import { z } from 'zod'
import { expectNoHarm } from '../support/worker/no-harm'
import { newWorkspace, type TestRequest } from '../support/worker/workspace'

const routes = listOperations(app.routes)
const withJson = routes.filter(({ targets }) => targets.json !== undefined)
const withQuery = routes.filter(({ method, targets }) => method === 'GET' && targets.query)

// Values that have broken parsers and databases before.
const nasty = fc.constantFrom<unknown>(
  null,
  '',
  '\u0000',
  '\ud800',
  '__proto__',
  'constructor',
  "'; DROP TABLE person; --",
  '%',
  '😀'.repeat(300),
  -0,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  true,
  [],
  {},
  [[]],
  { toString: null },
  '2026-02-30',
  'NaN',
  '٣',
)
const value = fc.oneof(nasty, fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary' }))

function keysOf(schema: z.ZodType | undefined): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
}

/** Any JSON, and objects that have the right keys with the wrong values. */
function bodiesFor(schema: z.ZodType | undefined) {
  const keys = keysOf(schema)
  const shaped = fc.record(Object.fromEntries(keys.map((key) => [key, value])), {
    requiredKeys: [],
  })
  return fc.oneof(value, shaped)
}

test.each(withJson)('$method $path survives any JSON body', async ({ method, path, targets }) => {
  const workspace = await newWorkspace()
  const concrete = path.replaceAll(/:\w+(\{[^}]*\})?/g, randomId())
  await fc.assert(
    fc.asyncProperty(bodiesFor(targets.json), async (json) => {
      const response = await workspace.request(concrete, { method, json } as TestRequest)
      await expectNoHarm(path, response)
    }),
    { numRuns: 60 },
  )
})

test.each(withQuery)('$method $path survives any query', async ({ method, path, targets }) => {
  const workspace = await newWorkspace()
  const concrete = path.replaceAll(/:\w+(\{[^}]*\})?/g, randomId())
  const entries = fc.array(
    fc.tuple(fc.constantFrom('x', ...keysOf(targets.query)), fc.string({ unit: 'grapheme' })),
    { maxLength: 5 },
  )
  await fc.assert(
    fc.asyncProperty(entries, async (query) => {
      const search = new URLSearchParams(query).toString()
      await expectNoHarm(path, await workspace.request(`${concrete}?${search}`, { method }))
    }),
    { numRuns: 60 },
  )
})
