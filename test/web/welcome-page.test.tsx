import { readFileSync } from 'node:fs'
import { useLocation } from '@solidjs/router'
import { cleanup, screen } from '@solidjs/testing-library'
import { Show } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { Trouble } from '../../web/components/face'
import { welcome } from '../../web/locales/en/welcome'
import { SAMPLE_STATEMENT } from '../../web/pages/welcome/sample-statement'
import { WelcomePage } from '../../web/pages/welcome-page'
import { ApiProblem } from '../../web/request'
import { PublicShell } from '../../web/shell/public-shell'
import { answerWith, showAt } from './support/api'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const hrefs = (name: string) =>
  screen.getAllByRole('link', { name }).map((link) => link.getAttribute('href'))

test('a visitor reads what it does and finds the sample, sign-up, sign-in and help', async () => {
  answerWith({})
  showAt('/welcome', () => (
    <PublicShell>
      <WelcomePage />
    </PublicShell>
  ))
  screen.getByRole('heading', { level: 1, name: 'What did your Meesho shop really earn?' })
  expect(document.title).toBe('What your Meesho shop really earned · TrackEcom')
  screen.getByRole('button', { name: 'Look around with sample data' })
  expect(new Set(hrefs('Sign in'))).toEqual(new Set(['/sign-in']))
  expect(new Set(hrefs('Help'))).toEqual(new Set(['/help']))
  expect(new Set(hrefs('Glossary'))).toEqual(new Set(['/glossary']))
  expect(screen.getByText(/^No account needed/)).toBeTruthy()
})

test('whoever is signed in is led to the figures instead of the doors', async () => {
  answerWith({ 'GET /api/me': () => ({ user: {}, workspace: {}, stores: [] }) })
  showAt('/welcome', WelcomePage)
  const link = await screen.findByRole('link', { name: 'Open my figures' })
  expect(link.getAttribute('href')).toBe('/')
  expect(screen.queryByRole('button', { name: 'Look around with sample data' })).toBeNull()
})

test('the amounts of the picture are those of the sample’s own files, and add up', () => {
  const truth = JSON.parse(readFileSync('test/fixtures/seller-2026/truth.json', 'utf8'))
  const { total } = truth
  const shown = Object.fromEntries(SAMPLE_STATEMENT.map(({ line, amount }) => [line, amount]))
  const fees = total.commission + total.shipping + total.returnShipping
  const settled =
    total.sale +
    total.saleReturn +
    fees +
    total.tcs +
    total.tds +
    total.compensation +
    total.claims +
    total.recovery
  expect(shown).toEqual({
    grossSales: total.sale,
    salesReturned: total.saleReturn,
    fees,
    taxesWithheld: total.tcs + total.tds,
    givenAndTaken: total.compensation + total.claims + total.recovery,
    unexplained: total.settlement - settled,
    ads: truth.ads.total,
    others: truth.referral + truth.compensationRecovery,
    bankReceipts: total.settlement + truth.ads.total + truth.referral + truth.compensationRecovery,
  })
  const wrong = truth.faults.filter(
    ({ kind }: { kind: string }) => kind === 'settlement_does_not_add_up',
  )
  expect(wrong).toHaveLength(6)
  expect(welcome.picture.note).toMatch(/^Six rows/)
})

test('every amount of the picture is written in full', () => {
  answerWith({})
  showAt('/welcome', WelcomePage)
  const row = screen.getByRole('rowheader', { name: 'Reached the bank' }).closest('tr')
  expect(row?.textContent).toContain('₹1,01,217.55')
  const left = screen.getByRole('rowheader', { name: 'Unexplained' }).closest('tr')
  expect(left?.textContent).toContain('\u2212₹45.00')
})

test.each([
  ['/', '/welcome'],
  ['/?from=2026-06-01', '/sign-in?back=%2F%3Ffrom%3D2026-06-01'],
  ['/profit', '/sign-in?back=%2Fprofit'],
])('without a session %s leads to %s', async (asked, expected) => {
  showAt(asked, () => {
    const location = useLocation()
    const here = () => `${location.pathname}${location.search}`
    return (
      <>
        <Show when={here() === asked}>
          <Trouble error={new ApiProblem(401, 'no-session', '')} reset={() => undefined} />
        </Show>
        <output>{here()}</output>
      </>
    )
  })
  expect(await screen.findByText(expected)).toBeTruthy()
})
