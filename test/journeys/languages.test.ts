import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import {
  type Device,
  keepScreen,
  openPage,
  sidewaysScroll,
  untilStill,
  useBrowser,
} from './browser'
import { chooseFiles, filesOf, signUp, untilRead } from './seller'

useBrowser()

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const NAMES = fileURLToPath(new URL('../web/support/latin-names.json', import.meta.url))
const LATIN = Object.values(JSON.parse(readFileSync(NAMES, 'utf8')) as Record<string, string[]>)
  .flat()
  // Days are written alike in every language; rupees are short in lakh and crore.
  .concat('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec L Cr k English'.split(' '))
  .toSorted((one, other) => other.length - one.length)

const PERIOD = 'from=2026-06-01&to=2026-09-03'
const SCREENS = [
  `/?${PERIOD}`,
  `/profit?${PERIOD}&basis=payment`,
  `/profit?${PERIOD}&group=sku`,
  `/reconcile?${PERIOD}`,
  `/returns?${PERIOD}`,
  `/settlements?${PERIOD}`,
  '/costs',
  '/tax?year=2026&month=2026-07',
  '/imports',
  '/settings',
  '/settings/security',
  '/welcome',
  '/help',
  '/glossary',
]

const LOOKS = [
  { language: 'hi', device: 'phone', own: /\p{Script=Devanagari}/u },
  { language: 'gu', device: 'desktop', own: /\p{Script=Gujarati}/u },
  { language: 'hi', device: 'desktop', own: /\p{Script=Devanagari}/u },
  { language: 'gu', device: 'phone', own: /\p{Script=Gujarati}/u },
] as const satisfies readonly { language: string; device: Device; own: RegExp }[]

test.each(LOOKS)(
  'a seller reads it all in $language: $device',
  async ({ language, device, own }) => {
    const page = await openPage(device)
    const data = listenToData(page)
    await signUp(page)
    await page.goto('/imports')
    const files = filesOf(
      'seller-2026',
      /^Orders_2026-07|PREVIOUS_PAYMENT_2026-0[78].*zip$|completed_|Supplier-/,
    )
    await chooseFiles(page, files)
    await untilRead(page, files.length)

    await page.goto('/settings')
    await page.getByLabel('Language').selectOption(language)
    await page.waitForFunction((lang) => document.documentElement.lang === lang, `${language}-IN`)
    const found: string[] = []
    for (const path of SCREENS) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      const heading = page.getByRole('heading', { level: 1 })
      await heading.waitFor()
      expect(await heading.innerText(), path).toMatch(own)
      await keepScreen(page, `${language}-${path.split('?')[0]}-${path.length}-${device}`)
      found.push(...(await troublesOf(page, data)).map((trouble) => `${path} ${trouble}`))
    }

    // It is the account's: at the next sign-in too, and before it on this device.
    await page.context().clearCookies()
    await page.goto('/sign-in')
    const title = page.getByRole('heading', { level: 1 })
    await title.waitFor()
    expect(await title.innerText()).toMatch(own)
    await keepScreen(page, `${language}-sign-in-${device}`)
    found.push(...(await troublesOf(page, data)).map((trouble) => `/sign-in ${trouble}`))
    expect(found).toEqual([])
  },
)

test('who chooses a language before signing up has it on every device, and no letters too many', async () => {
  const page = await openPage('phone')
  const letters = listenToLetters(page)
  await page.goto('/welcome')
  await page.waitForLoadState('networkidle')
  expect(letters).toEqual([])
  await page.getByRole('combobox').selectOption('gu')
  await page.waitForFunction(() => document.documentElement.lang === 'gu-IN')
  await page.waitForLoadState('networkidle')
  expect(letters).toEqual([expect.stringContaining('gujarati')])

  await page.goto('/sign-up')
  const email = `gujarati-${process.pid}@example.com`
  await page.locator('input[name=name]').fill('આશા પટેલ')
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill('a parcel came back on tuesday')
  await page.getByRole('checkbox').check()
  await page.locator('button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-up'))

  const other = await openPage('desktop')
  await other.goto('/sign-in')
  await other.getByLabel('Email').fill(email)
  await other.getByLabel('Password', { exact: true }).fill('a parcel came back on tuesday')
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await other.waitForFunction(() => document.documentElement.lang === 'gu-IN')
  await other.getByRole('link', { name: 'નફો' }).first().waitFor()
})

/** Font files that the page asks for. */
function listenToLetters(page: Page): string[] {
  const letters: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('.woff2')) letters.push(request.url())
  })
  return letters
}

/** Every text that the API gives as data: SKUs, names, addresses. Its sentences are none. */
function listenToData(page: Page): Set<string> {
  const data = new Set<string>()
  const keep = (value: unknown, key = ''): void => {
    if (typeof value === 'string' && key !== 'detail' && key !== 'title') {
      for (const word of value.match(/[A-Za-z]+/g) ?? []) data.add(word)
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inside] of Object.entries(value)) keep(inside, name)
    }
  }
  page.on('response', (response) => {
    if (response.url().includes('/api/')) response.json().then(keep, () => undefined)
  })
  return data
}

async function troublesOf(page: Page, data: ReadonlySet<string>): Promise<string[]> {
  await untilStill(page)
  const troubles = (await latinWords(page, data)).map((word) => `says “${word}”`)
  troubles.push(...(await findClipped(page)).map((words) => `cuts “${words}”`))
  const reach = await sidewaysScroll(page)
  if (reach > 0)
    troubles.push(`reaches ${reach} px past the right edge: ${await findReaching(page)}`)
  return [...troubles, ...(await findViolations(page))]
}

async function latinWords(page: Page, data: ReadonlySet<string>): Promise<string[]> {
  const lines = await page.evaluate(() => {
    const spoken = Array.from(
      document.querySelectorAll<HTMLElement>('[aria-label], [placeholder], [title]'),
    )
    return [
      document.title,
      ...document.body.innerText.split('\n'),
      ...spoken.flatMap((element) => [
        element.getAttribute('aria-label') ?? '',
        element.getAttribute('placeholder') ?? '',
        element.getAttribute('title') ?? '',
      ]),
    ]
  })
  return [...new Set(lines)].filter((line) => {
    const bare = LATIN.reduce(
      (rest, name) =>
        rest.replaceAll(
          new RegExp(`(?<![A-Za-z])${name.replaceAll(/[.+]/g, '\\$&')}(?![A-Za-z])`, 'g'),
          ' ',
        ),
      line.replaceAll(/“[^”]*”|\S+\.(?:csv|xlsx|zip)\b|\S*_…\S*/g, ' '),
    )
    return (bare.match(/[A-Za-z]+/g) ?? []).some((word) => !data.has(word))
  })
}

/** Words that do not fit into their own button, link or head of a column. */
function findClipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // What only a screen reader says has no room at all.
    const isSeen = (element: Element): boolean =>
      getComputedStyle(element).clipPath === 'none' &&
      (element.parentElement === null || isSeen(element.parentElement))
    const cut: string[] = []
    const boxes = document.querySelectorAll('button, .button, nav a, th, label > span')
    for (const box of Array.from(boxes)) {
      const { left, right, top, bottom } = box.getBoundingClientRect()
      const isCutting = getComputedStyle(box).overflowY !== 'visible'
      const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        const { currentNode } = texts
        const range = document.createRange()
        range.selectNodeContents(currentNode)
        const words = range.getBoundingClientRect()
        const isOut = words.left < left - 1 || words.right > right + 1
        // Letters may reach into the space between lines; that is cut only where the box says so.
        const isHigh = isCutting && (words.top < top - 1 || words.bottom > bottom + 1)
        if (words.width > 0 && (isOut || isHigh) && isSeen(currentNode.parentElement ?? box))
          cut.push(currentNode.textContent ?? '')
      }
    }
    return cut
  })
}

/** The first things past the right edge that lie in no box of their own that scrolls. */
function findReaching(page: Page): Promise<string> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth
    const isBoxed = (element: Element): boolean => {
      const { parentElement } = element
      if (parentElement === null) return false
      return getComputedStyle(parentElement).overflowX !== 'visible' || isBoxed(parentElement)
    }
    return Array.from(document.querySelectorAll('body *'))
      .filter((element) => element.getBoundingClientRect().right > edge + 1 && !isBoxed(element))
      .slice(0, 3)
      .map(({ tagName, className }) => `${tagName}.${className}`)
      .join(' ')
  })
}

async function findViolations(page: Page): Promise<string[]> {
  await untilStill(page)
  await page.evaluate(AXE)
  const results = await page.evaluate(() =>
    // Safe because the script above has just defined it.
    (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    }),
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}`),
  )
}
