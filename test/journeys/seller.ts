import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url))
let sellers = 0

export type Truth = {
  readonly today: string
  readonly subOrders: number
  readonly outstandingSettlement: number
  readonly customerReturns: number
  readonly costSkus: number
  /** Parcels by the file they are in. */
  readonly returns: Readonly<
    Record<'intransit' | 'ofd_reverse' | 'completed_delivered' | 'completed_lost', number>
  >
  readonly claims: Readonly<Record<'Approved' | 'Rejected' | 'Open', number>>
  readonly gst: Readonly<
    Record<string, { readonly salesRows: number; readonly returnRows: number }>
  >
  readonly faults: readonly {
    readonly kind: string
    readonly sub: string
    readonly atStake: number
  }[]
  readonly bySku: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly ads: { readonly total: number; readonly rows: number }
  readonly referral: number
  readonly compensationRecovery: number
  readonly total: Readonly<Record<string, number>>
  readonly byPaymentMonth: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly byOrderMonth: Readonly<Record<string, Readonly<Record<string, number>>>>
}

export function truthOf(folder: string): Truth {
  return JSON.parse(readFileSync(join(FIXTURES, folder, 'truth.json'), 'utf8')) as Truth
}

/** The seller's own downloads, without the files that only tests read. */
export function filesOf(folder: string, wanted: RegExp = /\.(zip|xlsx|csv)$/): string[] {
  return readdirSync(join(FIXTURES, folder))
    .filter((name) => wanted.test(name) && !name.startsWith('damaged') && name !== 'costs.csv')
    .sort()
    .map((name) => join(FIXTURES, folder, name))
}

/** Signs up somebody new; ends on the first screen. */
export async function signUp(page: Page): Promise<{ email: string; password: string }> {
  sellers += 1
  const email = `seller-${process.pid}-${sellers}@example.com`
  const password = 'a parcel came back on tuesday'
  await page.goto('/sign-up')
  await page.getByLabel('Your name').fill('Asha Patel')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('I am 18 or older').check()
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-up'))
  return { email, password }
}

/** Lets go of files over the drop zone, as from a folder beside the browser. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const files = paths.map((path) => ({
    name: basename(path),
    base64: readFileSync(path).toString('base64'),
  }))
  const transfer = await page.evaluateHandle((items) => {
    const data = new DataTransfer()
    for (const { name, base64 } of items) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      data.items.add(new File([bytes], name))
    }
    return data
  }, files)
  const zone = page.locator('label', { has: page.locator('input[type=file]') })
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await zone.dispatchEvent(type, { dataTransfer: transfer })
  }
}

/** Picks files in the phone's own chooser. */
export async function chooseFiles(page: Page, paths: readonly string[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles([...paths])
}

/** Waits until so many files have come to their end, and answers what became of each, by name. */
export async function untilRead(page: Page, count: number): Promise<Record<string, string>> {
  const rows = page.locator('section', { hasText: 'Received files' }).locator('> ul > li')
  const ended = rows.filter({ has: page.getByRole('button', { name: /^Undo / }) })
  await ended.nth(count - 1).waitFor({ timeout: 120_000 })
  return ended.evaluateAll((items) =>
    Object.fromEntries(
      items.map((item) => {
        const undo = item.querySelector('button[aria-label^="Undo "]')
        const name = undo?.getAttribute('aria-label')?.slice('Undo '.length) ?? ''
        return [name, item.querySelector('[data-tone]')?.textContent ?? '']
      }),
    ),
  )
}

/** The first visitor comes while the sample is still being read and judged; the others find it done. */
export async function untilSampleIsRead(page: Page): Promise<void> {
  const isRead = () =>
    page.evaluate(async () => {
      const uploads = await (await fetch('/api/uploads?limit=200')).json()
      const standings = await (await fetch('/api/reconciliation')).json()
      const { items } = uploads as { items: { status: string }[] }
      const isDone = items.length > 0 && items.every(({ status }) => status === 'done')
      return isDone && (standings as { isUpToDate: boolean }).isUpToDate
    })
  for (let times = 0; times < 240; times++) {
    if (await isRead()) return
    await page.waitForTimeout(500)
  }
  throw new Error('The sample was not read within two minutes')
}

export async function undo(page: Page, filename: string): Promise<void> {
  await page.getByRole('button', { name: `Undo ${filename}` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: `Undo ${filename}` }).waitFor({ state: 'detached' })
}

/** Paise as screens write them: ₹1,23,456.78, with a true minus. */
export function rupees(paise: number): string {
  const amount = (Math.abs(paise) / 100).toLocaleString('en-IN', { minimumFractionDigits: 2 })
  return `${paise < 0 ? '\u2212' : ''}₹${amount}`
}
