import { addDays, dayInIndia } from '#core/dates'
import { app } from '#worker/app'
import { openApi } from '#worker/openapi'
import { expect, test } from 'vitest'
import { newWorkspace } from '../support/worker/workspace'

/** What is no figure, and answers the same whatever was known. A new one needs a reason as good. */
const NO_FIGURES: Readonly<Record<string, string>> = {
  '/api/health': 'no figure',
  '/api/openapi.json': 'no figure',
  '/.well-known/jwks.json': 'no figure',
  '/api/auth/second-factors': 'no figure',
  '/api/passkeys': 'no figure',
  '/api/local/mails': 'no figure',
  '/api/me': 'no figure',
  '/api/sessions': 'no figure',
  '/api/security-events': 'no figure',
  '/api/tokens': 'no figure',
  '/api/team': 'no figure',
  '/api/workspaces': 'no figure',
  '/api/device/grant': 'no figure',
  '/api/stores': 'no figure',
  '/api/uploads': 'files, and what became of them, are no figures',
  '/api/uploads/{id}': 'one file',
  '/api/uploads/{id}/file': 'one file',
  '/api/uploads/{id}/rejected.csv': 'one file',
  '/api/reports/{report}/rows/{row}': 'one row of one file, which never changes',
  '/api/restatements': 'what changed on the days asked for: it is told by day already',
  '/api/export/archive': 'all there is now, to be taken along',
  '/api/export/decisions.json': 'decisions are no facts of files',
}

/** What a question needs beside the day. */
const ASKED: Readonly<Record<string, string>> = {
  from: '2026-08-01',
  to: '2026-08-31',
  month: '2026-08',
  year: '2026',
  figure: 'netProfit',
  by: 'sku',
  table: '12',
}

type Parameter = { name: string; in: string; required: boolean }
type Operation = {
  parameters: Parameter[]
  responses: Record<string, { content?: Record<string, unknown> }>
}

const operations = Object.entries(openApi(app.routes).paths).flatMap(([path, { get }]) =>
  // Safe because openApi() made it.
  get === undefined ? [] : [{ path, ...(get as Operation) }],
)
const takesDay = ({ parameters }: Operation) => parameters.some(({ name }) => name === 'knownOn')
const figures = operations.filter(takesDay)

function urlOf({ path, parameters }: Operation & { path: string }, day: string): string {
  const query = new URLSearchParams({ knownOn: day })
  for (const { name, in: place, required } of parameters)
    if (place === 'query' && required) query.set(name, ASKED[name] ?? '')
  return `${path.replace('{subOrderNo}', '258077095533022106_1').replace('{id}', 'any')}?${query}`
}

test('every figure takes the day on which it was known; what does not is listed here, and is none', () => {
  const without = operations.filter((each) => !takesDay(each)).map(({ path }) => path)
  expect(without.toSorted()).toEqual(Object.keys(NO_FIGURES).toSorted())
  expect(figures.length).toBeGreaterThan(30)
})

test.each(figures)('$path refuses a day that there is not', async (operation) => {
  const { request } = await newWorkspace()
  for (const day of ['2026-02-30', 'yesterday', '2026-8-1', '']) {
    const response = await request(urlOf(operation, day))
    expect(response.status, day).toBe(400)
    const { fields } = await response.json<{ fields: { path: string }[] }>()
    expect(fields.map(({ path }) => path)).toEqual(['knownOn'])
  }
})

test.each(figures)('$path answers a past day, and says which', async (operation) => {
  const { request } = await newWorkspace()
  const yesterday = addDays(dayInIndia(new Date()), -1)
  const response = await request(urlOf(operation, yesterday))
  // Nothing is known of any sub-order here, and nothing is wrong with it.
  if (operation.path.includes('{')) return expect(response.status).toBe(404)
  expect(response.status).toBe(200)
  if (!('application/json' in (operation.responses['200']?.content ?? {}))) return
  expect((await response.json<{ knownOn: string }>()).knownOn).toBe(yesterday)
})
