import { expect, test } from 'vitest'
import { expectNoSidewaysScroll, keepScreen, openPage, untilStill, useBrowser } from './browser'
import { signUp } from './seller'

useBrowser()

test.each(['light', 'dark'] as const)(
  'a thumb reaches every place of a phone: four below the page, the others in a sheet, %s',
  async (colorScheme) => {
    const page = await openPage('phone', { colorScheme })
    await signUp(page)
    await page.goto('/claims?period=last-month')
    await page.getByRole('heading', { name: 'Claims', level: 1 }).waitFor()
    const bar = page.getByRole('navigation', { name: 'Main' })
    await bar.getByRole('link', { name: 'Overview' }).waitFor()
    expect(await bar.getByRole('link').count()).toBe(4)
    const more = bar.getByRole('button', { name: 'More' })
    await more.click()
    const sheet = page.getByRole('dialog', { name: 'More' })
    await sheet.waitFor()
    await untilStill(page)
    await expectNoSidewaysScroll(page)
    await keepScreen(page, `more-phone-${colorScheme}`)
    const heights = await sheet
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height))
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)

    // The phone's own Back closes the sheet, and nothing else.
    await page.goBack()
    await sheet.waitFor({ state: 'detached' })
    expect(new URL(page.url()).pathname).toBe('/claims')

    await more.click()
    await sheet.waitFor()
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    await expect.poll(() => more.evaluate((one) => one === document.activeElement)).toBe(true)

    await more.click()
    await sheet.getByRole('link', { name: 'Payouts' }).click()
    await page.waitForURL((url) => url.pathname === '/payouts')
    await sheet.waitFor({ state: 'detached' })
    expect(new URL(page.url()).searchParams.get('period')).toBe('last-month')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.goBack()
    await page.waitForURL((url) => url.pathname === '/claims')
    expect(await sheet.count()).toBe(0)
  },
)

test('on a desk the places stand beside the page in groups', async () => {
  const page = await openPage('desktop')
  await signUp(page)
  const money = page.getByRole('navigation', { name: 'Main' }).getByRole('list', { name: 'Money' })
  await money.getByRole('link', { name: 'Payouts' }).click()
  await page.waitForURL((url) => url.pathname === '/payouts')
  await keepScreen(page, 'places-desktop')
})
