import { query } from '@solidjs/router'
import type { InferResponseType } from 'hono/client'
import { api, type Range, unwrap } from './api'

export type CoverageCell = InferResponseType<typeof api.coverage.$get, 200>['items'][number]
export type Coverage = CoverageCell['state']

export const loadCoverage = query(
  (range: Range) => unwrap(api.coverage.$get({ query: range })),
  'coverage',
)
