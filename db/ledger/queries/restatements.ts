import type { StoreId, SubOrderNo } from '#core/ids'
import { BESIDE, TERMS } from '#core/settlements/terms'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'

export const RESTATED_KINDS = ['order', 'return', 'claim', 'settlement'] as const

export type RestatedKind = (typeof RESTATED_KINDS)[number]

/** A table whose rows cease to count, and what of a row is worth telling when it does. */
type Restated = {
  readonly table: string
  /** Other tables that may hold what followed. */
  readonly beside: readonly string[]
  readonly identity: readonly string[]
  /** Column names by the names that the API gives them. */
  readonly columns: Readonly<Record<string, string>>
  /** In the order of an index or a key where there is one: a page then reads little more than itself. */
  readonly place: readonly string[]
}

const amounts = Object.fromEntries(
  ['settlement', ...TERMS, ...BESIDE].map((term) => [term, `${snake(term)}_paise`]),
)

const RESTATED: Readonly<Record<RestatedKind, Restated>> = {
  order: {
    table: 'sub_order_history',
    beside: ['sub_order'],
    identity: ['sub_order_no'],
    columns: {
      status: 'status',
      orderedOn: 'ordered_on',
      sku: 'sku',
      productName: 'product_name',
      size: 'size',
      quantity: 'quantity',
      customerState: 'customer_state',
      listedPrice: 'listed_price_paise',
      discountedPrice: 'discounted_price_paise',
      packetId: 'packet_id',
      catalogId: 'catalog_id',
      orderSource: 'order_source',
    },
    place: ['closed_at', 'sub_order_no', 'report_id', 'row_no'],
  },
  return: {
    table: 'return_parcel',
    beside: [],
    identity: ['sub_order_no', 'created_on', 'quantity'],
    columns: {
      outcome: 'outcome',
      outcomeOn: 'outcome_on',
      attempt: 'attempt',
      type: 'return_type',
      typeText: 'type_text',
      subType: 'sub_type',
      orderedOn: 'ordered_on',
      dispatchedOn: 'dispatched_on',
      sku: 'sku',
      productName: 'product_name',
      variation: 'variation',
      courier: 'courier',
      awb: 'awb',
      status: 'status',
      reason: 'reason',
      detailedReason: 'detailed_reason',
    },
    place: ['closed_at', 'created_on', 'sub_order_no', 'quantity', 'report_id', 'row_no'],
  },
  claim: {
    table: 'claim',
    beside: [],
    identity: ['ticket_id'],
    columns: {
      state: 'state',
      status: 'status',
      issue: 'issue',
      createdOn: 'created_on',
      updatedOn: 'updated_on',
      lastUpdate: 'last_update',
      amount: 'amount_paise',
      paidOn: 'paid_on',
      transactionId: 'transaction_id',
      reopenUntil: 'reopen_until',
      sku: 'sku',
    },
    place: ['closed_at', 'ticket_id', 'report_id', 'row_no'],
  },
  settlement: {
    table: 'settlement_line',
    beside: [],
    identity: [
      'paid_on',
      'sub_order_no',
      'transaction_id',
      'status',
      'settlement_paise',
      'sale_paise',
      'occurrence',
    ],
    columns: { paidOn: 'paid_on', status: 'status', transactionId: 'transaction_id', ...amounts },
    place: ['closed_at', 'report_id', 'row_no'],
  },
}

/** `saleReturn` → `sale_return`. */
function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** The names of a kind's columns, in the order of a row's values. */
export function restatedColumns(kind: RestatedKind): string[] {
  return Object.keys(RESTATED[kind].columns)
}

/** A row that ceased to count, and the one that followed; the values of both are JSON arrays. */
export type RestatedRow = {
  readonly subOrderNo: SubOrderNo
  readonly closedAt: number
  readonly reportId: number
  readonly rowNo: number
  /** Milliseconds when its own file was undone. */
  readonly removedAt: number | null
  readonly before: string
  /** [values, reportId, rowNo]; nothing where nothing has followed. */
  readonly after: string | null
  /** Where the next page goes on. */
  readonly place: string
}

export type Moments = { readonly from: number; readonly until: number }

/**
 * Rows of one kind that ceased to count between two moments and were followed by something else or by
 * nothing, the latest first. What an undo closed and another file brought back as it was is no news.
 */
export function listRestated(
  ledger: Db,
  storeId: StoreId,
  kind: RestatedKind,
  { from, until }: Moments,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<RestatedRow[]> {
  const restated = RESTATED[kind]
  const place = restated.place.map((column) => `b.${column}`)
  return ledger.all<RestatedRow>(sql`SELECT * FROM (
      SELECT b.sub_order_no AS subOrderNo, b.closed_at AS closedAt, b.report_id AS reportId, b.row_no AS rowNo,
        (SELECT u.removed_at FROM report AS u WHERE u.id = b.report_id) AS removedAt,
        ${values('b', restated)} AS before, ${successor(restated)} AS after,
        json_array(${sql.raw(place.join(', '))}) AS place
      FROM ${closedRows(kind, restated, storeId)}
      WHERE b.store_id = ${storeId} AND b.closed_at >= ${from} AND b.closed_at < ${until}
        AND b.added_at < b.closed_at ${isBefore(place, page.after)}
      ORDER BY ${sql.raw(place.map((column) => `${column} DESC`).join(', '))}
    ) WHERE after IS NULL OR (after->0) <> before LIMIT ${page.limit}`)
}

function values(alias: string, { columns }: Restated): SQL {
  const names = Object.values(columns).map((column) => `${alias}.${column}`)
  return sql.raw(`json_array(${names.join(', ')})`)
}

/** Payment lines are closed by an undo alone: each stands in the period of a report that was removed. */
function closedRows(kind: RestatedKind, { table }: Restated, storeId: StoreId): SQL {
  if (kind !== 'settlement') return sql`${sql.raw(table)} AS b`
  return sql`report AS r CROSS JOIN settlement_line AS b ON r.store_id = ${storeId}
    AND r.kind = 'payments.orders' AND r.state = 'removed' AND b.store_id = r.store_id
    AND b.paid_on BETWEEN r.period_from AND r.period_to AND b.report_id = r.id`
}

/** What counted next of the same thing; one that was outranked when it came never did. */
function successor(restated: Restated): SQL {
  const { table, beside, identity } = restated
  const isSame = identity.map((column) => `n.${column} = b.${column}`).join(' AND ')
  const rows = [table, ...beside].map((name) => {
    const counted = beside.includes(name) ? '' : 'AND (n.closed_at = 0 OR n.closed_at > n.added_at)'
    return sql`SELECT json_array(${values('n', restated)}, n.report_id, n.row_no) AS row, n.added_at
      FROM ${sql.raw(name)} AS n WHERE n.store_id = b.store_id AND ${sql.raw(isSame)}
        AND n.added_at >= b.closed_at ${sql.raw(counted)}`
  })
  return sql`(SELECT row FROM (${sql.join(rows, sql` UNION ALL `)}) ORDER BY added_at LIMIT 1)`
}

/** True for rows behind the last one of the page before. */
function isBefore(place: readonly string[], after: string | undefined): SQL {
  if (after === undefined) return sql``
  // Safe because a place is the JSON array that an earlier page made; the route checks its shape.
  const last = (JSON.parse(after) as (string | number)[]).map((value) => sql`${value}`)
  // The place of another kind of row is not one to go on from.
  if (last.length !== place.length) return sql`AND 0`
  return sql`AND (${sql.raw(place.join(', '))}) < (${sql.join(last, sql`, `)})`
}
