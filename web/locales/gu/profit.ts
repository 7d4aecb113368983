import type { profit as english } from '../en/profit'
import { formatCount } from '../format'
import type { Words } from '../words'

const countUnits = (count: number) => `${formatCount(count)} નંગ`

export const profit: Words<typeof english> = {
  title: 'નફો',
  print: 'પ્રિન્ટ / PDF',
  groupLabel: 'કેવી રીતે બતાવવું',
  groups: { total: 'વૉટરફૉલ', month: 'મહિના', day: 'દિવસ', sku: 'SKU' },
  noSku: 'SKU વગર (જાહેરાત અને બાકીનું)',
  line: 'લાઇન',
  amount: 'રકમ',
  share: 'ચોખ્ખા વેચાણના %',
  costMissing: 'પડતર ભરી નથી',
  costMissingDetail: 'આ દિવસોના માલની કોઈ પડતર ભરી નથી, એટલે આ પડતર કાઢ્યા વગરનો નફો છે.',
  costs: {
    missingFor: (skus: number | null, units: number) =>
      skus === null
        ? `${countUnits(units)}ની પડતર ભરી નથી`
        : `${formatCount(skus)} SKU, ${countUnits(units)}ની પડતર ભરી નથી`,
    missingForDetail: 'તેની પડતર ચોખ્ખા નફામાંથી બાદ થઈ નથી.',
    unpacked: (units: number) => `${countUnits(units)}ના પેકિંગનો ખર્ચ ખબર નથી`,
    unpackedDetail: 'તે ચોખ્ખા નફામાંથી બાદ થયો નથી.',
    enter: 'પડતર ભરો',
    counting: {
      title: 'પડતરનો હિસાબ થાય છે',
      detail: 'ફાઇલો કે પડતર હમણાં જ બદલાઈ છે. આ આંકડામાં બધું હજી આવ્યું નથી.',
    },
    notThen: {
      title: 'પડતર વગર',
      detail:
        'વીતેલા દિવસ પ્રમાણે આટલા બધા સબ-ઓર્ડરની પડતર કાઢી શકાતી નથી, એટલે આ પડતર કાઢ્યા વગરનો નફો છે.',
    },
  },
  bridge: {
    title: 'બે નફા અલગ કેમ છે',
    lead: 'આ દિવસો માટે, ઓર્ડરની તારીખના નફાથી પેમેન્ટની તારીખના નફા સુધી.',
    order: 'ઓર્ડરની તારીખ પ્રમાણે નફો',
    payment: 'પેમેન્ટની તારીખ પ્રમાણે નફો',
    items: {
      settled_for_earlier_orders: 'પહેલાંના ઓર્ડર, આ દિવસોમાં સેટલ',
      settled_for_later_orders: 'પછીના ઓર્ડર, આ દિવસોમાં સેટલ',
      settled_for_undated_orders: 'તારીખ વગરના ઓર્ડર, આ દિવસોમાં સેટલ',
      settled_later: 'આ દિવસોના ઓર્ડર, પછી સેટલ',
      settled_earlier: 'આ દિવસોના ઓર્ડર, પહેલાં સેટલ',
      ordered_not_settled: 'આ દિવસોના ઓર્ડર, હજી સેટલ થયા નથી',
      ads_run_earlier: 'પહેલાં ચાલેલી જાહેરાત, આ દિવસોમાં કપાઈ',
      ads_deducted_later: 'આ દિવસોની જાહેરાત, પછી કપાઈ',
      ads_deducted_earlier: 'આ દિવસોની જાહેરાત, પહેલાં કપાઈ',
      cost_of_earlier_orders: 'પહેલાંના ઓર્ડરની પડતર, આ દિવસોમાં ગણી',
      cost_counted_later: 'આ દિવસોના ઓર્ડરની પડતર, પછી ગણી',
      cost_counted_earlier: 'આ દિવસોના ઓર્ડરની પડતર, પહેલાં ગણી',
    },
  },
  waterfallCaption: 'કુલ વેચાણથી નફા સુધી',
  tableCaption: 'નફો-નુકસાન',
  showMore: (count: number) => `${formatCount(count)} વધુ બતાવો`,
  undated: (count: number) =>
    `${formatCount(count)} લાઇન ઓર્ડરની તારીખ વગરની છે, એટલે કોઈ દિવસમાં મૂકી શકાતી નથી:`,
  empty: 'આ દિવસોમાં કોઈ પૈસા નથી',
}
