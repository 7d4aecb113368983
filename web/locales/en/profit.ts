import { formatCount } from '../format'

const countUnits = (count: number) => `${formatCount(count)} ${count === 1 ? 'unit' : 'units'}`

export const profit = {
  title: 'Profit',
  print: 'Print / PDF',
  groupLabel: 'Show by',
  groups: { total: 'Waterfall', month: 'Months', day: 'Days', sku: 'SKUs' },
  noSku: 'No SKU (ads and other)',
  line: 'Line',
  amount: 'Amount',
  share: '% of net sales',
  costMissing: 'Cost missing',
  costMissingDetail:
    'No product cost is known for these days, so this is profit before product cost.',
  costs: {
    missingFor: (skus: number | null, units: number) =>
      skus === null
        ? `Cost missing for ${countUnits(units)}`
        : `Cost missing for ${formatCount(skus)} ${skus === 1 ? 'SKU' : 'SKUs'}, ${countUnits(units)}`,
    missingForDetail: 'What they cost is not in the net profit.',
    unpacked: (units: number) => `Packaging not known for ${countUnits(units)}`,
    unpackedDetail: 'It is not in the net profit.',
    enter: 'Enter costs',
    counting: {
      title: 'Costs are being counted',
      detail: 'Files or costs have just changed. These figures do not hold all of it yet.',
    },
    notThen: {
      title: 'Without costs',
      detail:
        'These are too many sub-orders to work out what they cost as of a past day, so this is profit before product cost.',
    },
  },
  bridge: {
    title: 'Why the two profits differ',
    lead: 'From profit by order date to profit by payment date, for these days.',
    order: 'Profit by order date',
    payment: 'Profit by payment date',
    items: {
      settled_for_earlier_orders: 'Settled now for earlier orders',
      settled_for_later_orders: 'Settled now for later orders',
      settled_for_undated_orders: 'Settled now for orders without a date',
      settled_later: 'Ordered now, settled later',
      settled_earlier: 'Ordered now, settled earlier',
      ordered_not_settled: 'Ordered now, not settled yet',
      ads_run_earlier: 'Ads run earlier, deducted now',
      ads_deducted_later: 'Ads run now, deducted later',
      ads_deducted_earlier: 'Ads run now, deducted earlier',
      cost_of_earlier_orders: 'Cost of earlier orders, counted now',
      cost_counted_later: 'Cost of these orders, counted later',
      cost_counted_earlier: 'Cost of these orders, counted earlier',
    },
  },
  waterfallCaption: 'From gross sales to profit',
  tableCaption: 'Profit and loss',
  showMore: (count: number) => `Show ${formatCount(count)} more`,
  undated: (count: number) =>
    `${formatCount(count)} ${count === 1 ? 'line has' : 'lines have'} no order date and can not be placed:`,
  empty: 'No money in these days',
}
