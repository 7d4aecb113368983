import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectNoSidewaysScroll, keepScreen, openPage, untilStill, useBrowser } from './browser'
import { openStatement, readStatement } from './profit'
import { rupees, signUp, truthOf, untilSampleIsRead } from './seller'

useBrowser()

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const PAGES = [
  ['/welcome', 'What did your Meesho shop really earn?'],
  ['/help', 'Help'],
  ['/glossary', 'Glossary'],
] as const

test.each([
  ['desktop', 'light'],
  ['desktop', 'dark'],
  ['phone', 'light'],
  ['phone', 'dark'],
] as const)(
  'who has no account can read every public page: %s, %s',
  async (device, colorScheme) => {
    const page = await openPage(device, { colorScheme })
    for (const [path, heading] of PAGES) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      await expectNoSidewaysScroll(page)
      expect(await findViolations(page), path).toEqual([])
      await keepScreen(page, `${path.slice(1)}-${device}-${colorScheme}`)
      await keepScreen(page, `${path.slice(1)}-whole-${device}-${colorScheme}`, true)
    }
  },
)

test('the bare address shows a visitor what this is, and any other asks to sign in', async () => {
  const page = await openPage('phone')
  await page.goto('/')
  await page.getByRole('heading', { name: 'What did your Meesho shop really earn?' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/welcome')

  await page.goto('/profit')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(new URL(page.url()).searchParams.get('back')).toBe('/profit')
})

test.each(['desktop', 'phone'] as const)(
  'from the landing to the sample without an account, and from there to an own one, on a %s',
  async (device) => {
    const page = await openPage(device)
    await page.goto('/welcome')
    await page.getByRole('button', { name: 'Look around with sample data' }).click()
    await page.getByText('This is a made-up seller.').waitFor()
    await untilSampleIsRead(page)
    await page.reload()
    await openStatement(page, '2026-06-01', '2026-09-30')
    const { settlement } = truthOf('seller-2026').total
    expect((await readStatement(page))['Settlement']!.at(-1)).toBe(rupees(settlement!))
    await expectNoSidewaysScroll(page)
    await keepScreen(page, `visitor-profit-${device}`)

    await page.goto('/imports')
    await page.getByText('gst_2454257_8_2026.zip').first().waitFor()
    expect(await page.locator('input[type=file]').count()).toBe(0)
    await page.goto('/settings')
    await page.getByText('This is for people with an account').waitFor()
    await keepScreen(page, `visitor-settings-${device}`)
    await page.getByRole('link', { name: 'Create your account' }).first().click()
    await page.getByRole('heading', { name: 'Create your account' }).waitFor()
    await signUp(page)
    await page.getByRole('button', { name: 'Try with sample data' }).waitFor()
    expect(await page.getByText('This is a made-up seller.').count()).toBe(0)
  },
)

test('the glossary is searched, and an entry has an address of its own', async () => {
  const page = await openPage('desktop')
  await page.goto('/glossary')
  await page.getByRole('searchbox', { name: 'Search a word or a figure' }).fill('194-O')
  await expect.poll(() => page.getByRole('article').count()).toBeLessThan(5)
  await page.getByRole('link', { name: 'Link to TDS', exact: true }).click()
  await page.waitForURL((url) => url.hash === '#tds')

  await page.goto('/glossary#rule-rto_charged')
  const entry = page.locator('#rule-rto_charged')
  await entry.waitFor()
  await expect.poll(() => isInView(page, '#rule-rto_charged')).toBe(true)
})

test('signed in, help and glossary are a press away, and lead back to the figures', async () => {
  const page = await openPage('desktop')
  await signUp(page)
  await page.getByRole('navigation', { name: 'More' }).getByRole('link', { name: 'Help' }).click()
  await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor()
  await page.getByRole('link', { name: 'What the figures mean' }).click()
  await page.getByRole('heading', { level: 1, name: 'Glossary' }).waitFor()
  await page.getByRole('link', { name: 'Open my figures' }).first().click()
  await page.getByRole('heading', { name: 'Let’s see what you earned' }).waitFor()
})

async function findViolations(page: Page): Promise<string[]> {
  await untilStill(page)
  await page.evaluate(AXE)
  const results = await page.evaluate(
    (rules) =>
      // Safe because the script above has just defined it.
      (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        runOnly: rules,
      }),
    RULES,
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}`),
  )
}

function isInView(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const place = document.querySelector(wanted)?.getBoundingClientRect()
    return place !== undefined && place.top >= 0 && place.top < window.innerHeight
  }, selector)
}
