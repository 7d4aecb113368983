import type { StoreId } from '#core/ids'
import { type SQL, sql } from 'drizzle-orm'
import { isPastStep, type Step } from './report-steps'

/** A table of things that are seen again and again, of which the observation furthest on counts. */
export type Observed = {
  readonly table: string
  /** Says whose observation it is. */
  readonly identity: readonly string[]
  /** Everything else that the row says. */
  readonly content: readonly string[]
  /** What is known of the observation besides, such as when it was made; it is no news by itself. */
  readonly beside: readonly string[]
  /** Expressions by which one observation is later than another, best first; `.` stands before a column. */
  readonly order: readonly string[]
}

// Rows are JSON arrays: identity, content, what is beside it, and then the row's number.
const namesOf = ({ identity, content, beside }: Observed) => [
  ...identity,
  ...content,
  ...beside,
  'row_no',
]

/** Some columns as one text: two that are equal are equal in each, unknown values included. */
function textOf(columns: readonly string[], alias: string): string {
  return `json_array(${columns.map((name) => `${alias}.${name}`).join(', ')})`
}

function orderOf(observed: Observed, alias: string): string {
  const expressions = observed.order.map((each) => each.replaceAll('.', `${alias}.`))
  return [...expressions, textOf(observed.content, alias)].join(', ')
}

function outranks(observed: Observed): string {
  return `(${orderOf(observed, 'i')}) > (${orderOf(observed, 'o')})`
}

function isNews({ content }: Observed): string {
  return `(${textOf(content, 'i')} <> ${textOf(content, 'o')})`
}

function differs({ content, beside }: Observed): string {
  const columns = [...content, ...beside]
  return `(${textOf(columns, 'i')} <> ${textOf(columns, 'o')})`
}

function rowsOf(observed: Observed, chunk: string): SQL {
  const cells = namesOf(observed).map((name, index) => `value->>${index} AS ${name}`)
  return sql`(SELECT ${sql.raw(cells.join(', '))} FROM json_each(${chunk}))`
}

function isSame({ identity }: Observed): string {
  return identity.map((name) => `o.${name} = i.${name}`).join(' AND ')
}

/**
 * The chunk's rows (i), each beside the observation that counts now (o). CROSS and LEFT keep SQLite from
 * turning the join round, which would read the whole chunk for every row of the store.
 */
function incoming(
  observed: Observed,
  join: 'LEFT' | 'CROSS',
  storeId: StoreId,
  chunk: string,
): SQL {
  return sql`${rowsOf(observed, chunk)} AS i ${sql.raw(join)} JOIN ${sql.raw(observed.table)} AS o
    ON o.store_id = ${storeId} AND ${sql.raw(isSame(observed))} AND o.closed_at = 0`
}

/** How many rows of the chunk are new to the store, and how many say something later than is known. */
export function countObservations(observed: Observed, storeId: StoreId, chunk: string): SQL {
  const [first] = observed.identity
  return sql`SELECT coalesce(sum(o.${sql.raw(first ?? '')} IS NULL), 0) AS added,
      coalesce(sum(o.${sql.raw(first ?? '')} IS NOT NULL AND ${sql.raw(isNews(observed))} AND ${sql.raw(outranks(observed))}), 0) AS changed
    FROM ${incoming(observed, 'LEFT', storeId, chunk)}`
}

/**
 * Adds a chunk in which each identity stands once. Of two observations the later one by itself counts, and
 * the other is closed: it stays as what was known. The statements follow advance() in their batch, and
 * change nothing when the batch runs twice.
 */
export function addObservations(
  observed: Observed,
  storeId: StoreId,
  step: Step,
  chunk: string,
  now: Date,
): SQL[] {
  const { table, identity } = observed
  // What follows another observation counts from the moment that one ceased to.
  const changedAt = sql`max(${now.getTime()}, o.added_at)`
  const names = sql.raw(namesOf(observed).join(', '))
  const values = sql.raw(
    namesOf(observed)
      .map((name) => `i.${name}`)
      .join(', '),
  )
  const isMine = identity.map((name) => `p.${name} = i.${name}`).join(' AND ')
  const addedAt = sql`max(${now.getTime()}, coalesce((SELECT max(p.closed_at) FROM ${sql.raw(table)} AS p
    WHERE p.store_id = ${storeId} AND ${sql.raw(isMine)}), 0))`
  return [
    // Outranked when it came: kept, and closed from the start.
    sql`INSERT INTO ${sql.raw(table)} (store_id, report_id, added_at, closed_at, closed_by_report_id, ${names})
      SELECT ${storeId}, ${step.reportId}, ${changedAt}, ${changedAt}, o.report_id, ${values}
      FROM ${incoming(observed, 'CROSS', storeId, chunk)}
      WHERE ${isPastStep(step)} AND ${sql.raw(differs(observed))} AND NOT ${sql.raw(outranks(observed))}
        AND NOT EXISTS (SELECT 1 FROM ${sql.raw(table)} AS p WHERE p.store_id = ${storeId}
          AND ${sql.raw(isMine)} AND p.report_id = ${step.reportId} AND p.row_no = i.row_no)`,
    // By key, because SQLite would join UPDATE … FROM the other way round: the chunk for each row of the store.
    sql`UPDATE OR REPLACE ${sql.raw(table)} SET closed_at = max(${now.getTime()}, added_at),
        closed_by_report_id = ${step.reportId}
      WHERE ${isPastStep(step)} AND (store_id, ${sql.raw(identity.join(', '))}, closed_at) IN (
        SELECT o.store_id, ${sql.raw(identity.map((name) => `o.${name}`).join(', '))}, 0
        FROM ${incoming(observed, 'CROSS', storeId, chunk)}
        WHERE ${sql.raw(differs(observed))} AND ${sql.raw(outranks(observed))})`,
    sql`INSERT INTO ${sql.raw(table)} (store_id, report_id, added_at, ${names})
      SELECT ${storeId}, ${step.reportId}, ${addedAt}, ${values}
      FROM ${incoming(observed, 'LEFT', storeId, chunk)}
      WHERE ${isPastStep(step)} AND o.store_id IS NULL`,
  ]
}

/** Closes the report's rows that count; other reports that say the same are read again. */
export function closeObservations(
  table: 'return_parcel' | 'claim' | 'gst_line' | 'tax_invoice' | 'unit_cost',
  storeId: StoreId,
  reportId: number,
  closedAt: Date,
): SQL {
  return sql`UPDATE OR REPLACE ${sql.raw(table)} SET closed_at = max(${closedAt.getTime()}, added_at + 1)
    WHERE store_id = ${storeId} AND report_id = ${reportId} AND closed_at = 0`
}
