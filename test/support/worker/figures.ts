import { app } from '#worker/app'
import { openApi } from '#worker/openapi'

/** What a question needs beside the day. */
const ASKED: Readonly<Record<string, string>> = {
  from: '2026-08-01',
  to: '2026-08-31',
  month: '2026-08',
  year: '2026',
  figure: 'netProfit',
  by: 'sku',
  table: '12',
}

type Parameter = { name: string; in: string; required: boolean }
export type Operation = {
  parameters: Parameter[]
  responses: Record<string, { content?: Record<string, unknown> }>
}

/** Every question that the service answers, as its description has it. */
export const operations = Object.entries(openApi(app.routes).paths).flatMap(([path, { get }]) =>
  // Safe because openApi() made it.
  get === undefined ? [] : [{ path, ...(get as Operation) }],
)
export const takesDay = ({ parameters }: Operation) =>
  parameters.some(({ name }) => name === 'knownOn')
export const figures = operations.filter(takesDay)

/** The question of a figure, with what it cannot do without. */
export function urlOf(
  { path, parameters }: Operation & { path: string },
  asked: Readonly<Record<string, string>>,
): string {
  const query = new URLSearchParams(asked)
  for (const { name, in: place, required } of parameters)
    if (place === 'query' && required) query.set(name, asked[name] ?? ASKED[name] ?? '')
  return `${path.replace('{subOrderNo}', '258077095533022106_1').replace('{id}', 'any')}?${query}`
}
