import { createHash } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { expectNoSidewaysScroll, keepScreen, openPage, useBrowser } from './browser'
import { signUp } from './seller'

useBrowser()

test('the Worker answers through Pages, and says nothing of what it is made of', async () => {
  const response = await fetch(`${inject('address')}/api/health`)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ ok: true })
  expect(response.headers.get('x-powered-by')).toBeNull()
})

test('a page may load nothing from elsewhere and be framed by nobody', async () => {
  const answer = await fetch(`${inject('address')}/`)
  const { headers } = answer
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  // Of scripts in the page itself there is one, and the policy names it.
  const inline = [...(await answer.text()).matchAll(/<script>(.*?)<\/script>/gs)]
  const hashes = inline.map(([, script = '']) => createHash('sha256').update(script))
  expect(hashes).toHaveLength(1)
  expect(policy).toContain(
    `script-src 'self' ${hashes.map((hash) => `'sha256-${hash.digest('base64')}'`).join(' ')};`,
  )
})

test.each([
  ['desktop', 'light'],
  ['desktop', 'dark'],
  ['phone', 'light'],
  ['phone', 'dark'],
] as const)('the first page stands on a %s, %s', async (device, colorScheme) => {
  const page = await openPage(device, { colorScheme })
  await page.goto('/sign-up')
  await page.getByRole('heading', { name: 'Create your account' }).waitFor()
  await expectNoSidewaysScroll(page)
  await keepScreen(page, `sign-up-${device}-${colorScheme}`)
})

test('a new seller signs up, logs out, and comes back with the same words', async () => {
  const page = await openPage('desktop')
  const { email, password } = await signUp(page)
  await page.getByRole('link', { name: 'Settings' }).first().click()
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()

  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('link', { name: 'Files' }).first().waitFor()
})
