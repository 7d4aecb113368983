import { formatCount, formatDay } from '../format'

const rows = (count: number) => `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`
const days = (count: number) => `${formatCount(count)} ${count === 1 ? 'day' : 'days'}`

/** The ads page; loaded beside it. */
export const ads = {
  title: 'Ads',
  basis: { order: 'Days on which the ads ran', payment: 'Days on which they were deducted' },
  deductedTo: (day: string) => `Ads deducted to ${formatDay(day)}`,
  neverDeducted: 'No file has a row of ads yet',
  noSheets: 'No Ads Cost sheet has come yet',
  noSheetsDetail: 'Whether there were ads is not known. The sheet is part of Payments to Date.',
  toFiles: 'Add files',
  none: 'No ads in these days',
  noneDetail: (day: string) => `Your files know of ads to ${formatDay(day)}. Choose other days.`,
  tiles: {
    gst: 'of it GST',
    credits: 'credits given',
    of: 'net sales',
    allSales: 'All sales against all ads',
  },
  parts: {
    title: 'What ads took',
    unexplained: 'Unexplained by the rows',
    total: 'Taken',
    lasting: 'After the GST that comes back',
    rows,
  },
  breakEven: {
    title: 'Did ads pay for themselves?',
    sentence: (must: string, brought: string) =>
      `Each ₹1 of ads must bring ${must} of sales; it brought ${brought}.`,
    only: (brought: string) => `Each ₹1 of ads brought ${brought} of sales.`,
    reached: 'They did',
    missed: 'They did not',
    margin: (share: string) => `Your sales leave ${share} before ads.`,
    known: (known: number, all: number, share: string) =>
      `This rests on the ${formatCount(known)} of ${formatCount(all)} SKUs whose cost is known: ${share} of net sales.`,
    whole: 'The cost of every SKU is known.',
    gst: (rupees: string) => `Of each ₹1, ${rupees} is GST that comes back to you.`,
    assumption:
      'All sales are set against all ads, because nobody can say which sale an ad brought.',
    states: {
      counting: 'Costs are being counted. What ads must bring is known in a moment.',
      no_costs: 'What ads must bring is not known until you enter what your SKUs cost.',
      loss: 'Your sales leave nothing before ads, so no sale can pay for an ad.',
      too_many: 'These are too many SKUs for one answer. Choose fewer days.',
      no_ads: 'No ads were charged in these days.',
    },
    toCosts: 'Enter costs',
  },
  chart: { title: 'Ads', byDay: 'by day', byMonth: 'by month' },
  campaigns: {
    title: 'Campaigns',
    lead: 'The dearest first. Meesho’s files name a campaign by its number alone.',
    campaign: 'Campaign',
    unnamed: 'No number in the file',
    ran: 'Ran',
    days,
    share: 'Share',
    open: (name: string) => `${name}: see its rows`,
  },
  orders: {
    title: 'Orders that Meesho says came from ads',
    lead: 'By the column “Order source” of your files. It is Meesho’s word: it names no campaign, and a blank cell says nothing.',
    cannot:
      'Your files do not say which orders came from ads: they have no column “Order source”. Newer files have it.',
    claimed: (brought: string) => `By this mark, each ₹1 of ads brought ${brought} of sales.`,
    mark: 'Order source',
    marks: { ad: 'Ad order', organic: 'Organic', unmarked: 'Blank', other: 'Something else' },
    ordered: 'Orders',
    sold: 'Sales settled',
    returned: 'Returned units',
    rto: 'RTO units',
    open: (mark: string, figure: string) => `${mark}, ${figure}: see its rows`,
  },
  skus: {
    title: 'SKUs after ads',
    assumption:
      'This is an assumption: no file links an ad to an order. No other screen counts with it.',
    byLabel: 'How ads are laid over SKUs',
    by: { net_sales: 'By net sales', ad_orders: 'By ad orders', none: 'Not at all' },
    meaning: {
      net_sales: 'Each SKU takes the share of ads that it has of net sales.',
      ad_orders: 'Each SKU takes the share of ads that it has of the orders marked “Ad order”.',
      none: 'No SKU takes any ads.',
    },
    unallocated: 'Ads on no SKU',
    sku: 'SKU',
    noSku: 'No SKU',
    adOrders: 'Ad orders',
    ads: 'Its ads',
    afterAds: 'After ads',
    costMissing: 'Cost missing',
    notLaid: 'Not laid',
    counting: 'Costs are being counted; what is left is not known yet.',
    empty: 'No SKU in these days',
  },
}
