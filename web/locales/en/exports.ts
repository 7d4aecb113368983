import { formatCount } from '../format'

const files = (count: number) => `${formatCount(count)} ${count === 1 ? 'file' : 'files'}`

export const exports = {
  title: 'Exports',
  lead: 'Your data is yours: take it out at any time, as tables or all at once.',
  tables: 'Tables',
  tablesDetail:
    'CSV files for Excel or Google Sheets. Amounts are rupees, days are year-month-day.',
  download: (name: string) => `Download CSV: ${name}`,
  table: {
    pnl: { name: 'Profit and loss', detail: 'The statement of these days, as its screen shows it' },
    orders: { name: 'Orders', detail: 'Ordered in these days, and where each sub-order stands' },
    settlements: { name: 'Settlements', detail: 'Every line paid in these days, with every term' },
    payouts: { name: 'Payouts', detail: 'What each payment day brought to the bank' },
    ads: { name: 'Ads', detail: 'Every row of ads, by the day it ran or was deducted' },
    returns: { name: 'Returns', detail: 'Parcels whose return was created in these days' },
    claims: { name: 'Claims', detail: 'Tickets raised in these days, and what came of them' },
    discrepancies: {
      name: 'Discrepancies',
      detail: 'What is wrong today with the orders of these days, and your decisions',
    },
    costs: { name: 'Costs', detail: 'What each SKU costs, from which day; can be sent back' },
  },
  groups: { month: 'Months', day: 'Days', sku: 'SKUs' },
  archive: 'Everything in one archive',
  archiveDetail:
    'A ZIP with every file as you sent it, your costs, overheads and decisions, and all rows as CSV. Keep it safe: whoever has it can read it.',
  archiveSize: (count: number, megabytes: string) => `${files(count)}, ${megabytes} MB`,
  archiveWithoutRows: 'Your rows are too many for one archive, so the CSV tables stay out of it.',
  archiveAction: 'Download archive',
  bring: 'Bring an archive back',
  bringDetail:
    'Drop an archive here. Its files are read again, and its costs and decisions are restored. Twice changes nothing, and what you decided here since then stays.',
  bringLarge:
    'An archive over 100 MB does not fit into one upload. Unpack it and add its files one by one.',
  toFiles: 'See the files',
}
