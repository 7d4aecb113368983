import { businessDate, monthOf } from '#core/dates'
import type { StoreId } from '#core/ids'
import { type Db, runBatch } from '#db/client'
import { MAX_CHUNK_ROWS, toChunk } from '#db/ledger/chunk'
import {
  type ArchivedMark,
  type ArchivedOverhead,
  type HandCost,
  listArchivedOverheads,
  listHandCosts,
  listMarks,
  restoreHandCosts,
  restoreMarks,
  restoreOverheads,
} from '#db/ledger/queries/archived-decisions'
import { markCostsStale } from '#db/ledger/queries/cost-totals'
import { type Budget, pagesOf } from './export-csv'

/** What a person said of a store, and no file can say again. */
export type StoreDecisions = {
  readonly costs: readonly HandCost[]
  readonly overheads: readonly ArchivedOverhead[]
  readonly marks: readonly ArchivedMark[]
}

const ROWS_A_PAGE = 5_000

/** Everything that was said by hand of a store. */
export async function readDecisions(
  ledger: Db,
  storeId: StoreId,
  budget: Budget,
): Promise<StoreDecisions> {
  return {
    costs: await readAll(listHandCosts, ledger, storeId, budget),
    overheads: await readAll(listArchivedOverheads, ledger, storeId, budget),
    marks: await readAll(listMarks, ledger, storeId, budget),
  }
}

type ListRows<Row> = (
  ledger: Db,
  storeId: StoreId,
  after: Row | undefined,
  limit: number,
) => Promise<Row[]>

async function readAll<Row>(
  list: ListRows<Row>,
  ledger: Db,
  storeId: StoreId,
  budget: Budget,
): Promise<Row[]> {
  const all: Row[] = []
  const read = (after: Row | undefined, limit: number) => list(ledger, storeId, after, limit)
  const pages = pagesOf<Row>({ read, limit: ROWS_A_PAGE, statements: 1 }, budget)
  for await (const rows of pages) all.push(...rows)
  return all
}

/** Says it again of a store here. What was said later here stays; nothing is said twice. */
export async function restoreDecisions(
  ledger: Db,
  storeId: StoreId,
  { costs, overheads, marks }: StoreDecisions,
  now: Date,
): Promise<void> {
  for (const some of inChunks(costs)) {
    const rows = some.map((each) => {
      // A word from the future would outrank every later one.
      const saidAt = Math.min(each.saidAt, now.getTime())
      return JSON.stringify([each.sku, each.effectiveFrom, each.cost, each.packaging, saidAt])
    })
    const [first = ''] = some.map(({ effectiveFrom }) => effectiveFrom).sort()
    await runBatch(ledger, [
      ...restoreHandCosts(storeId, chunkOf(rows), now),
      markCostsStale(storeId, monthOf(businessDate(first))),
    ])
  }
  for (const some of inChunks(overheads)) {
    const rows = some.map(({ id, name, amount, fromMonth, toMonth, createdAt }) => {
      const at = Math.min(createdAt, now.getTime())
      return JSON.stringify([id, name, amount, fromMonth, toMonth, at])
    })
    await runBatch(ledger, [restoreOverheads(storeId, chunkOf(rows))])
  }
  for (const some of inChunks(marks)) {
    const rows = some.map(({ subOrderNo, rule, about, state, note, ticketId, markedAt }) => {
      const at = Math.min(markedAt, now.getTime())
      return JSON.stringify([subOrderNo, rule, about, state, note, ticketId, at])
    })
    await runBatch(ledger, restoreMarks(storeId, chunkOf(rows)))
  }
}

// A note has up to 1,000 characters of three bytes, so a chunk of the longest fits into a statement.
const ROWS_A_CHUNK = Math.min(MAX_CHUNK_ROWS, 250)

function* inChunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_A_CHUNK) {
    yield rows.slice(start, start + ROWS_A_CHUNK)
  }
}

function chunkOf(rows: readonly string[]): string {
  const chunk = toChunk(rows)
  if (chunk === undefined)
    throw new Error('A chunk of decisions grew larger than a statement takes')
  return chunk
}
