import { query } from '@solidjs/router'
import type {
  Basis,
  FileRow,
  Me,
  Page,
  Payout,
  Pnl,
  PnlGroupBy,
  Provenance,
  Session,
  SettlementPage,
  Store,
  SubOrderView,
  Upload,
} from './api-shapes'
import { type Params, getJson, sendJson } from './request'

export type Range = {
  readonly from: string
  readonly to: string
  readonly store?: string | undefined
}
export type PnlQuery = Range & { readonly basis: Basis; readonly group: PnlGroupBy }

export const loadMe = query(() => getJson<Me>('/me'), 'me')
export const loadSessions = query(() => getJson<{ items: Session[] }>('/sessions'), 'sessions')
export const loadUploads = query(() => getJson<Page<Upload>>('/uploads', { limit: 200 }), 'uploads')

export const loadPnl = query((range: PnlQuery) => getJson<Pnl>('/pnl', range), 'pnl')
export const loadPayouts = query(
  (params: Params) => getJson<Page<Payout>>('/payouts', params),
  'payouts',
)
export const loadSettlements = query(
  (params: Params) => getJson<SettlementPage>('/settlements', params),
  'settlements',
)
export const loadProvenance = query(
  (params: Params) => getJson<Provenance>('/provenance', params),
  'provenance',
)
export const loadSubOrder = query(
  (subOrderNo: string) => getJson<SubOrderView>(`/orders/${encodeURIComponent(subOrderNo)}`),
  'order',
)
export const loadFileRow = query(
  (reportId: string, row: string) =>
    getJson<FileRow>(`/reports/${encodeURIComponent(reportId)}/rows/${encodeURIComponent(row)}`),
  'file-row',
)

export type Registration = { name: string; email: string; password: string; isAdult: true }

export async function register(registration: Registration): Promise<void> {
  await sendJson('POST', '/auth/register', registration)
}

export async function signIn(credentials: { email: string; password: string }): Promise<void> {
  await sendJson('POST', '/auth/login', credentials)
}

export async function signOut(): Promise<void> {
  await sendJson('POST', '/auth/logout')
}

export async function endSession(id: string): Promise<void> {
  await sendJson('DELETE', `/sessions/${encodeURIComponent(id)}`)
}

export async function undoUpload(id: string): Promise<void> {
  await sendJson('DELETE', `/uploads/${encodeURIComponent(id)}`)
}

export async function changeStore(
  id: string,
  change: Partial<Pick<Store, 'name' | 'gstScheme'>>,
): Promise<void> {
  await sendJson('PATCH', `/stores/${encodeURIComponent(id)}`, change)
}
