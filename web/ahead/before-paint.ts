import { isLanguage } from '../language'
import { WORDS_OF } from '../locales/words-of'
import { isRole } from '../roles'
import { readStored } from '../storage'
import { todayInIndia } from '../today'
import { askAhead } from './answers'
import { firstQuestions } from './first-questions'
import { isScreenKnown } from './screen-known'

// Written by the build, which alone knows the files of each language and of each screen.
declare const AHEAD_WORDS: Readonly<Record<string, readonly string[]>>
declare const AHEAD_SOME_WORDS: Readonly<
  Record<string, Readonly<Record<string, readonly string[]>>>
>
declare const AHEAD_SCREENS: Readonly<Record<string, readonly string[]>>

/*
 * Runs in index.html itself, before the first paint and before anything else has come. It decides theme and
 * language, and begins everything that the first screen will need side by side, not one after the other.
 */
const page = document.documentElement
const { pathname, search } = window.location

const theme = readStored('theme')
if (theme === 'light' || theme === 'dark') page.dataset['theme'] = theme

const wishes = [readStored('language'), ...navigator.languages].map((wish) => wish?.split('-')[0])
const language = wishes.find(isLanguage) ?? 'en'
page.lang = `${language}-IN`

const role = readStored('role')
const words = (WORDS_OF[pathname] ?? []).flatMap((name) => AHEAD_SOME_WORDS[language]?.[name] ?? [])
const screen = isScreenKnown(pathname) ? (AHEAD_SCREENS[pathname] ?? []) : []
for (const href of [...(AHEAD_WORDS[language] ?? []), ...words, ...screen]) {
  const link = document.createElement('link')
  const isStyle = href.endsWith('.css')
  link.rel = isStyle ? 'preload' : 'modulepreload'
  if (isStyle) link.as = 'style'
  link.crossOrigin = ''
  link.href = href
  document.head.append(link)
}

// Only for whoever was signed in here when this page was last left; anybody else is asked to sign in first.
if (isRole(role)) {
  const questions = firstQuestions(pathname, search, { today: todayInIndia(), role })
  askAhead(questions, { 'accept-language': language })
}
