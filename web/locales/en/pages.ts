import { formatCount } from '../format'

const subOrders = (count: number) =>
  `${formatCount(count)} ${count === 1 ? 'sub-order' : 'sub-orders'}`

export const pages = {
  overview: {
    toOrders: 'Where each sub-order stands',
    title: 'Overview',
    costNote: 'Cost missing',
    settled: (percent: string) => `${percent} settled`,
    subOrders,
    rto: (percent: string) => `RTO ${percent}`,
    returned: 'returned',
    allFine: 'All files read',
    attentionNote: 'See what and why',
    attentionFine: 'None',
    trend: 'Over time',
    trendMetric: 'Figure to draw',
    trendByDay: 'by day',
    trendByMonth: 'by month',
    flow: 'Where the money went',
    flowMore: 'See every line',
    attention: 'Needs attention',
    welcome: 'Let’s see what you earned',
    welcomeLead:
      'Three downloads from your supplier panel are enough. Or look around with sample data first.',
    emptyPeriod: 'Nothing in these days',
    emptyPeriodDetail: 'There is no money between these two days. Choose other dates.',
    emptyPeriodJump: (month: string) => `Show ${month}`,
    working: 'Your files are being read',
    workingDetail: 'The first figures appear here by themselves.',
    actions: {
      wrong: (kind: string, count: number) => `${kind} (${formatCount(count)})`,
      unproven: (count: number) =>
        `${formatCount(count)} of what is not paid may have been paid: add payments files`,
      allWrong: 'Everything that is wrong',
      failed: (name: string) => `${name} could not be read`,
      quarantined: (name: string) => `${name} is held back`,
      unrecognised: (name: string) => `${name} is not recognised`,
      rejected: (count: number, name: string) =>
        `${formatCount(count)} ${count === 1 ? 'row' : 'rows'} of ${name} not counted`,
      unexplained: 'Settlement that Meesho’s own formula does not explain',
      undated: (count: number) =>
        `${formatCount(count)} ${count === 1 ? 'line has' : 'lines have'} no order date`,
      gstUnknown: (count: number) =>
        `${formatCount(count)} ${count === 1 ? 'line has' : 'lines have'} no GST rate`,
    },
  },
  settlements: {
    title: 'Settlements',
    search: 'Search sub-order or SKU',
    status: 'Status',
    allStatuses: 'All statuses',
    statuses: ['Delivered', 'Return', 'RTO', 'Exchange', 'Lost', 'Cancelled', 'Shipped'],
    noStatus: 'Adjustment',
    sku: 'SKU',
    paidOn: 'Paid on',
    orderedOn: 'Ordered on',
    subOrder: 'Sub-order',
    quantity: 'Qty',
    sale: 'Sale',
    settlement: 'Settlement',
    empty: 'No settlement lines match',
    emptyDetail: 'Try other dates, or clear the search.',
    clear: 'Clear filters',
    sortBy: (column: string) => `Sort by ${column}`,
    order: 'Order',
    sorts: {
      '-paidOn': 'Newest first',
      paidOn: 'Oldest first',
      '-settlement': 'Largest settlement',
      settlement: 'Smallest settlement',
      '-sale': 'Largest sale',
      sale: 'Smallest sale',
    },
  },
  source: {
    row: (row: number) => `Row ${formatCount(row)}`,
  },
}
