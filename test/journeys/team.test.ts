import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { codeIn, confirm, keepInBothThemes, mailTo, openOwnPage } from './account'
import { expectNoSidewaysScroll, keepScreen, useBrowser } from './browser'
import { openStatement, readStatement } from './profit'
import { chooseFiles, filesOf, rupees, signUp, truthOf, untilRead } from './seller'

useBrowser()

const FOLDER = 'seller-2026'
const truth = truthOf(FOLDER)
const SEPTEMBER = '09-01_2026-09-30.zip'

/** Proves the address by the mailed code: an invitation is for a person whose address is known. */
async function verify(page: Page, email: string): Promise<void> {
  await page.getByRole('link', { name: 'Enter the code' }).click()
  await page.getByLabel('Code').fill(codeIn(await mailTo(email, /^Your code/)))
  await page.getByRole('button', { name: 'Verify' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** The page's own session asks; answers the status alone. */
function ask(page: Page, method: string, path: string, body?: unknown): Promise<number> {
  const request = { method, path, body: body === undefined ? null : JSON.stringify(body) }
  return page.evaluate(async (it) => {
    const headers = it.body === null ? undefined : { 'content-type': 'application/json' }
    const init = { method: it.method, body: it.body, ...(headers && { headers }) }
    return (await fetch(it.path, init)).status
  }, request)
}

test.each(['desktop', 'phone'] as const)(
  'an accountant who is invited by mail sees every figure and changes nothing, on a %s',
  async (device) => {
    const [owner, accountant] = [await openOwnPage('desktop'), await openOwnPage(device)]
    const { email: ownersEmail, password } = await signUp(owner)
    await verify(owner, ownersEmail)
    await owner.getByRole('link', { name: 'Files' }).first().click()
    await chooseFiles(owner, filesOf(FOLDER, new RegExp(SEPTEMBER.replaceAll('.', String.raw`\.`))))
    await untilRead(owner, 1)

    const { email } = await signUp(accountant)
    await verify(accountant, email)
    await owner.goto('/settings/team')
    await owner.getByRole('button', { name: 'Invite by mail' }).click()
    const dialog = owner.getByRole('dialog', { name: 'Invite by mail' })
    await dialog.getByLabel('Their email').fill(email)
    await dialog.getByRole('button', { name: 'Send invitation' }).click()
    await confirm(owner, password)
    await owner.getByText(`An invitation is on its way to ${email}`).waitFor()

    const { text } = await mailTo(email, /^A place in/)
    await accountant.goto(/\/join\?token=\S+/.exec(text)![0])
    await keepInBothThemes(accountant, `join-${device}`)
    await accountant.getByRole('button', { name: 'Join', exact: true }).click()
    await accountant.getByRole('link', { name: 'Profit' }).first().waitFor()

    await openStatement(accountant, '2026-09-01', '2026-09-30')
    const settlement = truth.byPaymentMonth['2026-09']!['settlement']!
    expect((await readStatement(accountant))['Settlement']!.at(-1)).toBe(rupees(settlement))
    await expectNoSidewaysScroll(accountant)
    await keepScreen(accountant, `accountant-profit-${device}`)

    await accountant.goto('/imports')
    await accountant.getByText(SEPTEMBER).first().waitFor()
    expect(await accountant.locator('input[type=file]').count()).toBe(0)
    expect(await accountant.getByRole('button', { name: /^Undo / }).count()).toBe(0)
    await keepScreen(accountant, `accountant-files-${device}`)
    await accountant.goto('/settings/team')
    await accountant.getByText('This is not part of your role').waitFor()

    // What the screen does not offer, the service does not take either.
    expect(await ask(accountant, 'GET', '/api/pnl?from=2026-09-01&to=2026-09-30')).toBe(200)
    expect(await ask(accountant, 'POST', '/api/uploads?filename=a.csv', 'a')).toBe(403)
    const cost = { effectiveFrom: '2026-09-01', cost: 10_000, packaging: 0 }
    expect(await ask(accountant, 'PUT', '/api/costs/ANY', cost)).toBe(403)
    expect(await ask(accountant, 'GET', '/api/team')).toBe(403)

    // The owner ends the place, and the accountant is back where the own workspace is.
    await owner.goto('/settings/team')
    await owner.getByText(email).first().waitFor()
    await keepInBothThemes(owner, `team-with-accountant-${device}`)
    await owner.locator('button[aria-label^="Remove "]').last().click()
    await owner.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
    await owner.getByText(email).first().waitFor({ state: 'detached' })
    expect(await ask(accountant, 'GET', '/api/pnl?from=2026-09-01&to=2026-09-30')).toBe(401)
  },
)
