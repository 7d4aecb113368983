import { claimRank } from '#core/claims/claim'
import { type BusinessDate, dayInIndia, firstDayOf, lastDayOf } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { RecordOf, ReportKind } from '#core/meesho/report'
import { type Paise, paise } from '#core/money/paise'
import { lifecycleRank } from '#core/orders/lifecycle'
import { outcomeRank } from '#core/returns/return-parcel'
import { gstCreditOnFees, gstOnSales } from '#core/settlements/gst'
import { countedAmounts, proveIdentity } from '#core/settlements/identity'
import { makeOccurrenceCounter } from '#core/settlements/occurrence'
import { outcomeOf } from '#core/settlements/outcome'
import type { OutstandingPayment, SettlementLine } from '#core/settlements/settlement-line'
import { stateName } from '#core/tax/states'
import { CLAIMS, claimRow } from '#db/ledger/queries/claims'
import { COSTS, unitCostRow } from '#db/ledger/queries/costs'
import { addGstLines, type GstDirection, gstRow, saidOf } from '#db/ledger/queries/gst'
import { addObservations, countObservations, type Observed } from '#db/ledger/queries/observations'
import { addSubOrders, countIncoming, subOrderRow } from '#db/ledger/queries/orders'
import {
  addAdSpends,
  addOutstandingAds,
  addPlatformAdjustments,
  addReferralPayments,
  adjustmentRow,
  adSpendRow,
  referralRow,
} from '#db/ledger/queries/payout-extras'
import { advance, JUST_ADDED, type Step } from '#db/ledger/queries/report-steps'
import { RETURNS, returnRow } from '#db/ledger/queries/returns'
import {
  addOutstandingPayments,
  addSettlementLines,
  type Derived,
  outstandingRow,
  settlementRow,
} from '#db/ledger/queries/settlements'
import { addTaxInvoices, taxInvoiceRow } from '#db/ledger/queries/tax-invoices'
import type { SQL } from 'drizzle-orm'

/** How the records of one kind of report become facts. Made anew for each reading: it counts twins. */
export type FactWriter<Kind extends ReportKind> = {
  /** One record as a JSON array. Asked for every record of the file, in file order. */
  encode(record: RecordOf[Kind], rowNo: number): string
  /** The day by which a report of this kind covers a period; nothing where the record names none. */
  dayOf(record: RecordOf[Kind]): BusinessDate | undefined
  /** Where a record speaks of several days, the last of them. */
  lastDayOf?(record: RecordOf[Kind]): BusinessDate
  /** Two records of one chunk must differ in it; '' where they may be alike. */
  chunkKeyOf(record: RecordOf[Kind]): string
  /** Adds the chunk and moves the checkpoint, as one transaction. */
  write(storeId: StoreId, step: Step, chunk: string): SQL[]
}

export type WriterContext = {
  /** When the reading began: its facts count from then on. */
  readonly now: Date
  readonly seenOn: BusinessDate | ''
  /** Milliseconds when the file first came: a file read again says nothing new. */
  readonly saidAt: number
}

type Add = (storeId: StoreId, step: Step, chunk: string, now: Date) => SQL

function appending(add: Add, now: Date) {
  return (storeId: StoreId, step: Step, chunk: string) => [
    add(storeId, step, chunk, now),
    advance(step, JUST_ADDED),
  ]
}

function observing(observed: Observed, now: Date) {
  return (storeId: StoreId, step: Step, chunk: string) => [
    advance(step, countObservations(observed, storeId, chunk)),
    ...addObservations(observed, storeId, step, chunk, now),
  ]
}

const noKey = () => ''

export const FACT_WRITERS: {
  [Kind in ReportKind]: (context: WriterContext) => FactWriter<Kind>
} = {
  orders: ({ now, seenOn }) => ({
    encode: (order, rowNo) => subOrderRow(order, lifecycleRank(order.status), seenOn, rowNo),
    dayOf: (order) => order.orderedOn,
    chunkKeyOf: (order) => order.subOrderNo,
    write: (storeId, step, chunk) => [
      advance(step, countIncoming(storeId, chunk)),
      ...addSubOrders(storeId, step, chunk, now),
    ],
  }),

  'payments.orders': ({ now }) => {
    const occurrenceOf = makeOccurrenceCounter()
    return {
      encode: (line, rowNo) =>
        settlementRow(line, derive(line, line.paidOn), occurrenceOf(identityOf(line)), rowNo),
      dayOf: (line) => line.paidOn,
      chunkKeyOf: noKey,
      write: appending(addSettlementLines, now),
    }
  },

  'payments.ads': ({ now }) => {
    const occurrenceOf = makeOccurrenceCounter()
    return {
      encode: (spend, rowNo) => {
        const { deductedOn, ranOn, campaignId, cost, credits, total } = spend
        const occurrence = occurrenceOf(key(deductedOn, ranOn, campaignId, cost, credits, total))
        return adSpendRow(spend, gstCreditOnFees(total, ranOn), occurrence, rowNo)
      },
      dayOf: (spend) => spend.deductedOn,
      chunkKeyOf: noKey,
      write: appending(addAdSpends, now),
    }
  },

  'payments.referral': ({ now }) => {
    const occurrenceOf = makeOccurrenceCounter()
    return {
      encode: (payment, rowNo) => {
        const { paidOn, rewardId, reason, net, taxes } = payment
        return referralRow(payment, occurrenceOf(key(paidOn, rewardId, reason, net, taxes)), rowNo)
      },
      dayOf: (payment) => payment.paidOn,
      chunkKeyOf: noKey,
      write: appending(addReferralPayments, now),
    }
  },

  'payments.adjustments': ({ now }) => {
    const occurrenceOf = makeOccurrenceCounter()
    return {
      encode: (adjustment, rowNo) => {
        const { paidOn, program, reason, amount } = adjustment
        return adjustmentRow(adjustment, occurrenceOf(key(paidOn, program, reason, amount)), rowNo)
      },
      dayOf: (adjustment) => adjustment.paidOn,
      chunkKeyOf: noKey,
      write: appending(addPlatformAdjustments, now),
    }
  },

  outstanding: ({ now }) => ({
    encode: (payment, rowNo) =>
      // A promise without a day is judged by today's rates: it is an estimate either way.
      outstandingRow(payment, derive(payment, payment.promisedOn ?? dayInIndia(now)), rowNo),
    dayOf: (payment) => payment.orderedOn,
    chunkKeyOf: noKey,
    write: appending(addOutstandingPayments, now),
  }),

  'outstanding.ads': ({ now }) => ({
    encode: (spend, rowNo) =>
      adSpendRow(spend, gstCreditOnFees(spend.total, spend.ranOn), 1, rowNo),
    dayOf: (spend) => spend.deductedOn,
    chunkKeyOf: noKey,
    write: appending(addOutstandingAds, now),
  }),

  returns: ({ now }) => ({
    encode: (parcel, rowNo) => returnRow(parcel, outcomeRank(parcel.outcome), rowNo),
    // One day for all that is ever said of a parcel, so that an undo finds every file that speaks of it.
    dayOf: (parcel) => parcel.createdOn ?? parcel.orderedOn,
    chunkKeyOf: ({ subOrderNo, createdOn, quantity }) => key(subOrderNo, createdOn ?? '', quantity),
    write: observing(RETURNS, now),
  }),

  claims: ({ now }) => ({
    encode: (claim, rowNo) => claimRow(claim, claimRank(claim.state), rowNo),
    dayOf: (claim) => claim.createdOn,
    chunkKeyOf: (claim) => claim.ticketId,
    write: observing(CLAIMS, now),
  }),

  'gst.sales': ({ now }) => gstWriter('sales', now),
  'gst.returns': ({ now }) => gstWriter('returns', now),

  tax_invoices: ({ now }) => {
    const occurrenceOf = makeOccurrenceCounter()
    return {
      encode: (invoice, rowNo) => {
        const { orderedOn, subOrderNo, type, invoiceNo } = invoice
        const occurrence = occurrenceOf(key(orderedOn, subOrderNo, type, invoiceNo))
        return taxInvoiceRow(invoice, occurrence, rowNo)
      },
      dayOf: (invoice) => invoice.orderedOn,
      chunkKeyOf: noKey,
      write: appending(addTaxInvoices, now),
    }
  },

  costs: ({ now, saidAt }) => ({
    encode: (cost, rowNo) => unitCostRow(cost, saidAt, rowNo),
    dayOf: (cost) => cost.effectiveFrom,
    chunkKeyOf: ({ sku, effectiveFrom }) => key(sku, effectiveFrom),
    write: observing(COSTS, now),
  }),
}

function gstWriter(direction: GstDirection, now: Date): FactWriter<'gst.sales' | 'gst.returns'> {
  const occurrenceOf = makeOccurrenceCounter()
  return {
    encode: (line, rowNo) => {
      const { month, subOrderNo, orderedOn = '' } = line
      const occurrence = occurrenceOf(key(month, subOrderNo, orderedOn, saidOf(line)))
      return gstRow(line, stateName(line.stateText), occurrence, rowNo)
    },
    // A row counts for its whole month, whichever day it was ordered on.
    dayOf: (line) => firstDayOf(line.month),
    lastDayOf: (line) => lastDayOf(line.month),
    chunkKeyOf: noKey,
    write: appending(
      (storeId, step, chunk) => addGstLines(direction, storeId, step, chunk, now),
      now,
    ),
  }
}

function key(...parts: readonly (string | number)[]): string {
  return parts.join('\u001F')
}

function identityOf(line: SettlementLine): string {
  const { subOrderNo, transactionId, paidOn, status, settlement, sale } = line
  return key(subOrderNo, transactionId, paidOn, status, settlement, sale)
}

function derive(line: SettlementLine | OutstandingPayment, day: BusinessDate): Derived {
  const { variant, unexplained } = proveIdentity(line)
  return {
    outcome: outcomeOf(line.status),
    identityVariant: variant,
    unexplained,
    gstOnSales: gstOnSales(line),
    gstCreditOnFees: gstCreditOnFees(feesOf(line, variant), day),
  }
}

/** The fees that core/pnl counts under `fees`, counted from the columns this row's sum was proven with. */
function feesOf(line: SettlementLine | OutstandingPayment, variant: number): Paise {
  const counted = countedAmounts(line, variant)
  return paise(
    line.commission +
      line.goldFee +
      line.mallFee +
      counted.fixedFeeRevenue +
      counted.warehousingRevenue +
      counted.fixedFeeDeduction +
      counted.warehousingDeduction +
      counted.supportGst +
      line.shipping +
      line.returnShipping +
      line.gstCompensation +
      line.supportNet +
      line.returnPremium +
      line.returnPremiumReturn,
  )
}
