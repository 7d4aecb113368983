import type { SomeWords } from './words'

export type WordsName = keyof SomeWords

/** What each screen says beside the words that come with all of them; a test holds the screens to it. */
export const WORDS_OF: Readonly<Record<string, readonly WordsName[]>> = {
  '/change-password': ['access'],
  '/claims': ['parcels'],
  '/costs': ['books'],
  '/device': ['access', 'account'],
  '/exports': ['account'],
  '/forgot-password': ['access'],
  '/join': ['access', 'account'],
  '/returns': ['parcels'],
  '/orders/:subOrderNo': ['details', 'parcels'],
  '/payouts': ['details'],
  '/profit/print': ['details'],
  '/provenance': ['details'],
  '/reports/:reportId/rows/:row': ['details'],
  '/reset-password': ['access'],
  '/settings': ['account'],
  '/settings/security': ['access', 'account'],
  '/settings/team': ['account'],
  '/settings/tokens': ['account'],
  '/sign-in': ['access', 'account'],
  '/sign-up': ['access'],
  '/skus': ['details'],
  '/tax': ['books'],
  '/tax/rows': ['books'],
  '/verify-email': ['access'],
}
