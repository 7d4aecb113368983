import type { Language } from '../language'
import type { Catalogue } from './words'

/** Each is a file of its own: a browser loads the one that is spoken. */
const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en')).en,
  hi: async () => (await import('./hi')).hi,
  gu: async () => (await import('./gu')).gu,
}

/**
 * The words in use. main.tsx sets them before any screen is evaluated, so that tables and lists may take
 * them at their top level; another language begins with a new load of the page.
 */
export let text: Catalogue

export async function loadCatalogue(language: Language): Promise<void> {
  text = await CATALOGUES[language]()
}
