import type { SomeWords } from './words'

export type WordsName = keyof SomeWords

/** What each screen says beside the words that come with all of them; a test holds the screens to it. */
export const WORDS_OF: Readonly<Record<string, readonly WordsName[]>> = {
  '/claims': ['parcels'],
  '/costs': ['books'],
  '/device': ['account'],
  '/exports': ['account'],
  '/join': ['account'],
  '/returns': ['parcels'],
  '/orders/:subOrderNo': ['parcels'],
  '/settings': ['account'],
  '/settings/security': ['account'],
  '/settings/team': ['account'],
  '/settings/tokens': ['account'],
  '/sign-in': ['account'],
  '/tax': ['books'],
  '/tax/rows': ['books'],
}
