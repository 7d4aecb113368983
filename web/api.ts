import { query, revalidate } from '@solidjs/router'
import { type ClientResponse, hc } from 'hono/client'
import type { OrderMark } from '#core/ads/order-mark'
import type { Api } from '#worker/app'
import type { Basis, PnlGroupBy, Store, Skus, SkuSort } from './api-shapes'
import { figureQuery } from './figure-query'
import { type Language, languageOfPage } from './language'
import { fetchKept, leaveDevice } from './offline/kept-answers'
import { ApiProblem, toProblem } from './request'

// Mails to somebody new are written in the language of the page they signed up on.
const headers = () => ({ 'accept-language': languageOfPage() })

export const { api } = hc<Api>('/', { fetch: fetchKept, headers })

/** The body of a good answer; anything else is thrown for the nearest part of the page. */
export async function unwrap<T>(pending: Promise<ClientResponse<T, number, string>>): Promise<T> {
  const response = await pending.catch(() => undefined)
  if (!response) throw new ApiProblem(0, 'offline', '')
  if (!response.ok) throw toProblem(response.status, await response.text())
  // Safe because the Worker's own type says what each good answer holds; 204 answers are not read.
  return (response.status === 204 ? undefined : await response.json()) as T
}

/** Of the person's mails and, on every device, of the dashboard. */
export async function saveLanguage(language: Language): Promise<void> {
  await unwrap(api.me.$patch({ json: { language } }))
}

type Params = Record<string, string | undefined>
export type Range = { from: string; to: string; store?: string | undefined }

export const loadMe = figureQuery(() => unwrap(api.me.$get()), 'me')
export const loadSessions = query(() => unwrap(api.sessions.$get()), 'sessions')
export const loadSecurityEvents = query(
  () => unwrap(api['security-events'].$get()),
  'security-events',
)
const fetchUploads = () => unwrap(api.uploads.$get({ query: { limit: '200' } }))
export const loadUploads = query(fetchUploads, 'uploads')

export function loadUploadsAfter(cursor: string) {
  return unwrap(api.uploads.$get({ query: { limit: '200', cursor } }))
}

/** Asks anew behind the page's back: what is shown changes only once there is an answer. */
export async function refreshUploads() {
  const uploads = await fetchUploads()
  query.set(loadUploads.keyFor(), uploads)
  await revalidate(loadUploads.key, false)
  return uploads
}
export const loadPnl = figureQuery(
  (range: Range & { basis: Basis; group: PnlGroupBy }) => unwrap(api.pnl.$get({ query: range })),
  'pnl',
)
export const loadBridge = figureQuery(
  (range: Range) => unwrap(api.bridge.$get({ query: range })),
  'bridge',
)
export const loadPayouts = figureQuery(
  (range: Range & Params) => unwrap(api.payouts.$get({ query: range })),
  'payouts',
)

export const loadForecast = figureQuery(
  (range: Range) => unwrap(api.forecast.$get({ query: range })),
  'forecast',
)

export const loadMaturity = figureQuery(
  (asked: { month: string; store?: string | undefined }) =>
    unwrap(api.maturity.$get({ query: asked })),
  'maturity',
)
export type SkuQuery = Range & {
  basis: Basis
  view: Skus['view']
  againstFrom?: string | undefined
  againstTo?: string | undefined
  sort: string
  q?: string | undefined
  limit: string
  cursor?: string
}
export const loadSkus = query(
  // Safe because the screen sorts by the columns that the API names; any other is answered 400.
  (asked: SkuQuery) => unwrap(api.skus.$get({ query: { ...asked, sort: asked.sort as SkuSort } })),
  'skus',
)

export type SettlementQuery = Range & {
  sort: SettlementSort
  status?: string | undefined
  sku?: string | undefined
  q?: string | undefined
  limit: string
  cursor?: string
}
export const SETTLEMENT_SORTS = [
  '-paidOn',
  'paidOn',
  '-settlement',
  'settlement',
  '-sale',
  'sale',
] as const
export type SettlementSort = (typeof SETTLEMENT_SORTS)[number]

export const loadSettlements = query(
  (asked: SettlementQuery) => unwrap(api.settlements.$get({ query: asked })),
  'settlements',
)

export type ProvenanceQuery = Range & {
  figure: string
  basis: Basis
  sku?: string | undefined
  campaign?: string | undefined
  orderSource?: OrderMark | undefined
  cursor?: string
}
export const loadProvenance = query(
  (asked: ProvenanceQuery) => unwrap(api.provenance.$get({ query: asked })),
  'provenance',
)
export const loadProvenanceCount = query(
  (asked: ProvenanceQuery) => unwrap(api.provenance.count.$get({ query: asked })),
  'provenance-count',
)
export const loadSubOrder = query(
  (subOrderNo: string) =>
    unwrap(api.orders[':subOrderNo'].$get({ param: { subOrderNo }, query: {} })),
  'order',
)
export const loadFileRow = query(
  (report: string, row: string) =>
    unwrap(api.reports[':report'].rows[':row'].$get({ param: { report, row } })),
  'file-row',
)

export type Registration = { name: string; email: string; password: string; isAdult: true }

export async function register(registration: Registration): Promise<void> {
  await unwrap(api.auth.register.$post({ json: registration }))
}

export async function signIn(credentials: {
  email: string
  password: string
  totp?: string
}): Promise<void> {
  await unwrap(api.auth.login.$post({ json: credentials }))
}

export async function verifyEmail(code: string): Promise<void> {
  await unwrap(api.auth['verify-email'].$post({ json: { code } }))
}

export async function askForCode(): Promise<void> {
  await unwrap(api.auth['verify-email'].send.$post())
}

export async function forgotPassword(email: string): Promise<void> {
  await unwrap(api.auth['forgot-password'].$post({ json: { email } }))
}

export async function resetPassword(token: string, password: string): Promise<void> {
  await unwrap(api.auth['reset-password'].$post({ json: { token, password } }))
}

export async function changePassword(password: string, newPassword: string): Promise<void> {
  await unwrap(api.auth['change-password'].$post({ json: { password, newPassword } }))
}

export const loadArchiveSize = query(() => unwrap(api.export.archive.$get()), 'archive-size')

/** Asks the person to confirm where that is needed, and throws where nothing can be packed. */
export async function checkArchive(): Promise<void> {
  await unwrap(api.export.archive.check.$post())
}

/** The sample seller's figures, without an account. */
export async function visitSample(): Promise<void> {
  await unwrap(api.auth.visit.$post())
}

export async function signOut(): Promise<void> {
  await unwrap(api.auth.logout.$post())
  await leaveDevice()
}

export async function endSession(id: string): Promise<void> {
  await unwrap(api.sessions[':id'].$delete({ param: { id } }))
}

export async function undoUpload(id: string): Promise<void> {
  await unwrap(api.uploads[':id'].$delete({ param: { id } }))
}

export async function changeStore(
  id: string,
  json: Partial<Pick<Store, 'name' | 'gstScheme'>>,
): Promise<void> {
  await unwrap(api.stores[':id'].$patch({ param: { id }, json }))
}
