import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { type Device, expectNoSidewaysScroll, keepScreen, openPage, useBrowser } from './browser'
import { chooseDays, countBy, headings, openCell, openStatement, readStatement } from './profit'
import { chooseFiles, dropFiles, filesOf, rupees, signUp, truthOf, undo, untilRead } from './seller'

useBrowser()

const FOLDER = 'seller-2026'
const truth = truthOf(FOLDER)
const files = filesOf(FOLDER, /PAYMENT_.*\.(zip|xlsx)$|^Orders_.*\.csv$/)
const LAST = 'PREVIOUS_PAYMENT_2026-09-01_2026-09-30.zip'
const LINES = {
  'Gross sales': 'sale',
  'Sales returned': 'saleReturn',
  Commission: 'commission',
  Shipping: 'shipping',
  'Return shipping': 'returnShipping',
  Compensation: 'compensation',
  Claims: 'claims',
  Recovery: 'recovery',
  Settlement: 'settlement',
} as const

test.each(['desktop', 'phone'] as const)(
  'a seller drops a quarter of files on a %s and sees the profit and loss to the paisa',
  async (device) => {
    const page = await openPage(device)
    await signUp(page)
    await page.getByRole('heading', { name: 'Let’s see what you earned' }).waitFor()

    await page.getByRole('link', { name: 'Files' }).first().click()
    await (device === 'phone' ? chooseFiles : dropFiles)(page, files)
    const states = await untilRead(page, files.length)
    expect(states).toEqual(Object.fromEntries(files.map((path) => [basename(path), 'Read'])))
    await expectNoSidewaysScroll(page)
    await keepScreen(page, `files-${device}`, true)

    await openStatement(page, '2026-06-01', '2026-09-30')
    await page.getByRole('button', { name: 'Meesho fees', exact: true }).click()
    expect(await amounts(page)).toEqual(expected(truth.byPaymentMonth))
    await expectNoSidewaysScroll(page)
    await keepScreen(page, `profit-by-payment-${device}`)

    await countBy(page, 'Order date')
    await expect.poll(() => amounts(page)).toEqual(expected(truth.byOrderMonth))
    await chooseDays(page, '2026-07-01', '2026-07-31')
    const july = { '2026-07': truth.byOrderMonth['2026-07']! }
    await expect.poll(() => amounts(page)).toEqual(expected(july))
  },
)

test.each(['desktop', 'phone'] as const)(
  'a figure opens the cells it is the sum of, and a cell opens its row of the file, on a %s',
  async (device) => {
    const page = await openWithFiles(device)
    await openStatement(page, '2026-06-01', '2026-09-30')
    await openCell(page, 'Gross sales', 'Jul 2026')
    await page.getByText('Where it comes from').first().waitFor()
    const sale = truth.byPaymentMonth['2026-07']!['sale']!
    await page.getByText(rupees(sale)).first().waitFor()
    await keepScreen(page, `provenance-${device}`)

    await page
      .getByRole('link', { name: /^Row [\d,]+$/ })
      .first()
      .click()
    await page.getByText('This is the cell that was counted').waitFor()
    const counted = page.locator('tr[data-counted=true]')
    expect(await counted.getByRole('rowheader').textContent()).toContain('Total Sale Amount')
    await expectNoSidewaysScroll(page)
    await keepScreen(page, `file-row-${device}`)
  },
)

test('an undone file leaves every figure, and comes back when it is dropped again', async () => {
  const page = await openWithFiles('desktop')
  const last = files.find((path) => path.endsWith(LAST))!
  await undo(page, basename(last))
  await openStatement(page, '2026-06-01', '2026-09-30')
  const { '2026-09': _, ...others } = truth.byPaymentMonth
  await expect.poll(() => settlements(page)).toEqual(expected(others)['Settlement'])

  await page.getByRole('link', { name: 'Files' }).first().click()
  await dropFiles(page, [last])
  await untilRead(page, files.length)
  await openStatement(page, '2026-06-01', '2026-09-30')
  await expect.poll(() => settlements(page)).toEqual(expected(truth.byPaymentMonth)['Settlement'])
})

async function openWithFiles(device: Device) {
  const page = await openPage(device)
  await signUp(page)
  await page.getByRole('link', { name: 'Files' }).first().click()
  await chooseFiles(page, files)
  await untilRead(page, files.length)
  return page
}

type Shown = Readonly<Record<string, readonly string[]>>

/** The lines that the truth knows, as the page shows them. */
async function amounts(page: Parameters<typeof readStatement>[0]): Promise<Shown> {
  const shown = await readStatement(page)
  const lines = Object.keys(LINES).map((line) => [line, shown[line] ?? []])
  return { ...Object.fromEntries(lines), months: await headings(page) }
}

async function settlements(page: Parameters<typeof readStatement>[0]): Promise<readonly string[]> {
  return (await readStatement(page))['Settlement'] ?? []
}

type Months = Readonly<Record<string, Readonly<Record<string, number>>>>

/** What the page must show for these months: a column each, then the total. */
function expected(months: Months): Record<string, string[]> {
  const keys = Object.keys(months).sort()
  const lines = Object.entries(LINES).map(([line, term]) => {
    const each = keys.map((month) => months[month]![term] ?? 0)
    const total = each.reduce((sum, amount) => sum + amount, 0)
    // A line that is nil throughout is not shown.
    return [line, each.every((amount) => amount === 0) ? [] : [...each, total].map(rupees)]
  })
  const names = keys.map((month) =>
    new Date(`${month}-15`).toLocaleDateString('en-US', { month: 'short', year: 'numeric' }),
  )
  return { ...Object.fromEntries(lines), months: [...names, 'Total'] }
}
