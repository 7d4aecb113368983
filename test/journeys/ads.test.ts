import { dirname, join } from 'node:path'
import { test } from 'vitest'
import { expectNoSidewaysScroll, keepScreen, openPage, useBrowser } from './browser'
import { chooseFiles, filesOf, rupees, signUp, untilRead } from './seller'

useBrowser()

// Of August, added up by hand from the sheet.
const CAMPAIGN = -1_969_81
const PERIOD = 'from=2026-08-01&to=2026-08-31&basis=payment'

test('a seller sees whether ads paid for themselves, and follows a campaign to its cells', async () => {
  const page = await openPage('desktop')
  await signUp(page)
  await page.goto('/imports')
  const reports = filesOf('seller-2026', /^Orders_2026-07|PREVIOUS_PAYMENT_2026-0[78].*zip$/)
  // What its units cost is a file of its own, which the other journeys do without.
  const files = [...reports, join(dirname(reports[0]!), 'costs.csv')]
  await chooseFiles(page, files)
  await untilRead(page, files.length)

  await page.goto(`/ads?${PERIOD}`)
  await page.getByText(/^Each ₹1 of ads must bring ₹\d+\.\d\d of sales; it brought/).waitFor()
  // August by payment day, added up by hand from its Ads Cost sheet: 3,571.30 less 13.12, and GST of 640.47.
  const parts = page.locator('section', { hasText: 'What ads took' })
  for (const amount of [-3_571_30, 13_12, -640_47, -4_198_65])
    await parts.getByText(rupees(amount), { exact: true }).first().waitFor()
  await page.getByText(/^By this mark, each ₹1 of ads brought ₹/).waitFor()
  await page.getByText('This is an assumption: no file links an ad to an order.').waitFor()
  await keepScreen(page, 'ads-desktop', true)

  await page.getByRole('link', { name: '14837470: see its rows' }).click()
  await page.getByText('Campaign 14837470').waitFor()
  await page.getByText(rupees(CAMPAIGN)).first().waitFor()
  await page.getByRole('link', { name: 'Ads', exact: true }).first().click()

  await page.setViewportSize({ width: 360, height: 740 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByText(/^Each ₹1 of ads must bring/).waitFor()
  await expectNoSidewaysScroll(page)
  await keepScreen(page, 'ads-phone-dark', true)
})
