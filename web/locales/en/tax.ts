import { formatCount } from '../format'

const rows = (count: number) => `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`

export const tax = {
  title: 'Tax',
  lead: 'What was kept back from you, and what to file, as your own files have it.',
  financialYear: (year: number) => `FY ${year}–${String((year + 1) % 100).padStart(2, '0')}`,
  year: 'Financial year',
  month: 'Month',
  kindLabel: 'Tax kept back',
  kinds: { tcs: 'TCS', tds: 'TDS' },
  register: {
    tcs: 'TCS kept back, by payment month',
    tds: 'TDS kept back, by payment month',
    credit: {
      'gstr-2b-cash-ledger':
        'It is yours: it shows in GSTR-2B, and after you accept it, in your electronic cash ledger.',
      'form-26as': 'It is yours: it shows in Form 26AS, and counts towards your income tax.',
    },
    month: 'Paid in',
    taxable: 'Taxable value',
    rate: 'Rate',
    due: 'Tax at that rate',
    withheld: 'Kept back',
    difference: 'Difference',
    reported: 'GST report, same month',
    reportedTaxable: 'Taxable, GST report',
    reportedDue: 'Tax, GST report',
    ratesFrom: (rate: string, day: string) => `${rate} from ${day}`,
    moreThanRounding: 'More than rounding',
    rounding: 'Within rounding',
    lines: (count: number) => `${formatCount(count)} ${count === 1 ? 'line' : 'lines'}`,
    withoutRate: 'Some lines have no GST rate, so what they should have been charged is not known.',
    reportNote:
      'The GST report holds the supplies of its month and payments come later, so these two differ by timing. Meesho files TCS by the GST report.',
    withoutValue: (count: number) =>
      `${rows(count)} of the GST reports have no value in the file, and are in no sum.`,
    open: (month: string) => `Open the cells of ${month}`,
    empty: (year: string) => `No payments of ${year} here`,
    emptyDetail: 'Add the Payments to Date files of these months, or choose another year.',
    show: (year: string) => `Show ${year}`,
  },
  gst: {
    title: 'GST on your supplies',
    byLabel: 'Show by',
    by: { rate: 'Rate', state: 'State', hsn: 'HSN' },
    noHsn: 'No HSN',
    noState: 'No state',
    sales: 'Sales',
    returns: 'Returns',
    net: 'Net taxable',
    tax: 'Tax',
    quantity: 'Quantity',
    rows: 'Rows',
    rowCounts: (sales: number, returns: number) =>
      `${formatCount(sales)} sales, ${formatCount(returns)} returns`,
    open: (name: string) => `Rows of ${name}`,
    rounding: 'Each figure is summed unrounded, and rounded to the paisa once.',
    empty: (month: string) => `No GST report for ${month} yet`,
    emptyDetail:
      'In the supplier panel: Payments, Download, GST Report. Choose the month and drop the ZIP as it comes.',
    add: 'Add files',
    show: (month: string) => `Show ${month}`,
    noSales: 'There are returns of this month, and no sales: the net is not what you file.',
    noReturns: 'There are no returns of this month. If you had any, add the whole ZIP.',
    withoutValue: (count: number) =>
      `${rows(count)} without a value in the file: in no sum until a later file has it.`,
    withoutRate: (count: number) => `${rows(count)} without a GST rate: in no sum.`,
    truncated: (count: number) =>
      `${rows(count)} with the tax cut to whole rupees: tax is reckoned from value and rate.`,
  },
  file: {
    title: 'To file',
    lead: 'Tables as spreadsheets, in the words of the forms. Check them with your accountant.',
    gstin: 'GSTIN',
    choose: 'Choose a GSTIN',
    noGstin:
      'The GST report does not name your GSTIN, so supplies within your state can not be told from those to others.',
    tables: {
      '7': 'GSTR-1 table 7: sales by state and rate',
      '8': 'GSTR-1 table 8: nil rated and exempt',
      '12': 'GSTR-1 table 12: by HSN',
      '13': 'GSTR-1 table 13: documents issued',
      '14': 'GSTR-1 table 14: through the marketplace',
    },
    gstr3b: 'GSTR-3B table 3.1: outward supplies',
    documentsNote: 'Table 13 needs the Tax Invoice ZIP of the month.',
    operatorNote:
      'Table 14 asks for the marketplace’s GSTIN, which some rows do not name: fill it in from its invoice.',
  },
  rows: {
    title: 'GST rows',
    up: 'Tax',
    direction: 'Report',
    directions: { sales: 'Sale', returns: 'Return' },
    subOrder: 'Sub-order',
    orderedOn: 'Ordered on',
    rate: 'Rate',
    state: 'State',
    hsn: 'HSN',
    quantity: 'Qty',
    taxable: 'Taxable value',
    noValue: 'No value in the file',
    cut: 'Tax cut in the file',
    filter: (parts: readonly string[]) => parts.join(' · '),
    empty: 'No such rows',
  },
}
