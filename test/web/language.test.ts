import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { chooseLanguage, languageOfPage, settleLanguage, showIn } from '../../web/language'

/** How often the page was asked to come again; a real load would end the test. */
const reload = vi.fn()
const saved: string[] = []
const save = async (language: string) => void saved.push(language)

beforeEach(() => {
  vi.spyOn(location, 'reload').mockImplementation(reload)
  document.documentElement.lang = 'en-IN'
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  reload.mockClear()
  localStorage.clear()
  saved.length = 0
})

function refuse(): never {
  throw new DOMException('refused', 'QuotaExceededError')
}

/** As ahead/before-paint.ts does at the next load. */
function comeAgain() {
  document.documentElement.lang = `${localStorage.getItem('language') ?? 'en'}-IN`
}

test('a page whose script has not said its language is in English', () => {
  document.documentElement.lang = ''
  expect(languageOfPage()).toBe('en')
  document.documentElement.lang = 'fr-IN'
  expect(languageOfPage()).toBe('en')
})

test('on a new phone the account’s language is taken over, once', async () => {
  await settleLanguage('gu', save)
  expect(reload).toHaveBeenCalledTimes(1)
  comeAgain()
  expect(languageOfPage()).toBe('gu')
  await settleLanguage('gu', save)
  expect(reload).toHaveBeenCalledTimes(1)
  expect(saved).toEqual([])
})

test('what was chosen before signing in goes to the account, and is not undone by it', async () => {
  chooseLanguage('hi')
  comeAgain()
  await settleLanguage('en', save)
  expect(saved).toEqual(['hi'])
  expect(reload).toHaveBeenCalledTimes(1)
  // Later the account decides again: it was changed to Gujarati on another phone.
  await settleLanguage('gu', save)
  expect(saved).toEqual(['hi'])
  comeAgain()
  expect(languageOfPage()).toBe('gu')
})

test('a choice that could not be saved is saved the next time', async () => {
  chooseLanguage('hi')
  comeAgain()
  await expect(settleLanguage('en', () => Promise.reject(new Error('offline')))).rejects.toThrow()
  await settleLanguage('en', save)
  expect(saved).toEqual(['hi'])
})

test('the language that is there already loads nothing anew', () => {
  showIn('en')
  expect(reload).not.toHaveBeenCalled()
})

test('a browser that keeps nothing is not loaded again and again', async () => {
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
  await settleLanguage('gu', save)
  expect(reload).not.toHaveBeenCalled()
})
