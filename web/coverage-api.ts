import type { InferResponseType } from 'hono/client'
import { api, type Range, unwrap } from './api'
import { figureQuery } from './figure-query'

export type CoverageCell = InferResponseType<typeof api.coverage.$get, 200>['items'][number]
export type Coverage = CoverageCell['state']

export const loadCoverage = figureQuery(
  (range: Range) => unwrap(api.coverage.$get({ query: range })),
  'coverage',
)
