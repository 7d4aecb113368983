import { type BusinessDate, monthOf } from '#core/dates'
import { type Filters, readFilters } from '../address-filters'
import { comparedPeriod } from '../compare'
import { trendGroup } from '../period'
import { type Params, apiUrl } from '../api-url'
import { isAllowed, rightOfPage, type Role } from '../roles'

const ME = apiUrl('/me')
const UPLOADS = apiUrl('/uploads', { limit: '200' })

type Address = { readonly filters: Filters; readonly search: URLSearchParams }

/** The main screens; any other asks once it is there. */
const QUESTIONS: Readonly<Record<string, (address: Address) => readonly string[]>> = {
  '/': ({ filters }) => [
    UPLOADS,
    pnl(filters, { group: 'total' }),
    ...beforeOf(filters),
    apiUrl('/discrepancies', { store: filters.store, state: 'open', limit: '1' }),
    pnl(filters, { group: trendGroup(filters) }),
  ],
  '/profit': ({ filters: { from, to, store, basis }, search }) => [
    pnl({ from, to, store, basis }, { group: 'total' }),
    ...(search.has('group') ? [] : [apiUrl('/bridge', { from, to, store })]),
    apiUrl('/maturity', { month: monthOf(to), store }),
    UPLOADS,
  ],
  '/orders': ({ filters: { store }, search }) => [
    apiUrl('/reconciliation', { store, ...only(search, ['asOf']) }),
    apiUrl('/orders', { store, ...only(search, ['asOf', 'bucket', 'q']), limit: '100' }),
    UPLOADS,
  ],
  '/reconcile': ({ filters: { store }, search }) => [
    apiUrl('/reconciliation', { store, ...only(search, ['asOf']) }),
    UPLOADS,
  ],
  '/imports': () => [UPLOADS],
}

/**
 * What a screen asks first, as addresses of the API: index.html asks it while the dashboard is on its way,
 * and the screen takes the answers. One that it does not take is asked for nothing: a journey holds both alike.
 */
export function firstQuestions(
  path: string,
  search: string,
  { today, role }: { readonly today: BusinessDate; readonly role: Role },
): readonly string[] {
  const right = rightOfPage(path)
  if (right !== undefined && !isAllowed(role, right)) return [ME]
  const params = new URLSearchParams(search)
  const filters = readFilters(Object.fromEntries(params), today)
  return [ME, ...(QUESTIONS[path]?.({ filters, search: params }) ?? [])]
}

type Days = Pick<Filters, 'from' | 'to' | 'store' | 'basis'>

function pnl({ from, to, store, basis }: Days, { group }: { readonly group: string }): string {
  return apiUrl('/pnl', { from, to, store, basis, group })
}

function beforeOf(filters: Filters): readonly string[] {
  const days = comparedPeriod(filters, filters.preset, filters.comparison ?? 'period')
  return days === undefined ? [] : [pnl({ ...filters, ...days }, { group: 'total' })]
}

function only(search: URLSearchParams, names: readonly string[]): Params {
  return Object.fromEntries(names.map((name) => [name, search.get(name) ?? undefined]))
}
