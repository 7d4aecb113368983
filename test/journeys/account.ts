import { generateHOTP } from '@oslojs/otp'
import { decodeBase32IgnorePadding } from '@oslojs/encoding'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { type Device, keepScreen, openPage } from './browser'

/** As if from a line of its own: this file signs in more often than one place may within a few minutes. */
export function openOwnPage(device: Device): Promise<Page> {
  lines += 1
  const address = `10.${process.pid % 250}.7.${lines}`
  return openPage(device, { extraHTTPHeaders: { 'cf-connecting-ip': address } })
}
let lines = 0

export async function keepInBothThemes(page: Page, name: string, fullPage = false): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion, or the picture shows colours on their way.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await keepScreen(page, `${name}-${colorScheme}`, fullPage)
  }
}

export type Mail = { to: string; subject: string; text: string }

/** The newest mail to this address whose subject fits; they come by the queue, a moment later. */
export async function mailTo(address: string, subject: RegExp): Promise<Mail> {
  for (let times = 0; times < 60; times++) {
    const response = await fetch(`${inject('address')}/api/local/mails`)
    const { items } = (await response.json()) as { items: Mail[] }
    const found = items.find((mail) => mail.to === address && subject.test(mail.subject))
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(`No mail to ${address} about ${subject}`)
}
export const codeIn = ({ text }: Mail) => /^\d{8}$/m.exec(text)![0]

/** A phone's authenticator app; `steps` of thirty seconds from the server's clock, which is the real one. */
export function appCode(secret: string, steps = 0): string {
  const counter = Math.floor(Date.now() / 30_000) + steps
  return generateHOTP(decodeBase32IgnorePadding(secret), BigInt(counter), 6)
}

export async function logOut(page: Page): Promise<void> {
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
}
export async function fillPassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
/** The dialog that an act opens by itself when it needs to. */
export async function confirm(page: Page, password: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Is it you?' })
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Turns the authenticator app on; ends with the recovery codes kept. */
export async function turnOnApp(page: Page, password: string, screens?: string) {
  await page.goto('/settings/security')
  await page.getByRole('button', { name: 'Set up Authenticator app' }).click()
  if (screens) {
    await page.getByRole('dialog', { name: 'Is it you?' }).waitFor()
    await keepInBothThemes(page, `confirm-${screens}`)
  }
  await confirm(page, password)
  const dialog = page.getByRole('dialog', { name: 'Set up your authenticator app' })
  await dialog.getByRole('img', { name: 'QR code' }).waitFor()
  const secret = (await dialog.locator('code').innerText()).replaceAll(' ', '')
  if (screens) await keepInBothThemes(page, `authenticator-${screens}`)
  await dialog.getByLabel('Code of your authenticator app').fill(appCode(secret))
  await dialog.getByRole('button', { name: 'Turn on' }).click()

  const codes = page.getByRole('dialog', { name: 'Keep these recovery codes' })
  await codes.locator('li code').nth(7).waitFor()
  const recovery = await codes.locator('li code').allInnerTexts()
  if (screens) await keepInBothThemes(page, `recovery-codes-${screens}`)
  return { secret, recovery, codes }
}
