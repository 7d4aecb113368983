import { businessDate } from '#core/dates'
import { subOrderNo } from '#core/ids'
import { toPaise } from '#core/money/micro-rupees'
import type { GstFacts, SubOrderFacts } from '#core/reconciliation/facts'
import { dueRuleOf, firstPaymentLag } from '#core/reconciliation/due-date'
import { type NormCount, normsOfLine, sellerNorms } from '#core/reconciliation/seller-norms'
import type { SettlementLine } from '#core/settlements/settlement-line'
import {
  csvSample,
  listSamples,
  readSheet,
  type Sheet,
  truthOf,
  workbookSample,
} from '../meesho/sample-files'

export type Fault = { kind: string; sub: string; atStake: number }

/** A seller's files as facts, read by our own readers. */
export async function readSampleFacts(seller: string) {
  const truth = truthOf(seller)
  const names = listSamples(seller)
  const facts = new Map<string, SubOrderFacts>()
  await addOrders(seller, names, facts)
  await addPayments(seller, names, facts)
  await addReturns(seller, names, facts)
  await addClaims(seller, names, facts)
  await addGst(seller, names, facts)
  const all = [...facts.values()]
  return {
    facts: all,
    truth,
    faults: truth.faults as Fault[],
    judgement: {
      asOf: businessDate(truth.today),
      dueRule: learnDueRule(all),
      norms: learnNorms(all),
    },
  }
}

export function learnDueRule(all: readonly SubOrderFacts[]) {
  const lags = all.map(firstPaymentLag).filter((lag) => lag !== undefined)
  return dueRuleOf(
    [...Map.groupBy(lags, (lag) => lag)].map(([days, group]) => ({ days, count: group.length })),
  )
}

export function learnNorms(all: readonly SubOrderFacts[]) {
  const counts = all.flatMap(({ lines }) =>
    lines.flatMap((line) => normsOfLine(line).map((each): NormCount => ({ ...each, count: 1 }))),
  )
  return sellerNorms(counts)
}

function factsOf(facts: Map<string, SubOrderFacts>, no: string): SubOrderFacts {
  const known = facts.get(no)
  if (known) return known
  const fresh: SubOrderFacts = {
    subOrderNo: subOrderNo(no),
    order: undefined,
    lines: [],
    promises: [],
    returns: [],
    claims: [],
    gst: { invoiceValue: undefined, wasReturned: false },
  }
  facts.set(no, fresh)
  return fresh
}

function add<Key extends 'lines' | 'promises' | 'returns' | 'claims'>(
  facts: Map<string, SubOrderFacts>,
  no: string,
  key: Key,
  fact: SubOrderFacts[Key][number],
) {
  const known = factsOf(facts, no)
  facts.set(no, { ...known, [key]: [...known[key], fact] })
}

async function addOrders(seller: string, names: string[], facts: Map<string, SubOrderFacts>) {
  for (const name of names.filter((each) => each.startsWith('Orders_'))) {
    const { records } = await readSheet(csvSample(seller, name), 'orders')
    for (const order of records) {
      facts.set(order.subOrderNo, { ...factsOf(facts, order.subOrderNo), order })
    }
  }
}

const isPaymentOf = (kind: string) => (name: string) => name.includes(`_${kind}_PAYMENT_`)

async function addPayments(seller: string, names: string[], facts: Map<string, SubOrderFacts>) {
  // The bare workbook repeats days of a month's ZIP: importing it must add nothing, so it is left out here.
  for (const name of names.filter(
    (each) => isPaymentOf('PREVIOUS')(each) && each.endsWith('.zip'),
  )) {
    const { records } = await readSheet(orderPayments(seller, name), 'payments.orders')
    for (const line of records) add(facts, line.subOrderNo, 'lines', { ...line, key: keyOf(line) })
  }
  for (const name of names.filter(isPaymentOf('OUTSTANDING'))) {
    const { records } = await readSheet(orderPayments(seller, name), 'outstanding')
    for (const promise of records)
      add(facts, promise.subOrderNo, 'promises', { ...promise, key: promise.subOrderNo })
  }
}

function orderPayments(seller: string, name: string): Sheet {
  return workbookSample(seller, name).find(({ sheet }) => sheet === 'Order Payments')!
}

function keyOf({ paidOn, transactionId, status, settlement, sale }: SettlementLine): string {
  return [paidOn, transactionId, status, settlement, sale].join('|')
}

const RETURNS = /^(intransit|ofd_reverse|completed_)/

async function addReturns(seller: string, names: string[], facts: Map<string, SubOrderFacts>) {
  for (const name of names.filter((each) => RETURNS.test(each))) {
    const { records } = await readSheet(csvSample(seller, name), 'returns')
    for (const parcel of records) {
      const key = `${parcel.createdOn}|${parcel.quantity}`
      add(facts, parcel.subOrderNo, 'returns', { ...parcel, key })
    }
  }
}

async function addClaims(seller: string, names: string[], facts: Map<string, SubOrderFacts>) {
  for (const name of names.filter((each) => each.startsWith('Supplier-'))) {
    const { records } = await readSheet(csvSample(seller, name), 'claims')
    for (const claim of records) add(facts, claim.subOrderNo, 'claims', claim)
  }
}

async function addGst(seller: string, names: string[], facts: Map<string, SubOrderFacts>) {
  const sheets = names
    .filter((name) => name.startsWith('gst_'))
    .flatMap((name) => workbookSample(seller, name))
  for (const sheet of sheets) {
    const isReturn = sheet.names.at(-1)!.includes('return')
    const { records } = await readSheet(sheet, isReturn ? 'gst.returns' : 'gst.sales')
    for (const { subOrderNo, quantity, invoice } of records) {
      if (!quantity) continue
      const known = factsOf(facts, subOrderNo)
      const gst: GstFacts = isReturn
        ? { ...known.gst, wasReturned: true }
        : { ...known.gst, invoiceValue: invoice === undefined ? undefined : toPaise(invoice) }
      facts.set(known.subOrderNo, { ...known, gst })
    }
  }
}
