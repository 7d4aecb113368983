import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, useBrowser } from './browser'
import { chooseFiles, filesOf, signUp, untilRead } from './seller'

useBrowser()

const PERIOD = 'from=2026-06-01&to=2026-09-03'

/** What the keyboard is on: its name for a screen reader, or its id. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const here = document.activeElement
    return here?.getAttribute('aria-label') ?? (here?.id || here?.textContent?.trim() || '')
  })

async function press(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).first().focus()
  await page.keyboard.press('Enter')
}

test('a keyboard goes on from where it was, whatever lay over the page', async () => {
  const page = await openPage('desktop')
  await signUp(page)
  await page.goto('/imports')
  const [orders] = filesOf('seller-2026', /^Orders_2026-08/)
  await chooseFiles(page, [orders!])
  const [name] = Object.keys(await untilRead(page, 1))

  // A question, and its way out is called as it is written.
  await press(page, `Undo ${name}`)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe(`Undo ${name}`)

  // A form.
  await page.goto('/costs')
  await press(page, 'Add a cost')
  await page.getByRole('dialog').getByLabel('SKU').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe('Add a cost')

  // The dates, and the days that were chosen there stay.
  await page.goto(`/profit?${PERIOD}`)
  await press(page, 'Dates')
  await page.getByRole('button', { name: 'Last month' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toContain('Dates')
  expect(new URL(page.url()).searchParams.get('from')).toBe('2026-06-01')

  // The views of a table.
  await page.goto(`/orders?${PERIOD}`)
  await press(page, 'Views')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe('Views')
})

test('whoever skips the places of a screen is in its content', async () => {
  const page = await openPage('desktop')
  await signUp(page)
  await page.goto('/settings')
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Skip to content')
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('main')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})
