import type { pages as english } from '../en/pages'
import { formatCount } from '../format'
import type { Words } from '../words'

const subOrders = (count: number) => `${formatCount(count)} સબ-ઓર્ડર`
const lines = (count: number) => `${formatCount(count)} લાઇન`

export const pages: Words<typeof english> = {
  overview: {
    toOrders: 'દરેક સબ-ઓર્ડર ક્યાં પહોંચ્યો',
    title: 'એક નજરમાં',
    costNote: 'પડતર ભરી નથી',
    settled: (percent: string) => `${percent} સેટલ થયું`,
    subOrders,
    rto: (percent: string) => `RTO ${percent}`,
    returned: 'રિટર્ન',
    allFine: 'બધી ફાઇલો વંચાઈ ગઈ',
    attentionNote: 'શું અને કેમ તે જુઓ',
    attentionFine: 'કંઈ નહીં',
    trend: 'સમય સાથે',
    trendMetric: 'કયો આંકડો બતાવવો',
    trendByDay: 'દિવસ પ્રમાણે',
    trendByMonth: 'મહિના પ્રમાણે',
    flow: 'પૈસા ક્યાં ગયા',
    flowMore: 'દરેક લાઇન જુઓ',
    attention: 'આના પર ધ્યાન આપો',
    welcome: 'ચાલો જોઈએ, તમે કેટલું કમાયા',
    welcomeLead: 'સપ્લાયર પેનલમાંથી ત્રણ ડાઉનલોડ પૂરતાં છે. અથવા પહેલાં સેમ્પલ ડેટા સાથે ફરીને જુઓ.',
    emptyPeriod: 'આ દિવસોમાં કંઈ નથી',
    emptyPeriodDetail: 'આ બે તારીખ વચ્ચે કોઈ પૈસા નથી. બીજી તારીખો પસંદ કરો.',
    emptyPeriodJump: (month: string) => `${month} બતાવો`,
    working: 'તમારી ફાઇલો વંચાઈ રહી છે',
    workingDetail: 'પહેલા આંકડા અહીં આપોઆપ આવી જશે.',
    actions: {
      wrong: (kind: string, count: number) => `${kind} (${formatCount(count)})`,
      unproven: (count: number) =>
        `ન મળેલાં પેમેન્ટમાંથી ${formatCount(count)} કદાચ આવી ગયાં હોય: પેમેન્ટની ફાઇલો ઉમેરો`,
      allWrong: 'બધી ગરબડ',
      failed: (name: string) => `${name} વાંચી શકાઈ નથી`,
      quarantined: (name: string) => `${name} રોકી રાખી છે`,
      unrecognised: (name: string) => `${name} ઓળખાઈ નથી`,
      rejected: (count: number, name: string) => `${name} ની ${lines(count)} ગણાઈ નથી`,
      unexplained: 'જે સેટલમેન્ટનો હિસાબ Meesho ની પોતાની ફોર્મ્યુલાથી મળતો નથી',
      undated: (count: number) => `${lines(count)} ઓર્ડરની તારીખ વગરની`,
      gstUnknown: (count: number) => `${lines(count)} GST દર વગરની`,
    },
  },
  settlements: {
    title: 'સેટલમેન્ટ',
    search: 'સબ-ઓર્ડર કે SKU શોધો',
    status: 'સ્ટેટસ',
    allStatuses: 'બધાં સ્ટેટસ',
    statuses: ['Delivered', 'Return', 'RTO', 'Exchange', 'Lost', 'Cancelled', 'Shipped'],
    noStatus: 'એડજસ્ટમેન્ટ',
    sku: 'SKU',
    paidOn: 'પેમેન્ટની તારીખ',
    orderedOn: 'ઓર્ડરની તારીખ',
    subOrder: 'સબ-ઓર્ડર',
    quantity: 'નંગ',
    sale: 'વેચાણ',
    settlement: 'સેટલમેન્ટ',
    empty: 'આવી કોઈ સેટલમેન્ટ લાઇન નથી',
    emptyDetail: 'બીજી તારીખો પસંદ કરો, અથવા શોધ દૂર કરો.',
    clear: 'ફિલ્ટર દૂર કરો',
    sortBy: (column: string) => `${column} પ્રમાણે ગોઠવો`,
    order: 'ક્રમ',
    sorts: {
      '-paidOn': 'નવાં પહેલાં',
      paidOn: 'જૂનાં પહેલાં',
      '-settlement': 'સૌથી વધુ સેટલમેન્ટ',
      settlement: 'સૌથી ઓછું સેટલમેન્ટ',
      '-sale': 'સૌથી વધુ વેચાણ',
      sale: 'સૌથી ઓછું વેચાણ',
    },
  },
  source: {
    row: (row: number) => `લાઇન ${formatCount(row)}`,
  },
}
