import { formatCount } from '../format'

/** What stands above every long table. */
export const tables = {
  columns: 'Columns',
  columnsTitle: 'Columns to show',
  allColumns: 'Show all columns',
  /** Of cards, which have no columns. */
  details: 'Details',
  detailsTitle: 'Details to show',
  allDetails: 'Show all details',
  /** While more rows may follow and nobody has counted them. */
  atLeast: (count: number) => `${formatCount(count)} rows or more`,
  totals: 'Total',
  csv: 'CSV of this list',
  csvBusy: (rows: number) => `${formatCount(rows)} rows…`,
  csvStop: 'Stop',
  csvFailed: 'The list could not be written to the end, so there is no file.',
  views: 'Views',
  viewsTitle: 'Saved views',
  viewAll: 'All',
  viewName: 'Name of the view',
  viewSave: 'Save this view',
  viewRename: (name: string) => `Rename ${name}`,
  viewDelete: (name: string) => `Delete ${name}`,
  viewTaken: 'There is a view of this name already.',
  viewsFull: (count: number) => `More than ${formatCount(count)} views are not kept.`,
  scroll: 'Scrolls sideways',
  day: 'Day',
  file: 'File',
  /** Of columns that only the file of a list has. */
  heads: {
    since: 'Since',
    cameBack: 'Came back',
    nextStep: 'What to do',
    claimBy: 'Claim by',
    product: 'Product',
  },
}
