import { expect, test } from 'vitest'
import { safeBack } from '../../web/components/access-form'
import { troubleWords } from '../../web/components/face'
import { apiUrl } from '../../web/api-url'
import { ApiProblem, toProblem } from '../../web/request'

test('parameters without a value stay out of the address', () => {
  expect(apiUrl('/settlements', { q: '', sku: undefined, sort: '-sale' })).toBe(
    '/api/settlements?sort=-sale',
  )
  expect(apiUrl('/me')).toBe('/api/me')
})

test('a problem of ours is read with its fields', () => {
  const body = JSON.stringify({
    code: 'invalid-request',
    detail: 'Some fields are missing.',
    fields: [{ path: 'email', detail: 'This is not an e-mail address.' }, 'noise'],
  })
  const problem = toProblem(400, body)
  expect(problem).toMatchObject({ status: 400, code: 'invalid-request' })
  expect(problem.fields).toEqual([{ path: 'email', detail: 'This is not an e-mail address.' }])
})

test.each(['<html>Bad gateway</html>', '', 'null', '[1]'])(
  'a body that is no problem of ours, %o, gives no words of its own',
  (body) => {
    expect(troubleWords(toProblem(502, body))).toMatchObject({
      title: 'Something went wrong on our side',
      detail: 'Nothing was lost. Please try again in a minute.',
    })
  },
)

test('an error of the page never shows its own text', () => {
  expect(troubleWords(new TypeError('x is not a function')).detail).not.toContain('function')
})

test('a lost network has a face of its own, and a server’s number is told', () => {
  expect(troubleWords(new ApiProblem(0, 'offline', ''))).toMatchObject({ offline: true })
  expect(troubleWords(new ApiProblem(500, '', 'Sorry.', [], '7a1')).small).toContain('7a1')
})

test('a refusal is told in the words of the answer', () => {
  const words = troubleWords(new ApiProblem(409, 'conflict', 'This file is of another supplier.'))
  expect(words.detail).toBe('This file is of another supplier.')
})

test.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
  'signing in never leads out, not even to %o',
  (back) => {
    expect(safeBack(back)).toBe('/')
  },
)

test('signing in leads back to where one was', () => {
  expect(safeBack('/profit?basis=order')).toBe('/profit?basis=order')
})

test('what the service cannot explain is said once, and not again below its title', () => {
  const detail = 'Something went wrong on our side. Nothing was lost.'
  const words = troubleWords(toProblem(500, JSON.stringify({ code: 'internal-error', detail })))
  expect(words.title).toBe('Something went wrong on our side')
  expect(words.detail).toBe('Nothing was lost. Please try again in a minute.')
})
