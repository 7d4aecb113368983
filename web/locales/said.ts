import type { Language } from '../language'

/** What the service says, in another language. */
export type ServiceWords = {
  /** By the English sentence, with # for each of its numbers. */
  readonly sentences: Readonly<Record<string, string>>
  /** By code, for sentences that name what nobody can foresee, such as columns of a file. */
  readonly byCode: Readonly<Record<string, (sentence: string) => string>>
}

const SERVICE: Readonly<Partial<Record<Language, () => Promise<{ service: ServiceWords }>>>> = {
  hi: () => import('./hi/service-words'),
  gu: () => import('./gu/service-words'),
}

let service: ServiceWords | undefined

/** After the first screen, as nothing is refused before it. Without a network the service's own English stays. */
export async function loadServiceWords(language: Language): Promise<void> {
  try {
    service = (await SERVICE[language]?.())?.service
  } catch {
    service = undefined
  }
}

const NUMBER = /\d+(?:[.,]\d+)*/g

/** A sentence of the service in the language of the page; in its own English where nobody has translated it. */
export function said(sentence: string, code = ''): string {
  const found = service?.sentences[sentence.replaceAll(NUMBER, '#')]
  if (found === undefined) return service?.byCode[code]?.(sentence) ?? sentence
  const numbers = sentence.match(NUMBER) ?? []
  let place = 0
  return found.replaceAll('#', () => numbers[place++] ?? '')
}

const LIST = '((?:“[^”]*”(?:, )?)+)'
const MISSING = new RegExp(`missing: ${LIST}`)
const UNKNOWN = new RegExp(`mean: ${LIST}`)

/** The columns that a held-back report lacks, and those that it has and nobody knows, as they are quoted. */
export function columnsIn(sentence: string): {
  readonly missing: string
  readonly unknown: string
} {
  return { missing: MISSING.exec(sentence)?.[1] ?? '', unknown: UNKNOWN.exec(sentence)?.[1] ?? '' }
}
