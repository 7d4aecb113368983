import type { ProfitLines } from '#core/pnl/profit'
import type { InferRequestType, InferResponseType } from 'hono/client'
import type { api } from './api'

// The Worker's own types: a route that changes its answer breaks the screen that reads it, at build time.
export type Me = InferResponseType<typeof api.me.$get, 200>
export type Store = Me['stores'][number]
export type Session = InferResponseType<typeof api.sessions.$get, 200>['items'][number]

export type Upload = InferResponseType<typeof api.uploads.$get, 200>['items'][number]
export type UploadReport = Upload['reports'][number]

export type Pnl = InferResponseType<typeof api.pnl.$get, 200>
export type PnlGroup = Pnl['groups'][number]
export type PnlLines = PnlGroup['lines']
export type Basis = Pnl['basis']
export type PnlGroupBy = Pnl['group']
export type Freshness = Pnl['freshness']
export type LineName = keyof ProfitLines
/** Costs are nothing while nobody has entered them; every other line is always a sum. */
export type CostLine = 'cogs' | 'packaging' | 'overheads'
export type KnownLine = Exclude<LineName, CostLine>

export type Payouts = InferResponseType<typeof api.payouts.$get, 200>
export type Payout = Payouts['items'][number]
export type Forecast = InferResponseType<typeof api.forecast.$get, 200>
export type Maturity = InferResponseType<typeof api.maturity.$get, 200>
export type Skus = InferResponseType<typeof api.skus.$get, 200>
export type Sku = Skus['items'][number]
export type SkuSort = NonNullable<InferRequestType<typeof api.skus.$get>['query']['sort']>
export type BankMatch = InferResponseType<(typeof api.payouts)['match-bank']['$post'], 200>
export type Settlements = InferResponseType<typeof api.settlements.$get, 200>
export type Settlement = Settlements['items'][number]
export type Source = Settlement['source']
export type SubOrderView = InferResponseType<(typeof api.orders)[':subOrderNo']['$get'], 200>
export type Provenance = InferResponseType<typeof api.provenance.$get, 200>
export type ProvenanceCell = Provenance['items'][number]
export type FileRow = InferResponseType<
  (typeof api.reports)[':report']['rows'][':row']['$get'],
  200
>

export type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null }
