import type { Paise } from '../money/paise'
import { rupeesText } from '../money/rupees'
import type { Table13Row } from './documents'
import type { TaxAmounts, Table12Row, Table14Row, Table31Row, Table7Row, Table8Row } from './gstr1'

/** One table of a return with its rows; `3.1` is of GSTR-3B, the others are of GSTR-1. */
export type ReturnTable =
  | { readonly table: '7'; readonly rows: readonly Table7Row[] }
  | { readonly table: '8'; readonly rows: readonly Table8Row[] }
  | { readonly table: '12'; readonly rows: readonly Table12Row[] }
  | { readonly table: '13'; readonly rows: readonly Table13Row[] }
  | { readonly table: '14'; readonly rows: readonly Table14Row[] }
  | { readonly table: '3.1'; readonly rows: readonly Table31Row[] }

type CsvRecord = readonly (string | number)[]

const TAXES = ['Integrated Tax', 'Central Tax', 'State/UT Tax']

const taxes = ({ igst, cgst, sgst }: TaxAmounts) => [igst, cgst, sgst].map(rupees)

/** The table as a spreadsheet shows it: titles first, amounts in rupees, named as the return's own form. */
export function recordsOf(content: ReturnTable): CsvRecord[] {
  switch (content.table) {
    case '7':
      return [
        ['Table', 'Place Of Supply', 'Rate %', 'Taxable Value', ...TAXES],
        ...content.rows.map(placeRecord),
      ]
    case '8':
      return [
        ['Table', 'Description', 'Nil Rated Supplies'],
        ...content.rows.map(({ part, nilRated }) => [part, NIL_RATED[part], rupees(nilRated)]),
      ]
    case '12':
      return [
        ['HSN', 'UQC', 'Total Quantity', 'Total Value', 'Rate %', 'Taxable Value', ...TAXES],
        ...content.rows.map(hsnRecord),
      ]
    case '13':
      return [
        ['Nature of Document', 'Sr. No. From', 'Sr. No. To', 'Total Number', 'Cancelled', 'Net'],
        ...content.rows.map(documentRecord),
      ]
    case '14':
      return [
        ['Table', 'Nature of Supply', 'GSTIN of Operator', 'Net Value of Supplies', ...TAXES],
        ...content.rows.map((row) => [
          row.part,
          'Liable to collect tax u/s 52 (TCS)',
          row.operatorGstin ?? '',
          rupees(row.taxable),
          ...taxes(row),
        ]),
      ]
    case '3.1':
      return [
        ['Table', 'Nature of Supplies', 'Total Taxable Value', ...TAXES],
        ...content.rows.map((row) => [
          `3.1${row.part}`,
          OUTWARD[row.part],
          rupees(row.taxable),
          ...taxes(row),
        ]),
      ]
  }
}

const NIL_RATED: Readonly<{ [Part in Table8Row['part']]: string }> = {
  '8C': 'Inter-State supplies to unregistered persons',
  '8D': 'Intra-State supplies to unregistered persons',
}

const OUTWARD: Readonly<{ [Part in Table31Row['part']]: string }> = {
  '(a)': 'Outward taxable supplies (other than zero rated, nil rated and exempted)',
  '(c)': 'Other outward supplies (nil rated, exempted)',
}

function placeRecord(row: Table7Row): CsvRecord {
  const { part, placeOfSupply, gstRateBps, taxable } = row
  return [part, placeOfSupply, percent(gstRateBps), rupees(taxable), ...taxes(row)]
}

function documentRecord({ nature, from, to, total, cancelled, net }: Table13Row): CsvRecord {
  return [nature, from, to, total, cancelled, net]
}

/** A quantity that no report tells is left open for the seller, and is no nought. */
function hsnRecord(row: Table12Row): CsvRecord {
  return [
    row.hsn,
    row.uqc,
    row.quantity ?? '',
    rupees(row.totalValue),
    percent(row.gstRateBps),
    rupees(row.taxable),
    ...taxes(row),
  ]
}

const rupees = (amount: Paise) => rupeesText(amount)
const percent = (bps: number) => String(bps / 100)
