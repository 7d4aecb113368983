import { type RouteDefinition, Router } from '@solidjs/router'
import { type Component, lazy } from 'solid-js'
import { loadMe, saveLanguage } from './api'
import { settleLanguage } from './language'
import { loadAds, loadGlossary, loadHelp, loadWelcome } from './locales/parts'
import { isAllowed } from './roles'
import { Frame } from './shell/frame'
import { Shell } from './shell/shell'

function page<Name extends string>(load: () => Promise<Record<Name, Component>>, name: Name) {
  return lazy(() => load().then((module) => ({ default: module[name] })))
}

/** Who is signed in, and in which language; the sample's one account speaks for none of its visitors. */
async function greet(): Promise<void> {
  const { user, workspace } = await loadMe()
  if (isAllowed(workspace.role, 'account')) await settleLanguage(user.language, saveLanguage)
}

/** Such a page has words of its own; they come beside it. */
function pageWith<Name extends string>(
  words: () => Promise<void>,
  load: () => Promise<Record<Name, Component>>,
  name: Name,
) {
  return page(() => Promise.all([load(), words()]).then(([module]) => module), name)
}

/** Every address of the dashboard. Only screens under Shell need a session. */
const routes: RouteDefinition[] = [
  {
    path: '/sign-in',
    component: page(() => import('./pages/sign-in-page'), 'SignInPage'),
  },
  {
    path: '/sign-up',
    component: page(() => import('./pages/sign-up-page'), 'SignUpPage'),
  },
  {
    path: '/forgot-password',
    component: page(() => import('./pages/forgot-password-page'), 'ForgotPasswordPage'),
  },
  {
    path: '/reset-password',
    component: page(() => import('./pages/reset-password-page'), 'ResetPasswordPage'),
  },
  {
    path: '/change-password',
    component: page(() => import('./pages/change-password-page'), 'ChangePasswordPage'),
  },
  {
    path: '/profit/print',
    component: page(() => import('./pages/profit-print-page'), 'ProfitPrintPage'),
  },
  { path: '/device', component: page(() => import('./pages/device-page'), 'DevicePage') },
  { path: '/join', component: page(() => import('./pages/join-page'), 'JoinPage') },
  {
    path: '/verify-email',
    component: page(() => import('./pages/verify-email-page'), 'VerifyEmailPage'),
  },
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
      { path: '/', component: page(() => import('./pages/overview-page'), 'OverviewPage') },
      { path: '/profit', component: page(() => import('./pages/profit-page'), 'ProfitPage') },
      {
        path: '/settlements',
        component: page(() => import('./pages/settlements-page'), 'SettlementsPage'),
      },
      {
        path: '/reconcile',
        component: page(() => import('./pages/reconcile-page'), 'ReconcilePage'),
      },
      { path: '/returns', component: page(() => import('./pages/returns-page'), 'ReturnsPage') },
      { path: '/claims', component: page(() => import('./pages/claims-page'), 'ClaimsPage') },
      { path: '/ads', component: pageWith(loadAds, () => import('./pages/ads-page'), 'AdsPage') },
      { path: '/skus', component: page(() => import('./pages/skus-page'), 'SkusPage') },
      { path: '/costs', component: page(() => import('./pages/costs-page'), 'CostsPage') },
      { path: '/payouts', component: page(() => import('./pages/payouts-page'), 'PayoutsPage') },
      { path: '/tax', component: page(() => import('./pages/tax-page'), 'TaxPage') },
      {
        path: '/tax/rows',
        component: page(() => import('./pages/tax-rows-page'), 'TaxRowsPage'),
      },
      { path: '/orders', component: page(() => import('./pages/orders-page'), 'OrdersPage') },
      {
        path: '/orders/:subOrderNo',
        component: page(() => import('./pages/sub-order-page'), 'SubOrderPage'),
      },
      {
        path: '/provenance',
        component: page(() => import('./pages/provenance-page'), 'ProvenancePage'),
      },
      {
        path: '/reports/:reportId/rows/:row',
        component: page(() => import('./pages/file-row-page'), 'FileRowPage'),
      },
      { path: '/imports', component: page(() => import('./pages/imports-page'), 'ImportsPage') },
      { path: '/exports', component: page(() => import('./pages/exports-page'), 'ExportsPage') },
      { path: '/settings', component: page(() => import('./pages/settings-page'), 'SettingsPage') },
      {
        path: '/settings/security',
        component: page(() => import('./pages/security-page'), 'SecurityPage'),
      },
      { path: '/settings/team', component: page(() => import('./pages/team-page'), 'TeamPage') },
      {
        path: '/settings/tokens',
        component: page(() => import('./pages/tokens-page'), 'TokensPage'),
      },
      { path: '*', component: page(() => import('./pages/not-found-page'), 'NotFoundPage') },
    ],
  },
]

export function App() {
  return <Router root={Frame}>{routes}</Router>
}
