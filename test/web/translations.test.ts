import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from '../../web/locales/en'
import * as enAccess from '../../web/locales/en/access'
import { account as enAccount } from '../../web/locales/en/account'
import * as enAds from '../../web/locales/en/ads'
import { books as enBooks } from '../../web/locales/en/books'
import * as enDefinitions from '../../web/locales/en/definitions'
import { details as enDetails } from '../../web/locales/en/details'
import * as enGlossary from '../../web/locales/en/glossary'
import * as enHelp from '../../web/locales/en/help'
import * as enParcels from '../../web/locales/en/parcels'
import * as enWelcome from '../../web/locales/en/welcome'
import { gu } from '../../web/locales/gu'
import * as guAccess from '../../web/locales/gu/access'
import { account as guAccount } from '../../web/locales/gu/account'
import * as guAds from '../../web/locales/gu/ads'
import { books as guBooks } from '../../web/locales/gu/books'
import * as guDefinitions from '../../web/locales/gu/definitions'
import { details as guDetails } from '../../web/locales/gu/details'
import * as guGlossary from '../../web/locales/gu/glossary'
import * as guHelp from '../../web/locales/gu/help'
import * as guParcels from '../../web/locales/gu/parcels'
import * as guWelcome from '../../web/locales/gu/welcome'
import { hi } from '../../web/locales/hi'
import * as hiAccess from '../../web/locales/hi/access'
import { account as hiAccount } from '../../web/locales/hi/account'
import * as hiAds from '../../web/locales/hi/ads'
import { books as hiBooks } from '../../web/locales/hi/books'
import * as hiDefinitions from '../../web/locales/hi/definitions'
import { details as hiDetails } from '../../web/locales/hi/details'
import * as hiGlossary from '../../web/locales/hi/glossary'
import * as hiHelp from '../../web/locales/hi/help'
import * as hiParcels from '../../web/locales/hi/parcels'
import * as hiWelcome from '../../web/locales/hi/welcome'

const ENGLISH = {
  en: { ...en, ...enAccess, ...enAccount, ...enBooks, ...enDetails, ...enParcels },
  ...enAds,
  ...enDefinitions,
  ...enGlossary,
  ...enHelp,
  ...enWelcome,
}
const OTHERS = [
  {
    language: 'Hindi',
    words: {
      en: { ...hi, ...hiAccess, ...hiAccount, ...hiBooks, ...hiDetails, ...hiParcels },
      ...hiAds,
      ...hiDefinitions,
      ...hiGlossary,
      ...hiHelp,
      ...hiWelcome,
    },
    own: /\p{Script=Devanagari}/u,
    foreign: /\p{Script=Gujarati}/u,
  },
  {
    language: 'Gujarati',
    words: {
      en: { ...gu, ...guAccess, ...guAccount, ...guBooks, ...guDetails, ...guParcels },
      ...guAds,
      ...guDefinitions,
      ...guGlossary,
      ...guHelp,
      ...guWelcome,
    },
    own: /\p{Script=Gujarati}/u,
    // The danda, the comma of verse and the signs of Vedic are shared; letters are not.
    foreign: /[\u0904-\u0939]/u,
  },
] as const

/** What sellers know in Latin letters, because Meesho's panel, its files and the law write it so. */
const LATIN = Object.values<string[]>(
  JSON.parse(readFileSync(join(import.meta.dirname, 'support/latin-names.json'), 'utf8')),
)
  .flat()
  .toSorted((one, other) => other.length - one.length)
  // Whole names only: “Order Payments” lets no “Order” through.
  .map((name) => new RegExp(`(?<![A-Za-z])${name.replaceAll(/[.+]/g, '\\$&')}(?![A-Za-z])`, 'g'))

/** Each sentence of a catalogue with the way to it; a function is said with the arguments given. */
type Said = ReadonlyMap<string, unknown>

function leavesOf(words: unknown, path = '', found = new Map<string, unknown>()): Said {
  if (typeof words === 'object' && words !== null) {
    for (const [key, value] of Object.entries(words)) leavesOf(value, `${path}.${key}`, found)
  } else found.set(path.slice(1), words)
  return found
}

const english = leavesOf(ENGLISH)

test('the catalogues are whole: no key is missing in one, and none is too many', () => {
  expect(english.size).toBeGreaterThan(1_500)
  for (const { words } of OTHERS) {
    expect([...leavesOf(words).keys()].toSorted()).toEqual([...english.keys()].toSorted())
  }
})

test.each(OTHERS)('what is said in $language is in its own script', ({ words, own, foreign }) => {
  const found = [...leavesOf(words)].flatMap(([path, said]) => {
    const sentence = typeof said === 'function' ? sentenceOf(path, 7341, said) : said
    if (typeof sentence !== 'string') return [`${path}: ${String(sentence)}`]
    if (sentence === '' && english.get(path) !== '') return [`${path}: empty`]
    if (isKey(path)) return sentence === english.get(path) ? [] : [`${path}: ${sentence}`]
    const strange = latinWords(sentence)
    if (strange.length > 0) return [`${path}: ${strange.join(' ')} in “${sentence}”`]
    return foreign.test(sentence) ? [`${path}: the other script in “${sentence}”`] : []
  })
  expect(found).toEqual([])
  const spoken = [...leavesOf(words).values()].filter((said) => own.test(String(said)))
  expect(spoken.length / english.size).toBeGreaterThan(0.85)
})

test.each(OTHERS)('a sentence of $language tells the same numbers and names', ({ words }) => {
  const differing: string[] = []
  for (const [path, said] of leavesOf(words)) {
    const model = english.get(path)
    if (typeof said === 'string' && factsOf(said) !== factsOf(String(model)))
      differing.push(`${path}: ${said} | ${String(model)}`)
    if (typeof said !== 'function') continue
    for (const count of [7341, 0, 1, 2]) {
      const [ours, theirs] = [sentenceOf(path, count, said), sentenceOf(path, count)]
      // “One file” may be said without a digit; of many, the number itself must be told.
      const isSame = count !== 7341 || factsOf(ours) === factsOf(theirs)
      if (!isSame || /undefined|NaN|\[object/.test(ours))
        differing.push(`${path}: ${ours} | ${theirs}`)
    }
  }
  expect(differing).toEqual([])
})

/** Ids of anchors, and what an address or a file says: the same for everybody. */
function isKey(path: string): boolean {
  return path.endsWith('.id')
}

/** Latin words that are no name: outside of “quotes”, which hold columns, and of names of files. */
function latinWords(sentence: string): string[] {
  const bare = sentence
    .replaceAll(/“[^”]*”|‘[^’]*’/g, ' ')
    .replaceAll(/\S+\.(?:csv|xlsx|zip|txt)\b|\S*_…\S*|Zq\w/g, ' ')
  return LATIN.reduce((rest, name) => rest.replaceAll(name, ' '), bare).match(/[A-Za-z]+/g) ?? []
}

/** Every number and every name given, whatever the order of the words. */
function factsOf(sentence: string): string {
  return (sentence.toLowerCase().match(/\d[\d,.]*\d|\d|zq\w/g) ?? []).toSorted().join(' ')
}

const NAMES = ['Zqa', 'Zqb', 'Zqc', 'Zqd']

/** What is said of this count, and of names where names are taken; in English unless told otherwise. */
function sentenceOf(path: string, count: number, say: unknown = english.get(path)): string {
  const model = english.get(path)
  if (typeof model !== 'function' || typeof say !== 'function') return `${path} is no function`
  const given = argumentsOf(path, model, count)
  return String(Reflect.apply(say, undefined, given))
}

function argumentsOf(path: string, model: Function, count: number): unknown[] {
  const kinds = 4 ** model.length
  for (let kind = 0; kind < kinds; kind += 1) {
    const given = Array.from({ length: model.length }, (_, place) => {
      const name = NAMES[place]
      return [count, name, [name, 'Zqe'], undefined][Math.floor(kind / 4 ** place) % 4]
    })
    if (isSaid(() => Reflect.apply(model, undefined, given))) return given
  }
  throw new Error(`Nothing is known that ${path} could be said of`)
}

function isSaid(say: () => unknown): boolean {
  try {
    return !/undefined|NaN|\[object|function/.test(String(say()))
  } catch {
    return false
  }
}
