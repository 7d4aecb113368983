import { query, revalidate } from '@solidjs/router'
import type { InferResponseType } from 'hono/client'
import { api, loadBridge, loadPnl, loadSkus, unwrap } from './api'
import { apiUrl } from './api-url'
import { figureQuery } from './figure-query'
import { ApiProblem, toProblem } from './request'

export type CostItem = InferResponseType<typeof api.costs.$get, 200>['items'][number]
export type DatedCost = CostItem['costs'][number]
export type MissingCosts = InferResponseType<typeof api.costs.missing.$get, 200>
export type MissingCost = MissingCosts['items'][number]
export type CostImport = InferResponseType<typeof api.costs.import.$post, 200>
export type Overhead = InferResponseType<typeof api.overheads.$get, 200>['items'][number]

type Asked = { store?: string | undefined }

export const loadCosts = query(
  (asked: Asked & { q?: string | undefined; limit: string; cursor?: string }) =>
    unwrap(api.costs.$get({ query: asked })),
  'costs',
)
export const loadMissingCosts = figureQuery(
  (asked: Asked) => unwrap(api.costs.missing.$get({ query: asked })),
  'costs-missing',
)
export const loadOverheads = query(
  (asked: Asked) => unwrap(api.overheads.$get({ query: asked })),
  'overheads',
)

export type NewCost = {
  sku: string
  effectiveFrom: string
  /** Paise; null is unknown. */
  cost: number | null
  packaging: number | null
  store: string | undefined
}

export async function setCost({ sku, ...json }: NewCost): Promise<void> {
  // The client puts it into the address as it is, and a SKU may hold a slash.
  const param = { sku: encodeURIComponent(sku) }
  await unwrap(api.costs[':sku'].$put({ param, json }))
  await askAgain()
}

export type NewOverhead = {
  name: string
  amount: number
  fromMonth: string
  toMonth: string | null
  store: string | undefined
}

export async function addOverhead(json: NewOverhead): Promise<void> {
  await unwrap(api.overheads.$post({ json }))
  await askAgain()
}

export async function removeOverhead(id: string): Promise<void> {
  await unwrap(api.overheads[':id'].$delete({ param: { id } }))
  await askAgain()
}

/** The API's limit, known here so that a large file is refused before it is sent. */
const MAX_LIST_BYTES = 5_000_000

/** What a list of costs changes; a dry run leaves it at that. */
export async function importCosts(
  file: File,
  store: string | undefined,
  mode: 'dry-run' | 'apply',
): Promise<CostImport> {
  if (file.size > MAX_LIST_BYTES) throw new ApiProblem(413, 'file-too-large', '')
  const dryRun = mode === 'dry-run' ? '1' : '0'
  const response = await fetch(apiUrl('/costs/import', { store, dryRun }), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => undefined)
  if (!response) throw new ApiProblem(0, 'offline', '')
  if (!response.ok) throw toProblem(response.status, await response.text())
  if (mode === 'apply') await askAgain()
  // Safe because the route answers in this shape.
  return (await response.json()) as CostImport
}

/** Every figure that holds a cost. */
function askAgain(): Promise<void> {
  return revalidate([
    loadCosts.key,
    loadMissingCosts.key,
    loadOverheads.key,
    loadPnl.key,
    loadBridge.key,
    loadSkus.key,
  ])
}
