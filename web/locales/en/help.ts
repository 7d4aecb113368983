import { imports } from './imports'

const { payments, orders, outstanding } = imports.guide.steps

export type HelpReport = {
  readonly id: string
  readonly name: string
  readonly why: string
  /** The way through the panel's menus; empty where nobody has shown us one. */
  readonly path: readonly string[]
  readonly gives: string
  readonly hint: string
  /** What is read of it, as its columns say it. */
  readonly reads: readonly string[]
  /** What becomes of it. */
  readonly use: string
}

const reports: readonly HelpReport[] = [
  {
    ...payments,
    id: 'payments',
    reads: [
      'Each payment of each sub-order, with every fee, tax, claim and recovery',
      'Ads cost, referral payments, and compensation and recovery',
      'The reasons that Meesho gives',
    ],
    use: 'Every figure of money: profit, settlements, payouts. Each row is proved against the file’s own formula.',
  },
  {
    ...orders,
    id: 'orders',
    reads: ['Sub-order, day, status, SKU, size and quantity', 'Prices, and the buyer’s state'],
    use: 'Which orders should have been paid, and on which day they were ordered. Add the month before too: many payments are for its orders.',
  },
  {
    ...outstanding,
    id: 'outstanding',
    reads: ['What Meesho expects to pay for each sub-order, and when'],
    use: 'Money to come. The newest file counts; an estimate goes once the money is there.',
  },
  {
    id: 'returns',
    name: 'Returns',
    why: 'Where each parcel that comes back is.',
    path: ['Returns', 'In transit, delivered, lost …', 'Download'],
    gives: 'completed_delivered_….csv',
    hint: 'A file for each list: intransit, ofd_reverse, completed_delivered, completed_lost',
    reads: [
      'Sub-order, SKU, quantity, type of return and reason',
      'Courier, AWB, and the days of creation and delivery',
    ],
    use: 'Lost and late parcels, and the seven days to claim. The email above the table is not kept.',
  },
  {
    id: 'claims',
    name: 'Claims',
    why: 'The tickets you raised, and what was decided.',
    path: [],
    gives: 'Supplier-…_Status-all_….csv',
    hint: 'The list of your tickets, all states',
    reads: ['Ticket, sub-order, state, issue and last update'],
    use: 'Claims that were approved and never credited. A ticket is no money: only a payment is.',
  },
  {
    id: 'gst',
    name: 'GST report',
    why: 'What Meesho reports of your sales to the tax office.',
    path: ['Payments', 'Download', 'GST Report'],
    gives: 'gst_….zip',
    hint: 'One ZIP for each month, with sales and returns',
    reads: ['Taxable value, tax, rate, HSN and state of each sale and return'],
    use: 'The registers on the Tax page. The buyer’s PIN code is not kept.',
  },
  {
    id: 'tax-invoices',
    name: 'Tax invoices',
    why: 'The numbers of the invoices that were issued in your name.',
    path: [],
    gives: '…_TAX_INVOICE.zip',
    hint: 'Choose the first to the last day of one month',
    reads: ['Type and number of each invoice and credit note'],
    use: 'The list of documents for your return (table 13).',
  },
  {
    id: 'costs',
    name: 'Your costs',
    why: 'What a unit costs you. No Meesho file knows it.',
    path: [],
    gives: 'costs.csv',
    hint: 'Your own list, CSV or XLSX: SKU, Cost, Packaging, Effective From',
    reads: ['Cost and packaging of each SKU, from the day you name'],
    use: 'Net profit. A blank cost is unknown, never nil; write 0 where it costs nothing.',
  },
]

export const help = {
  title: 'Help',
  lead: 'Where each file is found, what is read of it, and what to do when one is refused.',
  contents: 'On this page',
  reports: 'Where to find your files',
  reportsLead:
    'Send files just as they come. A file that was opened and saved in a spreadsheet program may have lost digits. Meesho moves its menus now and then: the name of the file tells you that it is the right one.',
  reads: 'What we read',
  use: 'What it is for',
  byName: 'We know this file by its name. Look for a download that is called so.',
  picture: (name: string, path: readonly string[], gives: string) =>
    path.length > 0
      ? `${name}: in the supplier panel choose ${path.join(', then ')}. It gives ${gives}.`
      : `${name}: the file is called ${gives}.`,
  panel: imports.guide.panel,
  file: 'The file',
  toFiles: 'Add files',
  toGlossary: 'What the figures mean',
  troubles: 'When a file is not counted',
  troublesLead:
    'We count only what we understand. Everything else is shown with its reason, and never guessed.',
  doThis: 'What to do:',
  items: reports,
  problems: [
    {
      id: 'held-back',
      name: imports.state.quarantined,
      why: 'We know the report, but it has a column of money that we do not know, or one is missing. Counting the rest would give a wrong profit, so nothing of it counts.',
      todo: 'Look at the file on the Files page: it names the column. If you changed the file, download it again and send it as it comes. If Meesho changed it, it waits here until we can read it.',
    },
    {
      id: 'not-recognised',
      name: imports.state.unrecognised,
      why: 'None of its tables looks like a report that we know.',
      todo: 'Compare its name with the names above. A PDF, a picture or a screenshot cannot be read.',
    },
    {
      id: 'read-in-part',
      name: imports.state.partly,
      why: 'Some rows have a cell that cannot be read: a day that is no day, or an amount that is none. The other rows count.',
      todo: 'Download the refused rows with their reasons, from the file’s details. Most often a new download from the panel is enough.',
    },
    {
      id: 'shortened-numbers',
      name: 'Shortened numbers, such as 1.76E+17',
      why: 'A spreadsheet program has cut the digits of a sub-order number. They cannot be brought back.',
      todo: 'Download the file from the panel again, and send it without opening it.',
    },
    {
      id: 'other-supplier',
      name: 'A file of another supplier',
      why: 'Each file says whose it is. Money of two suppliers is never mixed.',
      todo: 'Let the store be found by the file, or choose the store that it belongs to, and send it again.',
    },
    {
      id: 'failed',
      name: imports.state.failed,
      why: 'The file is damaged, locked with a password, or cut off on its way.',
      todo: 'Download it again. Take a password off before you send it.',
    },
    {
      id: 'not-sent',
      name: imports.state.refused,
      why: 'Files of up to 100 MB are taken: CSV, XLSX or ZIP. The very same file is not taken twice, and nothing is lost by that.',
      todo: 'Download shorter periods. They add up to the same figures.',
    },
    {
      id: 'wrong-file',
      name: 'You sent a wrong file',
      why: 'It happens to everybody.',
      todo: 'Press Undo beside it on the Files page. Everything that came from it leaves your figures.',
    },
  ],
}
