import { expect, test } from 'vitest'
import { openPage, useBrowser } from './browser'
import { chooseFiles, filesOf, signUp, untilRead } from './seller'

declare global {
  interface Window {
    ahead?: ReadonlyMap<string, unknown>
  }
}

useBrowser()

const PERIOD = 'from=2026-06-01&to=2026-09-03'

test('each main screen takes what was asked with its page, and asks nothing twice', async () => {
  const page = await openPage('phone', { serviceWorkers: 'block' })
  await signUp(page)
  await page.goto('/imports')
  const files = filesOf('seller-2026', /^(Orders_|.*PREVIOUS_PAYMENT).*(csv|zip)$/)
  await chooseFiles(page, files)
  await untilRead(page, files.length)
  // Until the verdicts are there, the screens ask for them again and again.
  await expect
    .poll(async () => (await page.request.get('/api/reconciliation')).text(), { timeout: 60_000 })
    .toContain('"isUpToDate":true')

  for (const path of [`/?${PERIOD}`, `/profit?${PERIOD}`, '/orders', '/reconcile', '/imports']) {
    const asked: string[] = []
    const note = (request: { url(): string }) => {
      const { pathname, search } = new URL(request.url())
      if (pathname.startsWith('/api/')) asked.push(pathname + search)
    }
    page.on('request', note)
    await page.goto(path, { waitUntil: 'networkidle' })
    page.off('request', note)
    const left = await page.evaluate(() => [...(window.ahead?.keys() ?? ['nothing was asked'])])
    expect({ path, left }).toEqual({ path, left: [] })
    expect({ path, asked: asked.toSorted() }).toEqual({
      path,
      asked: [...new Set(asked)].toSorted(),
    })
    expect(asked.length).toBeGreaterThan(2)
  }
})

test('whoever has signed out is asked nothing ahead', async () => {
  const page = await openPage('desktop')
  await signUp(page)
  await page.goto('/')
  await page.getByRole('link', { name: 'Settings' }).first().click()
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.goto('/')
  await page.waitForURL(/welcome|sign-in/)
  expect(await page.evaluate(() => window.ahead)).toBeUndefined()
})
