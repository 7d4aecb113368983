import { type BusinessDate, dayInIndia } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { RecordOf, ReportKind } from '#core/meesho/report'
import { type Paise, paise } from '#core/money/paise'
import { lifecycleRank } from '#core/orders/lifecycle'
import { gstCreditOnFees, gstOnSales } from '#core/settlements/gst'
import { countedAmounts, proveIdentity } from '#core/settlements/identity'
import { makeOccurrenceCounter } from '#core/settlements/occurrence'
import { outcomeOf } from '#core/settlements/outcome'
import type { OutstandingPayment, SettlementLine } from '#core/settlements/settlement-line'
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
import { advance, JUST_ADDED, type Step } from '#db/ledger/queries/reports'
import {
  addOutstandingPayments,
  addSettlementLines,
  type Derived,
  outstandingRow,
  settlementRow,
} from '#db/ledger/queries/settlements'
import type { SQL } from 'drizzle-orm'

/** How the records of one kind of report become facts. Made anew for each reading: it counts twins. */
export type FactWriter<Kind extends ReportKind> = {
  /** One record as a JSON array. Asked for every record of the file, in file order. */
  encode(record: RecordOf[Kind], rowNo: number): string
  /** The day by which a report of this kind covers a period; nothing where the record names none. */
  dayOf(record: RecordOf[Kind]): BusinessDate | undefined
  /** Two records of one chunk must differ in it; '' where they may be alike. */
  chunkKeyOf(record: RecordOf[Kind]): string
  /** Adds the chunk and moves the checkpoint, as one transaction. */
  write(storeId: StoreId, step: Step, chunk: string): SQL[]
}

export type WriterContext = { readonly now: Date; readonly seenOn: BusinessDate | '' }

type Add = (storeId: StoreId, step: Step, chunk: string) => SQL

function appending(add: Add) {
  return (storeId: StoreId, step: Step, chunk: string) => [
    add(storeId, step, chunk),
    advance(step, JUST_ADDED),
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

  'payments.orders': () => {
    const occurrenceOf = makeOccurrenceCounter()
    return {
      encode: (line, rowNo) =>
        settlementRow(line, derive(line, line.paidOn), occurrenceOf(identityOf(line)), rowNo),
      dayOf: (line) => line.paidOn,
      chunkKeyOf: noKey,
      write: appending(addSettlementLines),
    }
  },

  'payments.ads': () => {
    const occurrenceOf = makeOccurrenceCounter()
    return {
      encode: (spend, rowNo) => {
        const { deductedOn, ranOn, campaignId, cost, credits, total } = spend
        const occurrence = occurrenceOf(key(deductedOn, ranOn, campaignId, cost, credits, total))
        return adSpendRow(spend, gstCreditOnFees(total, ranOn), occurrence, rowNo)
      },
      dayOf: (spend) => spend.deductedOn,
      chunkKeyOf: noKey,
      write: appending(addAdSpends),
    }
  },

  'payments.referral': () => {
    const occurrenceOf = makeOccurrenceCounter()
    return {
      encode: (payment, rowNo) => {
        const { paidOn, rewardId, reason, net, taxes } = payment
        return referralRow(payment, occurrenceOf(key(paidOn, rewardId, reason, net, taxes)), rowNo)
      },
      dayOf: (payment) => payment.paidOn,
      chunkKeyOf: noKey,
      write: appending(addReferralPayments),
    }
  },

  'payments.adjustments': () => {
    const occurrenceOf = makeOccurrenceCounter()
    return {
      encode: (adjustment, rowNo) => {
        const { paidOn, program, reason, amount } = adjustment
        return adjustmentRow(adjustment, occurrenceOf(key(paidOn, program, reason, amount)), rowNo)
      },
      dayOf: (adjustment) => adjustment.paidOn,
      chunkKeyOf: noKey,
      write: appending(addPlatformAdjustments),
    }
  },

  outstanding: ({ now }) => ({
    encode: (payment, rowNo) =>
      // A promise without a day is judged by today's rates: it is an estimate either way.
      outstandingRow(payment, derive(payment, payment.promisedOn ?? dayInIndia(now)), rowNo),
    dayOf: (payment) => payment.orderedOn,
    chunkKeyOf: noKey,
    write: appending(addOutstandingPayments),
  }),

  'outstanding.ads': () => ({
    encode: (spend, rowNo) =>
      adSpendRow(spend, gstCreditOnFees(spend.total, spend.ranOn), 1, rowNo),
    dayOf: (spend) => spend.deductedOn,
    chunkKeyOf: noKey,
    write: appending(addOutstandingAds),
  }),
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
