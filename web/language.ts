import { readStored, store } from './storage'

export const LANGUAGES = ['en', 'hi', 'gu'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each in its own script, so that whoever cannot read the others finds it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  hi: 'हिन्दी',
  gu: 'ગુજરાતી',
}

// ahead/before-paint.ts reads the first, too.
const KEY = 'language'
const UNSAVED = 'language-unsaved'

export function isLanguage(text: string | undefined): text is Language {
  return LANGUAGES.some((one) => one === text)
}

/** What ahead/before-paint.ts decided: this browser's choice, or the first wish of ours, or English. */
export function languageOfPage(): Language {
  const [tag] = document.documentElement.lang.split('-')
  return isLanguage(tag) ? tag : 'en'
}

/** Before anybody has signed in; the choice goes to the account at the next sign-in. */
export function chooseLanguage(language: Language): void {
  store(UNSAVED, '1')
  showIn(language)
}

/**
 * The account decides, so that a second device speaks the same language; a choice made before signing
 * in is newer than the account's, and `save` takes it there.
 */
export async function settleLanguage(
  ofAccount: Language,
  save: (language: Language) => Promise<void>,
): Promise<void> {
  const ofPage = languageOfPage()
  const isUnsaved = readStored(UNSAVED) !== null
  if (ofPage !== ofAccount && !isUnsaved) return showIn(ofAccount)
  if (ofPage !== ofAccount) await save(ofPage)
  store(UNSAVED, undefined)
}

/** All that a page shows is in its address, so it comes back as it was, in the other words. */
export function showIn(language: Language): void {
  // Without storage the page would come back in the language it had, again and again.
  if (language !== languageOfPage() && store(KEY, language)) location.reload()
}
