import type { IconName } from '../components/icon'
import { text } from '../locales/text'
import { isAllowed, type Role, rightOfPage } from '../roles'

/** A screen one can go to from anywhere; its name is read when it is shown, in the language of then. */
export type Place = {
  readonly path: string
  readonly icon: IconName
  readonly label: () => string
  /** Screens below this one that have another address. */
  readonly under: readonly string[]
  readonly group: Group
  /** Left out of the side navigation, where its foot leads there. */
  readonly isSheetOnly?: true
}

export const GROUPS = ['start', 'money', 'orders', 'taxAndCosts', 'settings'] as const
export type Group = (typeof GROUPS)[number]

const LINKS: readonly Place[] = [
  { path: '/', icon: 'overview', label: () => text.nav.overview, under: [], group: 'start' },
  {
    path: '/profit',
    icon: 'profit',
    label: () => text.nav.profit,
    under: ['/provenance'],
    group: 'money',
  },
  { path: '/skus', icon: 'table', label: () => text.nav.skus, under: [], group: 'money' },
  { path: '/ads', icon: 'ads', label: () => text.figures.lines.ads, under: [], group: 'money' },
  {
    path: '/reconcile',
    icon: 'reconcile',
    label: () => text.nav.reconcile,
    under: [],
    group: 'money',
  },
  {
    path: '/settlements',
    icon: 'settlements',
    label: () => text.nav.settlements,
    under: [],
    group: 'money',
  },
  { path: '/payouts', icon: 'payouts', label: () => text.nav.payouts, under: [], group: 'money' },
  { path: '/orders', icon: 'orders', label: () => text.nav.orders, under: [], group: 'orders' },
  { path: '/returns', icon: 'returns', label: () => text.nav.returns, under: [], group: 'orders' },
  { path: '/claims', icon: 'claims', label: () => text.nav.claims, under: [], group: 'orders' },
  { path: '/costs', icon: 'costs', label: () => text.nav.costs, under: [], group: 'taxAndCosts' },
  { path: '/tax', icon: 'tax', label: () => text.nav.tax, under: [], group: 'taxAndCosts' },
  {
    path: '/imports',
    icon: 'imports',
    label: () => text.nav.imports,
    under: ['/reports'],
    group: 'settings',
  },
  {
    path: '/exports',
    icon: 'download',
    label: () => text.nav.exports,
    under: [],
    group: 'settings',
  },
  {
    path: '/settings',
    icon: 'settings',
    label: () => text.nav.settings,
    under: [],
    group: 'settings',
  },
  {
    path: '/help',
    icon: 'info',
    label: () => text.nav.help,
    under: [],
    group: 'settings',
    isSheetOnly: true,
  },
  {
    path: '/glossary',
    icon: 'search',
    label: () => text.nav.glossary,
    under: [],
    group: 'settings',
    isSheetOnly: true,
  },
]

// What a phone's bar has room for beside “More”, the most wanted first: each role sees its first four.
const BAR = ['/', '/profit', '/reconcile', '/imports', '/returns', '/claims']
const BAR_ROOM = 4
const OPEN_TO_ALL = ['/help', '/glossary']

export function placesOf(role: Role): readonly Place[] {
  return LINKS.filter(({ path }) => {
    const right = rightOfPage(path)
    return OPEN_TO_ALL.includes(path) || right === undefined || isAllowed(role, right)
  })
}

export function barOf(role: Role): readonly Place[] {
  return placesOf(role)
    .filter(({ path }) => BAR.includes(path))
    .sort((a, b) => BAR.indexOf(a.path) - BAR.indexOf(b.path))
    .slice(0, BAR_ROOM)
}

/** What the bar has no room for. */
export function sheetOf(role: Role): readonly Place[] {
  const shown = barOf(role)
  return placesOf(role).filter((place) => !shown.includes(place))
}

export type PlaceGroup = { readonly group: Group; readonly places: readonly Place[] }

export function grouped(places: readonly Place[]): readonly PlaceGroup[] {
  return GROUPS.map((group) => ({
    group,
    places: places.filter((place) => place.group === group),
  })).filter((each) => each.places.length > 0)
}

export function isAt(place: Place, pathname: string): boolean {
  return [place.path, ...place.under].some((path) =>
    path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`),
  )
}
