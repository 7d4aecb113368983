import type { tax as english } from '../en/tax'
import { formatCount } from '../format'
import type { Words } from '../words'

const rows = (count: number) => `${formatCount(count)} લાઇન`

export const tax: Words<typeof english> = {
  title: 'ટેક્સ',
  lead: 'તમારો કેટલો ટેક્સ કપાયો, અને શું ભરવાનું છે, તમારી પોતાની ફાઇલો પ્રમાણે.',
  financialYear: (year: number) => `FY ${year}–${String((year + 1) % 100).padStart(2, '0')}`,
  year: 'નાણાકીય વર્ષ',
  month: 'મહિનો',
  kindLabel: 'કપાયેલો ટેક્સ',
  kinds: { tcs: 'TCS', tds: 'TDS' },
  register: {
    tcs: 'કપાયેલો TCS, પેમેન્ટના મહિના પ્રમાણે',
    tds: 'કપાયેલો TDS, પેમેન્ટના મહિના પ્રમાણે',
    credit: {
      'gstr-2b-cash-ledger':
        'તે તમારો જ છે: GSTR-2B માં દેખાય છે, અને તમે સ્વીકારો પછી ઇલેક્ટ્રોનિક કેશ લેજરમાં.',
      'form-26as': 'તે તમારો જ છે: Form 26AS માં દેખાય છે, અને તમારા ઇન્કમ ટેક્સમાં ગણાય છે.',
    },
    month: 'પેમેન્ટનો મહિનો',
    taxable: 'ટેક્સેબલ વેલ્યુ',
    rate: 'દર',
    due: 'એ દરે ટેક્સ',
    withheld: 'કપાયેલો',
    difference: 'ફરક',
    reported: 'GST રિપોર્ટ, એ જ મહિનો',
    reportedTaxable: 'ટેક્સેબલ, GST રિપોર્ટ',
    reportedDue: 'ટેક્સ, GST રિપોર્ટ',
    ratesFrom: (rate: string, day: string) => `${day} થી ${rate}`,
    moreThanRounding: 'રાઉન્ડિંગથી વધારે',
    rounding: 'રાઉન્ડિંગ જેટલો જ',
    lines: rows,
    withoutRate: 'અમુક લાઇનોનો GST દર નથી, એટલે તેના પર કેટલો ટેક્સ કપાવો જોઈતો હતો તે ખબર નથી.',
    reportNote:
      'GST રિપોર્ટમાં એ મહિનાની સપ્લાય હોય છે અને પેમેન્ટ પછી આવે છે, એટલે આ બે સમયના કારણે અલગ હોય છે. Meesho TCS, GST રિપોર્ટ પ્રમાણે ભરે છે.',
    withoutValue: (count: number) =>
      `GST રિપોર્ટની ${rows(count)}માં ફાઇલમાં વેલ્યુ નથી; તે કોઈ સરવાળામાં નથી.`,
    open: (month: string) => `${month} નાં ખાનાં ખોલો`,
    empty: (year: string) => `${year} નું કોઈ પેમેન્ટ અહીં નથી`,
    emptyDetail: 'આ મહિનાઓની Payments to Date ફાઇલો નાખો, અથવા બીજું વર્ષ પસંદ કરો.',
    show: (year: string) => `${year} બતાવો`,
  },
  gst: {
    title: 'તમારી સપ્લાય પર GST',
    byLabel: 'શેના પ્રમાણે',
    by: { rate: 'દર', state: 'રાજ્ય', hsn: 'HSN' },
    noHsn: 'HSN નથી',
    noState: 'રાજ્ય નથી',
    sales: 'વેચાણ',
    returns: 'રિટર્ન',
    net: 'ચોખ્ખું ટેક્સેબલ',
    tax: 'ટેક્સ',
    quantity: 'નંગ',
    rows: 'લાઇનો',
    rowCounts: (sales: number, returns: number) =>
      `${formatCount(sales)} વેચાણ, ${formatCount(returns)} રિટર્ન`,
    open: (name: string) => `${name} ની લાઇનો`,
    rounding: 'દરેક આંકડાનો સરવાળો રાઉન્ડ કર્યા વગર થાય છે, અને છેલ્લે એક જ વાર પૈસા સુધી રાઉન્ડ થાય છે.',
    empty: (month: string) => `${month} નો GST રિપોર્ટ હજી નથી`,
    emptyDetail:
      'સપ્લાયર પેનલમાં: Payments, Download, GST Report. મહિનો પસંદ કરો અને ZIP જેવી મળે તેવી જ નાખો.',
    add: 'ફાઇલો નાખો',
    show: (month: string) => `${month} બતાવો`,
    noSales: 'આ મહિનાનાં રિટર્ન છે પણ વેચાણ નથી: ભરવાનો ચોખ્ખો આંકડો આ નથી.',
    noReturns: 'આ મહિનાનાં રિટર્ન નથી. જો થયાં હોય, તો આખી ZIP નાખો.',
    withoutValue: (count: number) =>
      `${rows(count)}ની ફાઇલમાં વેલ્યુ નથી: પછીની કોઈ ફાઇલમાં ન આવે ત્યાં સુધી કોઈ સરવાળામાં નથી.`,
    withoutRate: (count: number) => `${rows(count)}નો GST દર નથી: કોઈ સરવાળામાં નથી.`,
    truncated: (count: number) =>
      `${rows(count)}માં ટેક્સ ફક્ત પૂરા રૂપિયામાં લખ્યો છે: એટલે ટેક્સ, વેલ્યુ અને દર પરથી ગણ્યો છે.`,
  },
  file: {
    title: 'શું ભરવાનું છે',
    lead: 'સ્પ્રેડશીટમાં ટેબલ, ફોર્મના જ શબ્દોમાં. તમારા એકાઉન્ટન્ટ સાથે ચકાસી લો.',
    gstin: 'GSTIN',
    choose: 'GSTIN પસંદ કરો',
    noGstin:
      'GST રિપોર્ટમાં તમારો GSTIN લખ્યો નથી, એટલે તમારા રાજ્યની અંદરની અને બહારની સપ્લાય અલગ પાડી શકાતી નથી.',
    tables: {
      '7': 'GSTR-1 ટેબલ 7: રાજ્ય અને દર પ્રમાણે વેચાણ',
      '8': 'GSTR-1 ટેબલ 8: શૂન્ય દરવાળું અને ટેક્સમાંથી મુક્ત',
      '12': 'GSTR-1 ટેબલ 12: HSN પ્રમાણે',
      '13': 'GSTR-1 ટેબલ 13: બહાર પાડેલા દસ્તાવેજ',
      '14': 'GSTR-1 ટેબલ 14: માર્કેટપ્લેસ મારફતે વેચાણ',
    },
    gstr3b: 'GSTR-3B ટેબલ 3.1: બહાર જતી સપ્લાય (outward)',
    documentsNote: 'ટેબલ 13 માટે એ મહિનાની Tax Invoice ZIP જોઈએ.',
    operatorNote: 'ટેબલ 14 માં માર્કેટપ્લેસનો GSTIN જોઈએ, જે અમુક લાઇનોમાં લખેલો નથી: તેના બિલમાંથી જોઈને ભરો.',
  },
  rows: {
    title: 'GST ની લાઇનો',
    up: 'ટેક્સ',
    direction: 'રિપોર્ટ',
    directions: { sales: 'વેચાણ', returns: 'રિટર્ન' },
    subOrder: 'સબ-ઓર્ડર',
    orderedOn: 'ઓર્ડરની તારીખ',
    rate: 'દર',
    state: 'રાજ્ય',
    hsn: 'HSN',
    quantity: 'નંગ',
    taxable: 'ટેક્સેબલ વેલ્યુ',
    noValue: 'ફાઇલમાં વેલ્યુ નથી',
    cut: 'ફાઇલમાં ટેક્સ ફક્ત પૂરા રૂપિયામાં',
    filter: (parts: readonly string[]) => parts.join(' · '),
    empty: 'આવી કોઈ લાઇન નથી',
  },
}
