import { type Language, languageOfPage } from '../language'
import type { Catalogue, CommonWords, SomeWords } from './words'
import type { WordsName } from './words-of'

type InEach<Part> = Readonly<Record<Language, () => Promise<Part>>>

/** Each is a file of its own: a browser loads the one that is spoken. */
const COMMON: InEach<CommonWords> = {
  en: async () => (await import('./en')).en,
  hi: async () => (await import('./hi')).hi,
  gu: async () => (await import('./gu')).gu,
}

const SOME: { readonly [Name in WordsName]: InEach<SomeWords[Name]> } = {
  access: {
    en: () => import('./en/access'),
    hi: () => import('./hi/access'),
    gu: () => import('./gu/access'),
  },
  account: {
    en: async () => (await import('./en/account')).account,
    hi: async () => (await import('./hi/account')).account,
    gu: async () => (await import('./gu/account')).account,
  },
  books: {
    en: async () => (await import('./en/books')).books,
    hi: async () => (await import('./hi/books')).books,
    gu: async () => (await import('./gu/books')).books,
  },
  details: {
    en: async () => (await import('./en/details')).details,
    hi: async () => (await import('./hi/details')).details,
    gu: async () => (await import('./gu/details')).details,
  },
  parcels: {
    en: () => import('./en/parcels'),
    hi: () => import('./hi/parcels'),
    gu: () => import('./gu/parcels'),
  },
}

/**
 * The words in use. main.tsx sets them before any screen is evaluated, so that tables and lists may take
 * them at their top level; another language begins with a new load of the page.
 */
export let text: Catalogue

export async function loadCatalogue(language: Language): Promise<void> {
  const common = await COMMON[language]()
  // Safe because a screen is evaluated only once the rest of what it says is there: see words-of.ts.
  text = { ...common } as Catalogue
}

/** To be awaited before a screen that says them is evaluated. */
export async function loadWords(names: readonly WordsName[]): Promise<void> {
  const language = languageOfPage()
  await Promise.all(names.map(async (name) => Object.assign(text, await SOME[name][language]())))
}
