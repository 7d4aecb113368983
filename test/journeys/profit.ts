import type { Page } from 'playwright-core'

// The label lies over its radio button, as people see it: the click lands on the label and chooses all the same.
const BY_ITS_LABEL = { force: true } as const

/** Amounts as the page shows them: line by line, the months across and the total last. */
export type Statement = Readonly<Record<string, readonly string[]>>

/** Opens the profit and loss by months for days chosen by hand, as a person would. */
export async function openStatement(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('link', { name: 'Profit' }).first().click()
  await page.getByRole('heading', { name: 'Profit', level: 1 }).waitFor()
  await chooseDays(page, from, to)
  await page.getByRole('radio', { name: 'Months' }).check(BY_ITS_LABEL)
  await statementTable(page).waitFor()
}

export async function chooseDays(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: 'Dates' }).click()
  await page.getByLabel('From', { exact: true }).fill(from)
  await page.getByLabel('To', { exact: true }).fill(to)
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.waitForURL((url) => url.searchParams.get('from') === from)
}

export async function countBy(page: Page, basis: 'Order date' | 'Payment date'): Promise<void> {
  await page.getByRole('radio', { name: basis }).check(BY_ITS_LABEL)
  const wanted = basis === 'Order date' ? 'order' : null
  await page.waitForURL((url) => url.searchParams.get('basis') === wanted)
}

/** A cell of the statement by its line and its month, or `Total`. */
export async function openCell(page: Page, line: string, column: string): Promise<void> {
  const index = (await headings(page)).indexOf(column)
  const row = statementTable(page).locator('tr', {
    has: page.getByRole('rowheader', { name: line }),
  })
  await row.first().getByRole('cell').nth(index).getByRole('link').click()
}

export async function headings(page: Page): Promise<string[]> {
  const texts = await statementTable(page).locator('thead th').allTextContents()
  return texts.slice(1).map((text) => text.trim())
}

export function readStatement(page: Page): Promise<Statement> {
  return statementTable(page).evaluate((table) => {
    const money = /\u2212?₹[\d,]+\.\d\d/
    const rows = Array.from(table.querySelectorAll('tbody tr'))
    return Object.fromEntries(
      rows.map((row) => {
        const label = row.querySelector('th span > :first-child')?.textContent?.trim() ?? ''
        const cells = Array.from(row.querySelectorAll('td'))
        return [label, cells.map((cell) => money.exec(cell.textContent ?? '')?.[0] ?? '')]
      }),
    )
  })
}

function statementTable(page: Page) {
  return page.locator('table', { has: page.locator('caption', { hasText: 'Profit and loss' }) })
}
