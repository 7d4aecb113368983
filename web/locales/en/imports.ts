import { formatCount } from '../format'

const files = (count: number) => `${formatCount(count)} ${count === 1 ? 'file' : 'files'}`
const rows = (count: number) => `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`

export const imports = {
  title: 'Files',
  intro:
    'Drop what you downloaded from the supplier panel. Any order, as often as you like: nothing counts twice.',
  drop: 'Drop files here',
  dropNow: 'Let go to add them',
  choose: 'Choose files',
  accepts: 'CSV, XLSX or ZIP, up to 100 MB each',
  received: 'Received files',
  older: 'Show older files',
  /** Of several files at once, with how many the sending is over, well or not. */
  sent: (ended: number, all: number) => `${formatCount(ended)} of ${files(all)} done`,
  /** Of several files at once their number is said, and not each name. */
  ended: {
    done: (count: number, name: string) =>
      count === 1 ? `${name} is read` : `${files(count)} are read`,
    partly: (count: number, name: string) =>
      count === 1 ? `${name} is read in part` : `${files(count)} are read in part`,
    quarantined: (count: number, name: string) =>
      count === 1 ? `${name} is held back` : `${files(count)} are held back`,
    failed: (count: number, name: string) =>
      `${count === 1 ? name : files(count)} could not be read`,
  },
  duplicate: 'We already have this very file. Nothing to do.',
  tooLarge: 'This file is larger than 100 MB.',
  state: {
    waiting: 'Waiting',
    sending: (percent: number) => `Sending ${percent} %`,
    storing: 'Being stored',
    queued: 'In the queue',
    parsing: 'Reading',
    rowsRead: (count: number) => `${rows(count)} read`,
    done: 'Read',
    partly: 'Read in part',
    quarantined: 'Held back',
    unrecognised: 'Not recognised',
    failed: 'Failed',
    refused: 'Not sent',
  },
  whatToDo: 'What to do',
  unrecognisedDetail:
    'We do not know this kind of file, so nothing of it was counted. Orders, payments, returns, claims, GST and tax-invoice files of the supplier panel are understood, and a list of costs.',
  archive: (count: number) =>
    `An archive: ${files(count)} taken out of it, with the costs and decisions inside.`,
  sheetsUnknown: (names: string) => `Not recognised, not counted: ${names}`,
  kinds: {
    orders: 'Orders',
    'payments.orders': 'Order payments',
    'payments.ads': 'Ads cost',
    'payments.referral': 'Referral payments',
    'payments.adjustments': 'Compensation and recovery',
    outstanding: 'Outstanding payments',
    'outstanding.ads': 'Outstanding ads',
    returns: 'Returns',
    claims: 'Claims',
    'gst.sales': 'GST sales',
    'gst.returns': 'GST returns',
    tax_invoices: 'Tax invoices',
    costs: 'Costs',
  },
  otherKind: 'Other report',
  columns: {
    new: 'New',
    changed: 'Changed',
    same: 'Same',
    rejected: 'Rejected',
  },
  rejectedDownload: (count: number) => `Download ${rows(count)} with reasons`,
  undo: 'Undo',
  undoLabel: (name: string) => `Undo ${name}`,
  undoTitle: 'Undo this import?',
  undoDetail: (name: string) =>
    `Everything that came from ${name} leaves your figures. You can add the file again at any time.`,
  undone: (name: string) => `${name} is undone`,
  dismiss: 'Dismiss',
  sample: {
    action: 'Try with sample data',
    busy: 'Adding sample data…',
    detail: 'A made-up seller with three months of orders and payments. Removed with one click.',
    loaded: 'You are looking at sample data',
    remove: 'Remove sample data',
    removeTitle: 'Remove the sample data?',
    removeDetail:
      'The sample files and all figures from them leave your workspace. Your own files stay.',
    removed: 'Sample data is removed',
    failed: 'The sample could not be fetched. Please try again.',
  },
  guide: {
    title: 'Where to find your files',
    panel: 'Meesho supplier panel',
    steps: {
      payments: {
        name: 'Payments to Date',
        why: 'What Meesho paid and kept, order by order. Start here.',
        path: ['Payments', 'Download', 'Payments to Date'],
        hint: 'One ZIP for each month',
        gives: 'PREVIOUS_PAYMENT_….zip',
      },
      orders: {
        name: 'Orders',
        why: 'Every order with its status, size and buyer’s state.',
        path: ['Orders', 'Download orders data', 'By date'],
        hint: 'Up to a month at a time',
        gives: 'Orders_….csv',
      },
      outstanding: {
        name: 'Outstanding payments',
        why: 'What Meesho says will come. Shown as a promise, never as money.',
        path: ['Payments', 'Download', 'Outstanding Payments'],
        hint: 'As often as you like',
        gives: 'OUTSTANDING_PAYMENT_….xlsx',
      },
    },
  },
}
