import type { UnitCost } from '#core/costs/unit-cost'
import { type ByteSource, UnreadableFile } from '#core/files/bytes'
import { openFile } from '#core/files/open-file'
import type { Table } from '#core/files/row'
import { monthOf } from '#core/dates'
import type { StoreId } from '#core/ids'
import { recogniseReport } from '#core/meesho/recognise-report'
import { isRejected, type RejectedRow } from '#core/meesho/report'
import { type Db, runBatch } from '#db/client'
import { MAX_CHUNK_ROWS, toChunk } from '#db/ledger/chunk'
import { markCostsStale } from '#db/ledger/queries/cost-totals'
import { sayUnitCosts, unitCostRow } from '#db/ledger/queries/costs'
import { readUnitCosts } from './read-unit-costs'

/** A cost as a list has it, with its row; 0 where there is no list. */
export type SaidCost = UnitCost & { readonly row: number }

export type CostList = {
  readonly costs: readonly SaidCost[]
  readonly rejected: readonly RejectedRow[]
}

/** What saying a cost changes: nothing before for a SKU and day that had none. */
export type CostChange = SaidCost & {
  readonly before: Pick<UnitCost, 'cost' | 'packaging'> | undefined
  readonly change: 'new' | 'changed' | 'same'
}

// Each is a few dozen bytes in memory, and no shop has more.
export const MAX_COSTS = 50_000

/** The costs of the first list in a file. Throws UnreadableFile for a file without one. */
export async function readCostList(source: ByteSource): Promise<CostList> {
  for await (const { tables, error } of openFile(source)) {
    if (error) throw error
    for (const table of tables) {
      const list = await readTable(table)
      if (list !== undefined) return list
    }
  }
  throw new UnreadableFile(
    'not-a-cost-list',
    'This is no list of costs: its first row names the columns, at least SKU and Cost, and as well Packaging and Effective From.',
  )
}

async function readTable(table: Table): Promise<CostList | undefined> {
  const recognition = await recogniseReport(table, { names: [], createdOn: undefined })
  if (recognition.status === 'quarantined' && recognition.kind === 'costs')
    throw new UnreadableFile(recognition.code, recognition.detail)
  if (recognition.status !== 'recognised' || recognition.report.kind !== 'costs') return undefined
  const costs = new Map<string, SaidCost>()
  const rejected: RejectedRow[] = []
  for await (const rows of table.rows())
    for (const row of rows) {
      const record = recognition.report.read(row)
      if (record === undefined) continue
      if (isRejected(record)) rejected.push(record)
      else costs.set(keyOf(record), { ...record, row: row.number })
      if (costs.size + rejected.length > MAX_COSTS) throw tooMany()
    }
  return { costs: [...costs.values()], rejected }
}

function tooMany(): UnreadableFile {
  const sentence = `This list has more than ${MAX_COSTS} rows. Send it in parts.`
  return new UnreadableFile('too-many-costs', sentence)
}

/** What it would change to say these costs of a store, or of one that has none yet. */
export async function compareCosts(
  ledger: Db,
  storeId: StoreId | undefined,
  costs: readonly SaidCost[],
): Promise<CostChange[]> {
  const known = storeId === undefined ? [] : await readUnitCosts(ledger, storeId)
  const byKey = new Map(known.map((cost) => [keyOf(cost), cost]))
  return costs.map((cost) => {
    const before = byKey.get(keyOf(cost))
    return { ...cost, before, change: before === undefined ? 'new' : changeOf(before, cost) }
  })
}

function changeOf(before: UnitCost, cost: UnitCost): 'changed' | 'same' {
  const isSame = before.cost === cost.cost && before.packaging === cost.packaging
  return isSame ? 'same' : 'changed'
}

function keyOf({ sku, effectiveFrom }: UnitCost): string {
  return JSON.stringify([sku, effectiveFrom])
}

/**
 * Says costs by hand: from now on they count, and the totals of the months they may change are stale.
 * Safe to do twice.
 */
export async function sayCosts(
  ledger: Db,
  storeId: StoreId,
  costs: readonly SaidCost[],
  now: Date,
): Promise<void> {
  for (let start = 0; start < costs.length; start += MAX_CHUNK_ROWS) {
    const some = costs.slice(start, start + MAX_CHUNK_ROWS)
    const chunk = toChunk(some.map((cost) => unitCostRow(cost, now.getTime(), cost.row)))
    if (chunk === undefined) throw new Error('A chunk of costs grew larger than a statement takes')
    const [first] = some.map(({ effectiveFrom }) => effectiveFrom).sort()
    const marks = first === undefined ? [] : [markCostsStale(storeId, monthOf(first))]
    await runBatch(ledger, [...sayUnitCosts(storeId, chunk, now), ...marks])
  }
}
