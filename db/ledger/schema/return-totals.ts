import type { BusinessDate, BusinessMonth } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import type { ReturnOutcome, ReturnType } from '#core/returns/return-parcel'
import type { ReturnGrouping } from '#core/returns/return-summary'
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { settledAmounts } from './settlements'

/** What payments say of sub-orders that came back; the fees are what is left of the settlement. */
const money = {
  settlement: settledAmounts.settlement,
  sale: settledAmounts.sale,
  saleReturn: settledAmounts.saleReturn,
  returnShipping: settledAmounts.returnShipping,
  recovery: settledAmounts.recovery,
  compensation: settledAmounts.compensation,
  claims: settledAmounts.claims,
  tcs: settledAmounts.tcs,
  tds: settledAmounts.tds,
  unexplained: integer('unexplained_paise').notNull(),
}

/**
 * A parcel on its way back beside all that payments brought and took for its sub-order. Derived with the
 * sub-order's standing: lines lie by payment day, and nobody who asks what a month's returns cost can look
 * each of them up.
 */
export const returnAccounts = sqliteTable(
  'return_account',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    createdOn: text('created_on').$type<BusinessDate | ''>().notNull(),
    subOrderNo: text('sub_order_no').$type<SubOrderNo>().notNull(),
    quantity: integer().notNull(),
    /** When the parcel before it of the same sub-order was created; '' for the first. */
    previousOn: text('previous_on').$type<BusinessDate | ''>().notNull(),
    /** As the orders report says; '' without one. */
    orderedOn: text('ordered_on').$type<BusinessDate | ''>().notNull(),
    outcome: text().$type<ReturnOutcome>().notNull(),
    type: text('return_type').$type<ReturnType>().notNull(),
    sku: text().notNull(),
    state: text('customer_state').notNull(),
    courier: text().notNull(),
    reason: text().notNull(),
    lines: integer().notNull(),
    ...money,
  },
  (table) => [
    primaryKey({ columns: [table.storeId, table.createdOn, table.subOrderNo, table.quantity] }),
    index('return_account_ordered').on(table.storeId, table.orderedOn),
    index('return_account_on_way')
      .on(table.storeId, table.createdOn)
      .where(sql`outcome IN ('in_transit', 'out_for_delivery')`),
    // A sub-order's money stands once in every period, with the first of its parcels in it.
    index('return_account_again')
      .on(table.storeId, table.createdOn)
      .where(sql`previous_on <> ''`),
  ],
)

/** Parcels by the month their return was created; money with the first parcel of each sub-order alone. */
export const returnTotals = sqliteTable(
  'return_total',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    month: text().$type<BusinessMonth>().notNull(),
    groupedBy: text('grouped_by').$type<ReturnGrouping>().notNull(),
    key: text().notNull(),
    parcels: integer().notNull(),
    units: integer().notNull(),
    inTransitParcels: integer('in_transit_parcels').notNull(),
    inTransitUnits: integer('in_transit_units').notNull(),
    receivedParcels: integer('received_parcels').notNull(),
    receivedUnits: integer('received_units').notNull(),
    lostParcels: integer('lost_parcels').notNull(),
    lostUnits: integer('lost_units').notNull(),
    disposedParcels: integer('disposed_parcels').notNull(),
    disposedUnits: integer('disposed_units').notNull(),
    customerParcels: integer('customer_parcels').notNull(),
    customerUnits: integer('customer_units').notNull(),
    rtoParcels: integer('rto_parcels').notNull(),
    rtoUnits: integer('rto_units').notNull(),
    unknownTypeParcels: integer('unknown_type_parcels').notNull(),
    unknownTypeUnits: integer('unknown_type_units').notNull(),
    subOrders: integer('sub_orders').notNull(),
    settledSubOrders: integer('settled_sub_orders').notNull(),
    ...money,
  },
  (table) => [primaryKey({ columns: [table.storeId, table.groupedBy, table.month, table.key] })],
)

/** Of the sub-orders ordered in a month, how many went out, arrived and came back; rebuilt with the above. */
export const sentBackTotals = sqliteTable(
  'sent_back_total',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    month: text().$type<BusinessMonth>().notNull(),
    groupedBy: text('grouped_by', { enum: ['sku', 'state'] }).notNull(),
    key: text().notNull(),
    dispatched: integer().notNull(),
    delivered: integer().notNull(),
    returned: integer().notNull(),
    rto: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.groupedBy, table.month, table.key] })],
)
