import { addDays, dayInIndia } from '#core/dates'
import { expect, test } from 'vitest'
import { figures, operations, takesDay, urlOf } from '../support/worker/figures'
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

test('every figure takes the day on which it was known; what does not is listed here, and is none', () => {
  const without = operations.filter((each) => !takesDay(each)).map(({ path }) => path)
  expect(without.toSorted()).toEqual(Object.keys(NO_FIGURES).toSorted())
  expect(figures.length).toBeGreaterThan(30)
})

test.each(figures)('$path refuses a day that there is not', async (operation) => {
  const { request } = await newWorkspace()
  for (const day of ['2026-02-30', 'yesterday', '2026-8-1', '']) {
    const response = await request(urlOf(operation, { knownOn: day }))
    expect(response.status, day).toBe(400)
    const { fields } = await response.json<{ fields: { path: string }[] }>()
    expect(fields.map(({ path }) => path)).toEqual(['knownOn'])
  }
})

test.each(figures)('$path answers a past day, and says which', async (operation) => {
  const { request } = await newWorkspace()
  const yesterday = addDays(dayInIndia(new Date()), -1)
  const response = await request(urlOf(operation, { knownOn: yesterday }))
  // Nothing is known of any sub-order here, and nothing is wrong with it.
  if (operation.path.includes('{')) return expect(response.status).toBe(404)
  expect(response.status).toBe(200)
  if (!('application/json' in (operation.responses['200']?.content ?? {}))) return
  expect((await response.json<{ knownOn: string }>()).knownOn).toBe(yesterday)
})
