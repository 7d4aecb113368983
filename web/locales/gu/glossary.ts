import type { glossary as english } from '../en/glossary'
import {
  type GlossaryEntry,
  type GlossaryPart,
  glossaryEntries,
  type Said,
} from '../glossary-entries'
import type { Words } from '../words'
import { definitions } from './definitions'
import { figures } from './figures'
import { returns } from './parcels'
import { cases } from './reconcile'

const PAYMENTS = 'Payments to Date'
const ORDERS = 'ઓર્ડર'
const RETURNS = 'રિટર્ન'
const CLAIMS = 'ક્લેમ'
const BOTH = `${PAYMENTS}, ${ORDERS}`

const NAMES: Readonly<Record<string, string>> = {
  ...figures.lines,
  ...figures.more,
  ...figures.beside,
  netProfit: figures.netProfitWithCost,
  returnsInTransit: `${returns.title}: ${returns.tiles.inTransit}`,
  returnsReceived: `${returns.title}: ${returns.tiles.received}`,
  returnsLost: `${returns.title}: ${returns.tiles.lost}`,
  returnsOverdue: `${returns.title}: ${returns.tiles.overdue}`,
}

/** Where a sub-order stands: always in exactly one of these. */
const BUCKETS: Readonly<Record<keyof typeof cases.buckets, Said>> = {
  cancelled: { what: 'મોકલતાં પહેલાં જ અટકી ગયો.', files: BOTH },
  open: { what: 'ગ્રાહક તરફ રસ્તામાં છે, અને હજી કંઈ મોડું થયું નથી.', files: BOTH },
  rto: {
    what: 'ડિલિવર જ ન થયો, અને તમારી પાસે પાછો આવી ગયો કે આવી રહ્યો છે. Meesho તેની ફી લેતું નથી.',
    files: `${BOTH}, ${RETURNS}`,
  },
  returned: {
    what: 'ડિલિવર થયો, પછી ગ્રાહકે પાછો મોકલ્યો. ઓર્ડરની ફાઇલમાં Delivered જ લખેલું રહે છે, એટલે આ પેમેન્ટ, રિટર્ન અને GST ની ફાઇલો પરથી ખબર પડે છે.',
    files: `${PAYMENTS}, ${RETURNS}, GST રિપોર્ટ`,
  },
  exchanged: { what: 'ગ્રાહકના દરવાજે બીજા નંગ સાથે બદલાયો.', files: BOTH },
  lost: { what: 'કુરિયરે પાર્સલ ખોઈ નાખ્યું.', files: `${BOTH}, ${RETURNS}` },
  awaiting: {
    what: 'ડિલિવર થયો, પેમેન્ટ મળ્યું નથી, અને પૈસા આવવાનો દિવસ હજી આવ્યો નથી.',
    files: BOTH,
  },
  promised: {
    what: 'પેમેન્ટ હજી મળ્યું નથી, અને સૌથી નવી આઉટસ્ટેન્ડિંગ ફાઇલમાં છે: Meesho નો અંદાજ, પૈસા નહીં.',
    files: 'આઉટસ્ટેન્ડિંગ પેમેન્ટ',
  },
  overdue: {
    what: 'ડિલિવર થયો, પૈસા આવવાનો દિવસ વીતી ગયો, કંઈ મળ્યું નથી અને કોઈ વાયદો પણ નથી.',
    formula:
      'આવવાનો દિવસ = ઓર્ડરનો દિવસ + જેટલા દિવસમાં તમારા પોતાના 100 માંથી 99 ઓર્ડરનું પેમેન્ટ મળ્યું (50 ઓર્ડર ખબર પડે ત્યાં સુધી 21) + 2',
    files: BOTH,
  },
  paid: { what: 'ડિલિવર થયો અને સેટલ થઈ ગયો.', files: PAYMENTS },
  unknown: {
    what: 'એવું સ્ટેટસ જે અમે ક્યારેય જોયું નથી. તેવું જ બતાવાય છે, અટકળ કરાતી નથી.',
    files: BOTH,
  },
}

/** What is looked for in each row, and how much is at stake. */
const RULES: Readonly<Record<keyof typeof cases.rules, Said>> = {
  settlement_does_not_add_up: {
    what: 'પેમેન્ટની લાઇનના ભાગોનો સરવાળો તેના સેટલમેન્ટ જેટલો થતો નથી, Meesho ની કોઈ પણ ફોર્મ્યુલાથી.',
    formula: 'Final Settlement Amount − તેની ફોર્મ્યુલાના 18 ભાગ',
    files: PAYMENTS,
  },
  tcs_rate: {
    what: 'TCS એ દિવસે લાગુ દરથી 2 પૈસા કરતાં વધારે અલગ છે.',
    formula: 'TCS − દર × ટેક્સેબલ વેલ્યુ',
    files: PAYMENTS,
  },
  tds_rate: {
    what: 'TDS એ દિવસે લાગુ દરથી 2 પૈસા કરતાં વધારે અલગ છે.',
    formula: 'TDS − દર × ટેક્સેબલ વેલ્યુ',
    files: PAYMENTS,
  },
  commission_rate: {
    what: 'કમિશન એ જ લાઇનમાં લખેલા ટકાથી અલગ છે.',
    formula: 'કમિશન − કમિશન % × ચોખ્ખું વેચાણ',
    files: PAYMENTS,
  },
  delivered_not_paid: {
    what: 'ડિલિવર થયેલો સબ-ઓર્ડર મોડો છે.',
    formula: 'વેચાણ × આ SKU ના વેચાણનો જેટલો ભાગ સામાન્ય રીતે સેટલ થાય છે',
    files: BOTH,
  },
  rto_charged: {
    what: 'જે પાર્સલ ડિલિવર જ ન થયું, તેના પૈસા કપાયા.',
    files: PAYMENTS,
  },
  return_charge_without_return: {
    what: 'રિટર્ન શિપિંગ કપાયું, અને કોઈ ફાઇલમાં લખ્યું નથી કે કંઈ પાછું આવ્યું.',
    files: `${PAYMENTS}, ${RETURNS}`,
  },
  return_charged_twice: {
    what: 'એક જ સબ-ઓર્ડરનું રિટર્ન શિપિંગ એકથી વધારે વાર કપાયું.',
    formula: 'પહેલી સિવાય રિટર્નની બધી કપાત',
    files: PAYMENTS,
  },
  shipping_charge_jump: {
    what: 'એક નંગનું શિપિંગ આ SKU ના સામાન્ય શિપિંગથી દોઢ ગણું કે વધારે છે.',
    formula: 'કપાત − આ SKU ની સામાન્ય કપાત, 5 લાઇન પરથી ખબર પડે છે',
    files: PAYMENTS,
  },
  recovery_without_reason: {
    what: 'Meesho એ પૈસા પાછા કાપી લીધા અને કારણ ન આપ્યું.',
    files: PAYMENTS,
  },
  return_lost_uncompensated: {
    what: 'પાછું આવતું પાર્સલ ખોવાયું, અને 30 દિવસમાં તેના કોઈ પૈસા ન આવ્યા.',
    files: `${RETURNS}, ${PAYMENTS}`,
  },
  return_overdue: {
    what: 'પાર્સલ 21 દિવસથી વધારે સમયથી પાછું આવવાના રસ્તામાં છે.',
    files: RETURNS,
  },
  claim_approved_not_credited: {
    what: 'ક્લેમ મંજૂર થયો, અને 14 દિવસમાં કોઈ પૈસા ન આવ્યા.',
    formula: 'ટિકિટમાં લખેલી રકમ',
    files: `${CLAIMS}, ${PAYMENTS}`,
  },
  lost_uncompensated: {
    what: 'પાર્સલ ગ્રાહક સુધી જતાં ખોવાયું, અને 30 દિવસમાં કોઈ પૈસા ન આવ્યા.',
    files: BOTH,
  },
  claim_window_closing: {
    what: 'રિટર્ન છેલ્લા સાત દિવસમાં પાછું આવ્યું અને ક્લેમ કર્યો નથી: હજી ક્લેમ કરી શકાય.',
    files: `${RETURNS}, ${CLAIMS}`,
  },
  order_unknown: {
    what: 'એવા સબ-ઓર્ડરના પૈસા જે તમારી કોઈ ઓર્ડર ફાઇલમાં નથી. કંઈ ગયું નથી; એ મહિનાની ઓર્ડર ફાઇલ નાખો.',
    files: BOTH,
  },
}

const words: readonly GlossaryEntry[] = [
  {
    id: 'sub-order',
    name: 'સબ-ઓર્ડર',
    what: 'ગ્રાહકના ઓર્ડરની એક પ્રોડક્ટ લાઇન, જેમ કે 258066903826327774_1. બધું આનાથી જ ગણાય છે.',
  },
  {
    id: 'settlement-line',
    name: 'સેટલમેન્ટ લાઇન',
    what: 'પેમેન્ટની ફાઇલની એક લાઇન. એક સબ-ઓર્ડરની ઘણી હોઈ શકે: ડિલિવરી, પછી રિટર્ન, પછી ક્લેમ.',
  },
  {
    id: 'payout',
    name: 'પેઆઉટ',
    what: 'એક પેમેન્ટના દિવસે બેંકમાં જેટલા આવ્યા. તેમાં ઘણા સબ-ઓર્ડરનાં સેટલમેન્ટ હોય છે.',
  },
  {
    id: 'basis',
    name: 'ઓર્ડરની તારીખ અને પેમેન્ટની તારીખ',
    what: 'પૈસા ગણવાની બે રીત: ઓર્ડરના દિવસ પ્રમાણે, કે પેમેન્ટ મળ્યાના દિવસ પ્રમાણે. બંને સાચી છે, ફરક ફક્ત સમયનો છે.',
  },
  {
    id: 'bridge',
    name: 'બે નફા વચ્ચેનો હિસાબ',
    what: 'ઓર્ડરની તારીખ અને પેમેન્ટની તારીખના નફામાં ફરક કેમ છે, તેનાં કારણોની લિસ્ટ. તેનો સરવાળો બરાબર ફરક જેટલો છે.',
  },
  {
    id: 'maturity',
    name: 'મહિનો ક્યાં સુધી પહોંચ્યો',
    what: 'મહિનાનો કેટલો ભાગ પાકો થઈ ગયો છે: રિટર્ન અને પેમેન્ટ મહિનો પૂરો થયા પછી પણ અઠવાડિયાં સુધી આવતાં રહે છે.',
  },
  {
    id: 'customer-return',
    name: 'કસ્ટમર રિટર્ન અને RTO',
    what: 'કસ્ટમર રિટર્ન ડિલિવર થઈને પાછું આવે છે, અને તેમાં રિટર્ન શિપિંગ લાગે છે. RTO ડિલિવર જ નથી થતો, અને તેમાં તે લાગતું નથી.',
  },
  {
    id: 'claim-window',
    name: 'ક્લેમનો સમય',
    what: 'રિટર્ન મળ્યા પછીના સાત દિવસ, જેમાં ખોટા કે તૂટેલા પાર્સલનો ક્લેમ કરી શકાય.',
  },
  {
    id: 'discrepancy',
    name: 'ગરબડ',
    what: 'જે આવવું જોઈતું હતું અને જે સેટલ થયું તે મળતાં નથી. દરેકની રકમ, પુરાવો અને હવે શું કરવું તે લખ્યું છે.',
  },
  {
    id: 'held-back',
    name: 'રોકી રાખી',
    what: 'એવો રિપોર્ટ જેમાં પૈસાની કોઈ કૉલમ અમે જાણતા નથી. સમજાય નહીં ત્યાં સુધી તેમાંનું કંઈ ગણાતું નથી.',
  },
  {
    id: 'undo',
    name: 'પાછી લો',
    what: 'ફાઇલને પાછી કાઢે છે: તેમાંથી જે કંઈ આવ્યું હતું તે દરેક આંકડામાંથી નીકળી જાય છે.',
  },
  {
    id: 'gst',
    name: 'GST, TCS અને TDS',
    what: 'GST તમારી કિંમતોની અંદર છે અને સરકારનો છે. TCS એ કપાયેલો GST છે, TDS એ કપાયેલો ઇન્કમ ટેક્સ (કલમ 194-O): બંને તમારા ટેક્સ રિટર્નથી પાછા આવે છે.',
  },
]

export const glossary: Words<typeof english> = {
  title: 'શબ્દોના અર્થ',
  lead: 'દરેક આંકડા અને શબ્દનો અર્થ, તે કેવી રીતે નીકળ્યો, અને કઈ ફાઇલોમાંથી.',
  search: 'શબ્દ કે આંકડો શોધો',
  found: (count: number) => `${count} મળ્યા`,
  none: 'આ શબ્દો ક્યાંય મળ્યા નથી',
  noneDetail: 'ટૂંકો શબ્દ લખો, અથવા શોધ દૂર કરો.',
  clear: 'શોધ દૂર કરો',
  formula: 'કેવી રીતે નીકળ્યું',
  files: 'કઈ ફાઇલમાંથી',
  link: (name: string) => `${name} ની લિંક`,
  toHelp: 'દરેક ફાઇલ ક્યાં મળશે',
}

export const glossaryParts: readonly GlossaryPart[] = [
  { title: 'આંકડા', entries: glossaryEntries(undefined, NAMES, definitions) },
  { title: 'શબ્દો', entries: words },
  { title: 'સબ-ઓર્ડર ક્યાં પહોંચ્યો', entries: glossaryEntries('bucket', cases.buckets, BUCKETS) },
  { title: 'શું શું ગરબડ થઈ શકે', entries: glossaryEntries('rule', cases.rules, RULES) },
]
