import { type CogsPolicy, costDayOf, entriesByPayment, entryByOrder } from '#core/costs/cogs'
import type { StoreId } from '#core/ids'
import type { Db } from '#db/client'
import {
  type CostCells,
  type CostFigure,
  type CostQuestion,
  type CostRow,
  listCostSources,
} from '#db/ledger/queries/cost-cells'
import type { PastCosts, StoreThen } from './past-costs'
import type { MovedThen } from './reconcile-as-known'

type Page = { readonly after: string | undefined; readonly limit: number }

/** An entry of cost with the SKU of the book and the day by which its cost is found. */
type Found = Pick<CostRow, 'on' | 'subOrderNo' | 'units' | 'value'> & {
  readonly sku: string
  readonly day: string
}

/** What listCostCells() tells of now, as known then: sub-orders in the order of their days. */
export async function listPastCostRows(
  ledger: Db,
  storeId: StoreId,
  question: CostQuestion,
  past: PastCosts,
  { after, limit }: Page,
): Promise<CostCells> {
  const store = (await past.read())?.get(storeId)
  if (store === undefined) return { rows: [], next: undefined }
  const rest = inOrder(store.moved).filter((each) => isAfter(each, after))
  const found: Found[] = []
  let taken = 0
  for (const moved of rest) {
    if (found.length >= limit) break
    taken += 1
    found.push(...entriesIn(moved, store, question))
  }
  const last = rest[taken - 1]
  const rows = await withSources(ledger, storeId, question, past.knownAt, found)
  return { rows, next: last && taken < rest.length ? placeOf(last) : undefined }
}

function inOrder(moved: readonly MovedThen[]): MovedThen[] {
  return moved.toSorted((a, b) => comparePlaces(keyOf(a), keyOf(b)))
}

const keyOf = ({ orderedOn, subOrderNo }: MovedThen) => [orderedOn ?? '', subOrderNo] as const

type Key = readonly [orderedOn: string, subOrderNo: string]

function comparePlaces([day, id]: Key, [otherDay, otherId]: Key): number {
  if (day !== otherDay) return day < otherDay ? -1 : 1
  if (id === otherId) return 0
  return id < otherId ? -1 : 1
}

function placeOf(moved: MovedThen): string {
  return JSON.stringify(keyOf(moved))
}

function isAfter(moved: MovedThen, place: string | undefined): boolean {
  if (place === undefined) return true
  // Safe because an earlier page made it; the route checks its shape.
  const [day, id] = JSON.parse(place) as (string | number)[]
  return comparePlaces(keyOf(moved), [String(day ?? ''), String(id ?? '')]) > 0
}

/** The entries of a sub-order that cost something in the period. */
function entriesIn(moved: MovedThen, { book }: StoreThen, question: CostQuestion): Found[] {
  const { from, to, sku } = question
  const [day, bookSku] = [costDayOf(moved), book.skuOf(moved.sku)]
  if (day === undefined || bookSku === undefined) return []
  if (sku !== undefined && moved.sku !== sku) return []
  return entriesOf(moved, question.basis, question.policy, book)
    .flatMap((entry) => {
      const { units, value } = partOf(entry, question.figure)
      if (entry.day === undefined || entry.day < from || entry.day > to || !value) return []
      return [{ on: entry.day, subOrderNo: moved.subOrderNo, units, value, sku: bookSku, day }]
    })
    .toSorted((a, b) => (a.on === b.on ? a.value - b.value : a.on < b.on ? -1 : 1))
}

function entriesOf(
  moved: MovedThen,
  basis: CostQuestion['basis'],
  policy: CogsPolicy,
  { costOn }: StoreThen['book'],
) {
  if (basis === 'payment') return entriesByPayment(moved, policy, costOn)
  return [entryByOrder(moved, policy, costOn)].filter((entry) => entry !== undefined)
}

function partOf(entry: ReturnType<typeof entriesByPayment>[number], figure: CostFigure) {
  return figure === 'cogs'
    ? { units: entry.units, value: entry.cogs }
    : { units: entry.dispatchedUnits, value: entry.packaging }
}

async function withSources(
  ledger: Db,
  storeId: StoreId,
  { figure }: CostQuestion,
  knownAt: number,
  found: readonly Found[],
): Promise<CostRow[]> {
  const asked = new Map(
    found.map(({ sku, day }) => [JSON.stringify([sku, day]), [sku, day] as const]),
  )
  const sources = await listCostSources(ledger, storeId, { figure, knownAt }, [...asked.values()])
  const sourceOf = new Map(sources.map((each) => [JSON.stringify([each.sku, each.day]), each]))
  return found.flatMap(({ sku, day, ...row }) => {
    const source = sourceOf.get(JSON.stringify([sku, day]))
    return source ? [{ ...source, ...row }] : []
  })
}
