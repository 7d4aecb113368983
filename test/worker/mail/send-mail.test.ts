import { app } from '#worker/app'
import { compose } from '#worker/mail/letter'
import { lettersEn } from '#worker/mail/letters-en'
import { sendMail } from '#worker/mail/send-mail'
import { mailsTo } from '#test/support/worker/mails'
import { randomId } from '#worker/random'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

const NOW = new Date('2026-04-01T00:00:00Z')
const newMail = () => ({
  ...compose('en', lettersEn.verification('01234567')),
  to: `${randomId()}@example.test`,
})

const read = (origin: string, APP_ORIGIN = '') =>
  app.request(`${origin}/api/local/mails`, {}, { ...env, APP_ORIGIN })

test('a mail says the same as text and as HTML, and fetches nothing from anywhere', () => {
  const { subject, text, html } = newMail()
  expect(subject).not.toContain('01234567')
  expect(text).toContain('\n\n01234567\n\n')
  expect(html).toContain('>01234567<')
  expect(html).not.toMatch(/src=|url\(|<link|<script|https?:/)
})

test('what a letter says is text in HTML, whatever it is', () => {
  const { html } = compose('en', { subject: 'a & b', paragraphs: ['<img src="x">'], end: '"' })
  expect(html).toContain('<title>a &amp; b</title>')
  expect(html).toContain('<p>&lt;img src=&quot;x&quot;&gt;</p><p>&quot;</p>')
})

test('where the service has an address, mails are sent from ours and not kept', async () => {
  const sent: unknown[] = []
  const EMAIL = { send: async (mail: unknown) => void sent.push(mail) } as unknown as SendEmail
  const mail = newMail()
  await sendMail({ ...env, EMAIL, APP_ORIGIN: 'https://app.example.test' }, mail, NOW)
  expect(sent).toEqual([{ ...mail, from: env.MAIL_FROM }])
  expect(await mailsTo(mail.to)).toEqual([])
})

test('a mail that the mail system refuses is an error, so that its job is tried again', async () => {
  const EMAIL = { send: () => Promise.reject(new Error('down')) } as unknown as SendEmail
  const bindings = { ...env, EMAIL, APP_ORIGIN: 'https://a.test' }
  await expect(sendMail(bindings, newMail(), NOW)).rejects.toThrow('down')
})

test('on a local machine mails can be read, and nowhere else', async () => {
  const mail = newMail()
  await sendMail(env, mail, NOW)
  const local = await read('http://localhost:8788')
  expect(local.status).toBe(200)
  const { items } = await local.json<{ items: { to: string }[] }>()
  expect(items).toContainEqual({ ...mail, sentAt: NOW.toISOString() })
  expect((await read('https://app.example.test')).status).toBe(404)
  expect((await read('http://localhost:8788', 'https://app.example.test')).status).toBe(404)
})
