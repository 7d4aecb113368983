import { type BusinessDate, businessDate } from '#core/dates'
import { subOrderNo } from '#core/ids'
import { type Paise, paise } from '#core/money/paise'
import { parseDecimal, parseRupees } from '#core/money/rupees'
import type { ClaimFacts, GstFacts, ReturnFacts, SubOrderFacts } from '#core/reconciliation/facts'
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

const OUTCOME_OF_FILE: readonly (readonly [string, ReturnFacts['outcome']])[] = [
  ['intransit', 'in_transit'],
  ['ofd_reverse', 'out_for_delivery'],
  ['completed_delivered', 'delivered'],
  ['completed_lost', 'lost'],
]

export type Fault = { kind: string; sub: string; atStake: number }

/** Both sellers' files as facts: orders and payments by our readers, the other reports cell by cell. */
export async function readSampleFacts(seller: string) {
  const truth = truthOf(seller)
  const names = listSamples(seller)
  const facts = new Map<string, SubOrderFacts>()
  await addOrders(seller, names, facts)
  await addPayments(seller, names, facts)
  for (const row of readReturns(seller, names)) add(facts, row.subOrderNo, 'returns', row.parcel)
  for (const row of readClaims(seller, names)) add(facts, row.subOrderNo, 'claims', row.claim)
  addGst(seller, names, facts)
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

function readReturns(seller: string, names: string[]) {
  return names.flatMap((name) => {
    const outcome = OUTCOME_OF_FILE.find(([prefix]) => name.startsWith(prefix))?.[1]
    if (!outcome) return []
    const { rows } = csvSample(seller, name)
    const header = rows.findIndex((row) => row.includes('Suborder Number'))
    return rows.slice(header + 1).map((row) => {
      const cell = (column: string) => row[rows[header]!.indexOf(column)]!
      const day = row[14]!
      const parcel: ReturnFacts = {
        key: `${cell('Return Created Date')}|${cell('Qty')}`,
        type: cell('Type of Return') === 'Customer Return' ? 'customer' : 'rto',
        outcome,
        quantity: Number(cell('Qty')),
        createdOn: businessDate(cell('Return Created Date')),
        outcomeOn: day === 'NA' ? undefined : businessDate(day),
      }
      return { subOrderNo: cell('Suborder Number'), parcel }
    })
  })
}

const PAID =
  /payment of Rs ([\d.,]+) was done on (\d{2})-(\w{3})-(\d{4}) with a transaction id: (\w+)/
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

function readClaims(seller: string, names: string[]) {
  return names
    .filter((name) => name.startsWith('Supplier-'))
    .flatMap((name) => {
      const [header, ...rows] = csvSample(seller, name).rows
      return rows.map((row) => {
        const cell = (column: string) => row[header!.indexOf(column)]!
        const paid = PAID.exec(cell('Last Update'))
        const claim: ClaimFacts = {
          ticketId: cell('Ticket ID'),
          state: cell('Ticket Status').toLowerCase() as ClaimFacts['state'],
          createdOn: businessDate(cell('Created Date')),
          amount: paid ? parseRupees(paid[1]!) : undefined,
          paidOn: paid ? dayOf(paid[2]!, paid[3]!, paid[4]!) : undefined,
          transactionId: paid?.[5] ?? '',
        }
        return { subOrderNo: cell('Suborder Number'), claim }
      })
    })
}

function dayOf(day: string, month: string, year: string): BusinessDate {
  return businessDate(`${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day}`)
}

function addGst(seller: string, names: string[], facts: Map<string, SubOrderFacts>) {
  const sheets = names
    .filter((name) => name.startsWith('gst_'))
    .flatMap((name) => workbookSample(seller, name))
  for (const { names: inner, rows } of sheets) {
    const [header, ...data] = rows
    for (const row of data) {
      const cell = (column: string) => row[header!.indexOf(column)]!
      if (Number(cell('quantity')) === 0) continue
      const known = factsOf(facts, cell('sub_order_num'))
      const gst: GstFacts = inner.at(-1)!.includes('return')
        ? { ...known.gst, wasReturned: true }
        : { ...known.gst, invoiceValue: invoiceOf(cell('total_invoice_value')) }
      facts.set(known.subOrderNo, { ...known, gst })
    }
  }
}

function invoiceOf(text: string): Paise | undefined {
  const micro = parseDecimal(Number(text).toFixed(6), 6)
  return micro === undefined ? undefined : paise(Math.round(micro / 10_000))
}
