import { type RouteDefinition, Router } from '@solidjs/router'
import { type Component, lazy } from 'solid-js'
import { loadMe, saveLanguage } from './api'
import { settleLanguage } from './language'
import { loadAds, loadGlossary, loadHelp, loadWelcome } from './locales/parts'
import { loadWords } from './locales/text'
import { WORDS_OF, type WordsName } from './locales/words-of'
import { isAllowed } from './roles'
import { Frame } from './shell/frame'
import { Shell } from './shell/shell'

type Load<Name extends string> = () => Promise<Record<Name, Component>>

/** The words first: a screen may take them while it is evaluated. */
function page<Name extends string>(load: Load<Name>, name: Name, says: readonly WordsName[] = []) {
  return lazy(async () => {
    await loadWords(says)
    return { default: (await load())[name] }
  })
}

function screen<Name extends string>(path: string, load: Load<Name>, name: Name) {
  return { path, component: page(load, name, WORDS_OF[path]) }
}

/** Who is signed in, and in which language; the sample's one account speaks for none of its visitors. */
async function greet(): Promise<void> {
  const { user, workspace } = await loadMe()
  if (isAllowed(workspace.role, 'account')) await settleLanguage(user.language, saveLanguage)
}

/** Such a page has words of its own; they come beside it. */
function pageWith<Name extends string>(words: () => Promise<void>, load: Load<Name>, name: Name) {
  return page(() => Promise.all([load(), words()]).then(([module]) => module), name)
}

/** Every address of the dashboard. Only screens under Shell need a session. */
const routes: RouteDefinition[] = [
  screen('/sign-in', () => import('./pages/sign-in-page'), 'SignInPage'),
  screen('/sign-up', () => import('./pages/sign-up-page'), 'SignUpPage'),
  screen('/forgot-password', () => import('./pages/forgot-password-page'), 'ForgotPasswordPage'),
  screen('/reset-password', () => import('./pages/reset-password-page'), 'ResetPasswordPage'),
  screen('/change-password', () => import('./pages/change-password-page'), 'ChangePasswordPage'),
  screen('/profit/print', () => import('./pages/profit-print-page'), 'ProfitPrintPage'),
  screen('/device', () => import('./pages/device-page'), 'DevicePage'),
  screen('/join', () => import('./pages/join-page'), 'JoinPage'),
  screen('/verify-email', () => import('./pages/verify-email-page'), 'VerifyEmailPage'),
  {
    path: '/',
    component: pageWith(loadWelcome, () => import('./shell/public-shell'), 'PublicShell'),
    children: [
      {
        path: '/welcome',
        component: pageWith(loadWelcome, () => import('./pages/welcome-page'), 'WelcomePage'),
      },
      {
        path: '/help',
        component: pageWith(loadHelp, () => import('./pages/help-page'), 'HelpPage'),
      },
      {
        path: '/glossary',
        component: pageWith(loadGlossary, () => import('./pages/glossary-page'), 'GlossaryPage'),
      },
    ],
  },
  {
    path: '/',
    component: Shell,
    preload: () => void greet().catch(() => undefined),
    children: [
      screen('/', () => import('./pages/overview-page'), 'OverviewPage'),
      screen('/profit', () => import('./pages/profit-page'), 'ProfitPage'),
      screen('/settlements', () => import('./pages/settlements-page'), 'SettlementsPage'),
      screen('/reconcile', () => import('./pages/reconcile-page'), 'ReconcilePage'),
      screen('/returns', () => import('./pages/returns-page'), 'ReturnsPage'),
      screen('/claims', () => import('./pages/claims-page'), 'ClaimsPage'),
      { path: '/ads', component: pageWith(loadAds, () => import('./pages/ads-page'), 'AdsPage') },
      screen('/skus', () => import('./pages/skus-page'), 'SkusPage'),
      screen('/costs', () => import('./pages/costs-page'), 'CostsPage'),
      screen('/payouts', () => import('./pages/payouts-page'), 'PayoutsPage'),
      screen('/tax', () => import('./pages/tax-page'), 'TaxPage'),
      screen('/tax/rows', () => import('./pages/tax-rows-page'), 'TaxRowsPage'),
      screen('/orders', () => import('./pages/orders-page'), 'OrdersPage'),
      screen('/orders/:subOrderNo', () => import('./pages/sub-order-page'), 'SubOrderPage'),
      screen('/provenance', () => import('./pages/provenance-page'), 'ProvenancePage'),
      screen('/reports/:reportId/rows/:row', () => import('./pages/file-row-page'), 'FileRowPage'),
      screen('/imports', () => import('./pages/imports-page'), 'ImportsPage'),
      screen('/exports', () => import('./pages/exports-page'), 'ExportsPage'),
      screen('/settings', () => import('./pages/settings-page'), 'SettingsPage'),
      screen('/settings/security', () => import('./pages/security-page'), 'SecurityPage'),
      screen('/settings/team', () => import('./pages/team-page'), 'TeamPage'),
      screen('/settings/tokens', () => import('./pages/tokens-page'), 'TokensPage'),
      screen('*', () => import('./pages/not-found-page'), 'NotFoundPage'),
    ],
  },
]

/** Fetches the screen of an address, so that it is drawn with the first drawing; of others nothing is known. */
export async function loadScreen(path: string): Promise<void> {
  const screens = routes.flatMap(({ children = [] }) => children)
  const component = screens.find((route) => route.path === path)?.component
  if (component && 'preload' in component && typeof component.preload === 'function') {
    await component.preload()
  }
}

export function App() {
  return <Router root={Frame}>{routes}</Router>
}
