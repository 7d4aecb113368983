import { isOfKnownWords, OUR_WORDS } from '#worker/auth/known-words'
import { isCommonPassword } from '#worker/auth/passwords'
import { newSeller, PASSWORD, TestBrowser } from '#test/support/worker/seller'
import { mailsTo } from '#test/support/worker/mails'
import { deliver } from '#test/support/worker/uploads'
import { randomId } from '#worker/random'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

const ASHA = ['Asha Devi', 'asha.textiles@gmail.com']

test.each([
  'Meesho@2026',
  'trackecom123',
  'TrackEcom-Seller',
  'asha12345',
  'Devi Asha 99',
  '1asha_textiles1',
  'MEESHO asha',
])('“%s” is made of words that anybody would try on this account', (password) => {
  expect(isOfKnownWords(password, ASHA)).toBe(true)
  // The list of common passwords would have let it through.
  expect(isCommonPassword(password)).toBe(false)
})

test.each(['meesho kaju katli', 'ashram1234', 'devils 2026', PASSWORD, '98765 43210'])(
  '“%s” has more in it than that',
  (password) => {
    expect(isOfKnownWords(password, ASHA)).toBe(false)
  },
)

test('a name of one or two letters refuses nothing', () => {
  expect(isOfKnownWords('abababab', ['A B', 'ab@example.test'])).toBe(false)
})

test('whatever stands between our words, they are noticed', () => {
  const between = fc.stringMatching(/^[0-9 .@#_-]{0,4}$/)
  const words = fc.array(fc.tuple(fc.constantFrom(...OUR_WORDS), between), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(words, (parts) => {
      expect(isOfKnownWords(parts.flat().join(''), [])).toBe(true)
      expect(isOfKnownWords(`${parts.flat().join('')}q`, [])).toBe(false)
    }),
  )
})

const refusal = { status: 400, code: 'password-of-known-words' }

test('at sign-up, at a change and after a forgotten password such a password is refused', async () => {
  const email = `${randomId()}@example.test`
  const registration = { name: 'Asha Devi', email, password: 'asha devi 1', isAdult: true }
  const signUp = await new TestBrowser().send('POST', '/api/auth/register', registration)
  expect(await signUp.json()).toMatchObject({ ...refusal, fields: [{ path: 'password' }] })

  const { browser, personId, email: address, logIn } = await newSeller()
  const change = { password: PASSWORD, newPassword: 'asha asha asha' }
  const changed = await browser.send('POST', '/api/auth/change-password', change)
  expect(await changed.json()).toMatchObject({ ...refusal, fields: [{ path: 'newPassword' }] })

  await new TestBrowser().post('/api/auth/forgot-password', { email: address })
  await deliver([{ type: 'mail-reset', personId }])
  const [mail] = await mailsTo(address)
  const token = /#([a-z2-7]+)/.exec(mail!.text)![1]!
  const reset = (password: string) =>
    new TestBrowser().send('POST', '/api/auth/reset-password', { token, password })
  expect(await (await reset('meesho asha 26')).json()).toMatchObject(refusal)
  expect((await logIn()).response.status).toBe(200)
  // The link is not spent by it.
  expect((await reset('besan laddu 8')).ok).toBe(true)
})
