import { query } from '@solidjs/router'
import type { InferResponseType } from 'hono/client'
import { api, unwrap } from './api'
import { figureQuery } from './figure-query'

export type Register = InferResponseType<typeof api.tax.tcs.$get, 200>
export type RegisterMonth = Register['months'][number]
export type RegisterMoney = Register['total']
export type GstSummary = InferResponseType<typeof api.gst.summary.$get, 200>
export type GstGroup = GstSummary['byRate'][number]
export type GstRows = InferResponseType<typeof api.gst.lines.$get, 200>
export type GstRow = GstRows['items'][number]

export type WithheldTax = 'tcs' | 'tds'

export const loadRegister = figureQuery(
  ({ tax, year, store }: { tax: WithheldTax; year: number; store?: string | undefined }) =>
    unwrap(api.tax[tax].$get({ query: { year: String(year), store } })),
  'tax-register',
)

export const loadGstSummary = figureQuery(
  (asked: { month: string; store?: string | undefined }) =>
    unwrap(api.gst.summary.$get({ query: asked })),
  'gst-summary',
)

export type GstRowQuery = {
  month: string
  store?: string | undefined
  direction?: 'sales' | 'returns' | undefined
  rate?: string | undefined
  state?: string | undefined
  hsn?: string | undefined
  limit: string
  cursor?: string
}

export const loadGstRows = query(
  (asked: GstRowQuery) => unwrap(api.gst.lines.$get({ query: asked })),
  'gst-rows',
)
