import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
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
// WCAG 2.2 AA is what the product promises; the older levels are part of it.
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const PERIOD = 'from=2026-06-01&to=2026-09-03'
const SCREENS = [
  `/?${PERIOD}`,
  `/profit?${PERIOD}&basis=payment`,
  `/profit?${PERIOD}&group=sku`,
  `/settlements?${PERIOD}`,
  `/payouts?${PERIOD}`,
  `/provenance?figure=pnl.fees&${PERIOD}&basis=payment`,
  `/orders?${PERIOD}`,
  '/orders/258066903826327774_1',
  `/reconcile?${PERIOD}`,
  `/returns?${PERIOD}`,
  `/claims?${PERIOD}`,
  `/skus?${PERIOD}`,
  `/ads?${PERIOD}&basis=order`,
  '/costs',
  '/tax?year=2026&month=2026-07',
  '/exports',
  '/imports',
  '/settings',
  '/settings/security',
  '/settings/team',
  '/settings/tokens',
  '/device',
  '/join?token=over',
  '/welcome',
  '/help',
  '/glossary',
]

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

/** `/settings/team?x` → `settings-team`. */
function nameOf(path: string): string {
  const parts = path.split('?')[0]!.split('/').filter(Boolean)
  return parts.length === 0 ? 'overview' : parts.join('-')
}

const LOOKS: readonly (readonly [Device, 'light' | 'dark'])[] = [
  ['desktop', 'light'],
  ['desktop', 'dark'],
  ['phone', 'light'],
  ['phone', 'dark'],
]

test.each(LOOKS)(
  'every screen can be read and used by everyone: %s, %s',
  async (device, colorScheme) => {
    const page = await openPage(device, { colorScheme })
    for (const path of ['/sign-in', '/sign-up']) {
      await page.goto(path)
      await page.getByRole('heading').first().waitFor()
      expect(await findViolations(page), path).toEqual([])
    }
    await signUp(page)
    await page.goto('/imports')
    const files = filesOf(
      'seller-2026',
      /^Orders_2026-07|PREVIOUS_PAYMENT_2026-0[78].*zip$|completed_|Supplier-/,
    )
    await chooseFiles(page, files)
    await untilRead(page, files.length)
    const found: string[] = []
    for (const path of SCREENS) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      await page.getByRole('heading', { level: 1 }).waitFor()
      await keepScreen(page, `screen-${nameOf(path)}-${device}-${colorScheme}`)
      const violations = await findViolations(page)
      const reach = device === 'phone' ? await sidewaysScroll(page) : 0
      if (reach > 0) violations.push(`reaches ${reach} px past the right edge`)
      found.push(...violations.map((one) => `${path} ${one}`))
    }
    expect(found).toEqual([])
  },
)
