import { expect } from 'vitest'

/** What only our insides say: frames of a stack, names of libraries, a value that is not there. */
const INSIDES = /\bat .+:\d+:\d+|SQLITE|D1_ERROR|drizzle|hono|zod|\bjose\b|\/worker\/|undefined/i

/** Whatever was sent, the answer is one we meant to give, in our words. */
export async function expectNoHarm(what: string, response: Response): Promise<void> {
  expect([what, response.status < 500]).toEqual([what, true])
  const text = await response.text()
  expect(text).not.toMatch(INSIDES)
  if (response.status < 400) return
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  if (text !== '') expect(JSON.parse(text)).toMatchObject({ status: response.status })
}
