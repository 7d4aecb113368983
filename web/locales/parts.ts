import { type Language, languageOfPage } from '../language'
import type { Words } from './words'

type Ads = Words<Omit<typeof import('./en/ads'), never>>
type Definitions = Words<Omit<typeof import('./en/definitions'), never>>
type Glossary = Words<Omit<typeof import('./en/glossary'), never>>
type Help = Words<Omit<typeof import('./en/help'), never>>
type Welcome = Words<Omit<typeof import('./en/welcome'), never>>

type InEach<Part> = Readonly<Record<Language, () => Promise<Part>>>

const ADS: InEach<Ads> = {
  en: () => import('./en/ads'),
  hi: () => import('./hi/ads'),
  gu: () => import('./gu/ads'),
}

const DEFINITIONS: InEach<Definitions> = {
  en: () => import('./en/definitions'),
  hi: () => import('./hi/definitions'),
  gu: () => import('./gu/definitions'),
}

const GLOSSARY: InEach<Glossary> = {
  en: () => import('./en/glossary'),
  hi: () => import('./hi/glossary'),
  gu: () => import('./gu/glossary'),
}

const HELP: InEach<Help> = {
  en: () => import('./en/help'),
  hi: () => import('./hi/help'),
  gu: () => import('./gu/help'),
}

const WELCOME: InEach<Welcome> = {
  en: () => import('./en/welcome'),
  hi: () => import('./hi/welcome'),
  gu: () => import('./gu/welcome'),
}

/** Words that few pages need. Each is loaded beside the page that shows it, and read when it is drawn. */
export let ads: Ads['ads']
export let definitions: Definitions['definitions']
export let definitionText: Definitions['definitionText']
export let glossary: Glossary['glossary']
export let glossaryParts: Glossary['glossaryParts']
export let help: Help['help']
export let publicText: Welcome['publicText']
export let welcome: Welcome['welcome']

export async function loadAds(): Promise<void> {
  ;({ ads } = await ADS[languageOfPage()]())
}

export async function loadDefinitions(): Promise<void> {
  ;({ definitions, definitionText } = await DEFINITIONS[languageOfPage()]())
}

export async function loadGlossary(): Promise<void> {
  ;({ glossary, glossaryParts } = await GLOSSARY[languageOfPage()]())
}

export async function loadHelp(): Promise<void> {
  ;({ help } = await HELP[languageOfPage()]())
}

export async function loadWelcome(): Promise<void> {
  ;({ publicText, welcome } = await WELCOME[languageOfPage()]())
}
