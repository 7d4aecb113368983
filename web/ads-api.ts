import { query } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, type Range, unwrap } from './api'
import type { Basis } from './api-shapes'
import { figureQuery } from './figure-query'

export type Ads = InferResponseType<typeof api.ads.$get, 200>
export type AdCampaigns = InferResponseType<typeof api.ads.campaigns.$get, 200>
export type AdCampaign = AdCampaigns['items'][number]
export type MarkedOrders = InferResponseType<typeof api.ads.orders.$get, 200>
export type MarkedMoney = MarkedOrders['marks'][number]
export type AdSkus = InferResponseType<typeof api.ads.skus.$get, 200>
export type AdSku = AdSkus['items'][number]
type AdSkuSort = NonNullable<InferRequestType<typeof api.ads.skus.$get>['query']['sort']>

type Asked = Range & { basis: Basis }
type More = { cursor?: string; limit?: string }

export const loadAdFigures = figureQuery(
  (asked: Asked) => unwrap(api.ads.$get({ query: asked })),
  'ads',
)

export const loadAdCampaigns = query(
  (asked: Asked & More) => unwrap(api.ads.campaigns.$get({ query: asked })),
  'ad-campaigns',
)

export const loadMarkedOrders = figureQuery(
  (asked: Asked) => unwrap(api.ads.orders.$get({ query: asked })),
  'marked-orders',
)

export const loadAdSkus = query(
  (asked: Asked & More & { by: AdSkus['by']; sort: string }) =>
    // Safe because the screen sorts by the columns that the API names; any other is answered 400.
    unwrap(api.ads.skus.$get({ query: { ...asked, sort: asked.sort as AdSkuSort } })),
  'ad-skus',
)
