import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { findChromium } from './scripts/chromium.mjs'
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox','--disable-gpu'] })
const state = JSON.parse(readFileSync('/tmp/lab/state.json','utf8'))
const P='from=2025-08-01&to=2026-07-31'
const wide = process.argv[2] === 'wide', dark = process.argv[3] === 'dark'
for (const [name, path] of Object.entries({ overview: `/?${P}`, profit: `/profit?${P}`, months: `/profit?${P}&group=month`, orders: '/orders', settlements: `/settlements?${P}`, reconcile: '/reconcile', returns: `/returns?${P}`, claims: '/claims', skus: `/skus?${P}`, costs: '/costs', ads: `/ads?${P}`, payouts: `/payouts?${P}`, tax: '/tax', imports: '/imports?months=2025', exports: '/exports', settings: '/settings' })) {
  const context = await browser.newContext({ baseURL: 'http://localhost:8900', storageState: state, viewport: wide ? { width: 1280, height: 900 } : { width: 360, height: 740 }, isMobile: !wide, hasTouch: !wide, colorScheme: dark ? 'dark' : 'light', serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.goto(path, { waitUntil: 'networkidle' })
  await page.waitForTimeout(600)
  await page.screenshot({ path: `/tmp/lab/shots/${name}-${wide ? 'w' : 'n'}-${dark ? 'd' : 'l'}.png` })
  await context.close()
}
await browser.close()
