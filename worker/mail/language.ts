import type { Language } from '#db/control/queries/people'
import type { Letters } from './letter'
import { lettersEn } from './letters-en'
import { lettersGu } from './letters-gu'
import { lettersHi } from './letters-hi'

const LETTERS: Readonly<Record<Language, Letters>> = {
  en: lettersEn,
  hi: lettersHi,
  gu: lettersGu,
}

// Safe because the record has a key for each language, and no other.
export const LANGUAGES = Object.keys(LETTERS) as [Language, ...Language[]]

export function lettersFor(language: Language): Letters {
  return LETTERS[language]
}

/** The language a browser asks for first among ours; English when it names none of them. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '').slice(0, 500).split(',').map(readWish)
  const sorted = wishes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)
  const tags = new Set(sorted.map(({ tag }) => tag))
  return [...tags].flatMap((tag) => LANGUAGES.find((one) => one === tag) ?? [])[0] ?? 'en'
}

function readWish(text: string): { tag: string; weight: number } {
  const [range = '', ...parameters] = text.trim().toLowerCase().split(';')
  const quality = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean)
  return { tag: range.split('-')[0] ?? '', weight: quality === undefined ? 1 : Number(quality) }
}
