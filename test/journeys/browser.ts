import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest'
import { findChromium } from '../../scripts/chromium.mjs'

export const SCREENS = fileURLToPath(new URL('../../.artifacts/screens', import.meta.url))

// A machine without a way out: nothing that Chromium does by itself may wait for an answer from outside.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export type Device = 'desktop' | 'phone'
const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } }

let browser: Browser | undefined

/** Starts one browser for the file's journeys. Call it once, at the top. */
export function useBrowser(): void {
  beforeAll(async () => {
    const executablePath = findChromium()
    if (executablePath === undefined) throw new Error('Journeys need a Chromium.')
    browser = await chromium.launch({ executablePath, args: FLAGS })
  })
  afterAll(async () => {
    await browser?.close()
  })
}

/**
 * A page of a person nobody knows yet, closed when the test ends. The test fails when the page reports
 * an error or breaks its content security policy, whatever else it shows.
 */
export async function openPage(device: Device, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser!.newContext({
    baseURL: inject('address'),
    viewport: SIZES[device],
    isMobile: device === 'phone',
    hasTouch: device === 'phone',
    acceptDownloads: true,
    // Not India's zone: a day in India must not depend on where the phone thinks it is.
    timezoneId: 'America/New_York',
    ...options,
  })
  context.setDefaultTimeout(20_000)
  // The files of the fixtures end on this day; "this financial year" must not move away from them.
  await context.clock.setSystemTime('2026-09-03T12:00:00+05:30')
  const page = await context.newPage()
  const problems = listProblems(page)
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepScreen(page, `failed-${task.name}-${device}`)
    await context.close()
    expect(problems).toEqual([])
  })
  return page
}

function listProblems(page: Page): string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    // The browser itself logs each answer of 400 and above; the screen says what it means.
    const isAnswer = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isAnswer) problems.push(`${page.url()}: ${message.text()}`)
  })
  return problems
}

/** Keeps what the page shows as a picture under .artifacts/screens. */
export async function keepScreen(page: Page, name: string, fullPage = false): Promise<void> {
  mkdirSync(SCREENS, { recursive: true })
  const file = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  await page.screenshot({ path: join(SCREENS, `${file}.png`), fullPage })
}

/**
 * Nothing moves any more that will come to rest: on its way, a thing measures a hair less than it will, and
 * has a colour between two. What never rests is not waited for.
 */
export async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(moving.map(({ finished }) => finished))
  })
}

/** Nothing reaches past the right edge, where a phone would have to be pushed sideways to read it. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
}

/** How many pixels reach past the right edge. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}
