import { openDb } from '#db/client'
import { people } from '#db/control/schema/people'
import { mailsTo } from '#test/support/worker/mails'
import { newSeller, TestBrowser } from '#test/support/worker/seller'
import { deliver } from '#test/support/worker/uploads'
import { newWorkspace } from '#test/support/worker/workspace'
import { LANGUAGES, languageOf, lettersFor } from '#worker/mail/language'
import { compose, type Letters } from '#worker/mail/letter'
import { NOTICES } from '#worker/mail/notices'
import { randomId } from '#worker/random'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

const HREF = 'https://app.example.test/x'
const all = (letters: Letters) => [
  letters.verification('01234567'),
  letters.reset(HREF),
  letters.emailCode('01234567'),
  letters.emailAsked(HREF),
  letters.emailChanged(HREF),
  ...NOTICES.map((notice) => letters.notice(notice, HREF)),
]
const SCRIPT = { en: /[a-z]/, hi: /\p{Script=Devanagari}/u, gu: /\p{Script=Gujarati}/u }

test.each(LANGUAGES)(
  'every mail in %s is in its own script, and each has its own words',
  (language) => {
    const letters = lettersFor(language)
    const composed = all(letters).map((letter) => compose(letters.language, letter))
    expect(composed).toHaveLength(11)
    expect(new Set(composed.map(({ subject }) => subject)).size).toBe(11)
    for (const { subject, text, html } of composed) {
      expect(subject).toMatch(SCRIPT[language])
      expect(html).toContain(`<html lang="${language}">`)
      expect(text).not.toMatch(/undefined/)
      const words = text.replaceAll(HREF, '').replaceAll('TrackEcom', '')
      if (language !== 'en') expect(words).not.toMatch(/[a-z]/i)
    }
  },
)

test('a code and a link stand in the mail in every language', () => {
  for (const language of LANGUAGES) {
    const letters = lettersFor(language)
    expect(compose(language, letters.verification('01234567')).text).toContain('\n\n01234567\n\n')
    expect(compose(language, letters.reset(HREF)).text).toContain(`:\n${HREF}\n`)
  }
})

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['*', 'en'],
  ['fr-FR,fr;q=0.9', 'en'],
  ['hi', 'hi'],
  ['hi-IN,hi;q=0.9,en-IN;q=0.8', 'hi'],
  ['gu-IN, gu;q=0.9, hi;q=0.8, en;q=0.7', 'gu'],
  ['en;q=0.2, gu;q=0.9', 'gu'],
  ['hi;q=0, en', 'en'],
  ['fr, hi;q=0.5', 'hi'],
  [';;;,q=9,hi;q=x', 'hi'],
  ['x'.repeat(5000), 'en'],
])('a browser that asks for %j gets mails in %s', (header, language) =>
  expect(languageOf(header)).toBe(language),
)

test('who registers with a Gujarati browser is written to in Gujarati', async () => {
  const email = `${randomId()}@example.test`
  const json = { name: 'આશા', email, password: 'kaju katli 7', isAdult: true }
  const browser = new TestBrowser()
  const headers = { 'accept-language': 'gu-IN,gu;q=0.9,en;q=0.8' }
  const response = await browser.send('POST', '/api/auth/register', json, { headers })
  const { user } = await response.json<{ user: { id: string; language: string } }>()
  expect(user.language).toBe('gu')
  await deliver([{ type: 'mail-verification', personId: user.id }])
  const [mail] = await mailsTo(email)
  expect(mail!.subject).toBe('TrackEcom માટે તમારો કોડ')
})

test('the language of one’s mails can be changed, to one that we write', async () => {
  const workspace = await newWorkspace()
  const change = (json: object) => workspace.request('/api/me', { method: 'PATCH', json })
  expect(await (await change({ language: 'hi' })).json()).toMatchObject({
    user: { language: 'hi', name: 'Asha' },
  })
  expect((await change({ language: 'fr' })).status).toBe(400)
  await deliver([{ type: 'mail-reset', personId: workspace.personId }])
  expect((await mailsTo(workspace.email))[0]!.subject).toBe('TrackEcom का नया पासवर्ड')
  const row = await openDb(env.DB).select().from(people).where(eq(people.id, workspace.personId))
  expect(row).toMatchObject([{ language: 'hi' }])
})

test('a changed password is told to its owner, whichever way it was changed', async () => {
  const { browser, email, personId } = await newSeller()
  const json = { password: 'kaju katli 7', newPassword: 'soan papdi 9' }
  await browser.send('POST', '/api/auth/change-password', json)
  await deliver([{ type: 'mail-notice', personId, notice: 'password-changed' }])
  expect((await mailsTo(email))[0]!.subject).toBe('Your password for TrackEcom was changed')
})

test('who is gone gets no mail', async () => {
  const gone = { personId: randomId(), changeId: randomId() }
  const before = (await env.UPLOADS.list({ prefix: 'local-mail/' })).objects.length
  await deliver([
    { type: 'mail-notice', personId: gone.personId, notice: 'passkey-added' },
    { type: 'mail-email-change', about: 'code', changeId: gone.changeId },
  ])
  expect((await env.UPLOADS.list({ prefix: 'local-mail/' })).objects.length).toBe(before)
})
