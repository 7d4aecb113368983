import type { imports as english } from '../en/imports'
import { formatCount } from '../format'
import type { Words } from '../words'

const files = (count: number) => `${formatCount(count)} ફાઇલ`
const rows = (count: number) => `${formatCount(count)} લાઇન`

export const imports: Words<typeof english> = {
  title: 'ફાઇલો',
  intro: 'સપ્લાયર પેનલમાંથી જે ડાઉનલોડ કર્યું તે અહીં નાખો. ગમે તે ક્રમમાં, ગમે તેટલી વાર: કંઈ બે વાર ગણાતું નથી.',
  drop: 'ફાઇલો અહીં મૂકો',
  dropNow: 'ઉમેરવા માટે છોડી દો',
  choose: 'ફાઇલો પસંદ કરો',
  accepts: 'CSV, XLSX કે ZIP, દરેક ફાઇલ 100 MB સુધી',
  received: 'મળેલી ફાઇલો',
  older: 'જૂની ફાઇલો બતાવો',
  sent: (ended: number, all: number) => `${formatCount(all)} માંથી ${formatCount(ended)} ફાઇલ થઈ ગઈ`,
  ended: {
    done: (count: number, name: string) => `${count === 1 ? name : files(count)} વંચાઈ ગઈ`,
    partly: (count: number, name: string) =>
      `${count === 1 ? name : files(count)} અમુક ભાગ પૂરતી જ વંચાઈ`,
    quarantined: (count: number, name: string) =>
      `${count === 1 ? name : files(count)} રોકી રાખી છે`,
    failed: (count: number, name: string) => `${count === 1 ? name : files(count)} વાંચી શકાઈ નથી`,
  },
  duplicate: 'આ જ ફાઇલ અમારી પાસે પહેલેથી છે. કંઈ કરવાની જરૂર નથી.',
  tooLarge: 'આ ફાઇલ 100 MB થી મોટી છે.',
  state: {
    waiting: 'રાહ જુએ છે',
    sending: (percent: number) => `મોકલાય છે ${percent} %`,
    storing: 'સચવાય છે',
    queued: 'કતારમાં છે',
    parsing: 'વંચાય છે',
    rowsRead: (count: number) => `${rows(count)} વંચાઈ`,
    done: 'વંચાઈ ગઈ',
    partly: 'અમુક ભાગ વંચાયો',
    quarantined: 'રોકી રાખી',
    unrecognised: 'ઓળખાઈ નથી',
    failed: 'વાંચી શકાઈ નથી',
    refused: 'મોકલાઈ નથી',
  },
  whatToDo: 'શું કરવું',
  unrecognisedDetail:
    'આ પ્રકારની ફાઇલ અમે ઓળખતા નથી, એટલે તેમાંનું કંઈ ગણ્યું નથી. સપ્લાયર પેનલની ઓર્ડર, પેમેન્ટ, રિટર્ન, ક્લેમ, GST અને ટેક્સ ઇન્વૉઇસની ફાઇલો સમજાય છે, અને પડતરની લિસ્ટ પણ.',
  archive: (count: number) =>
    `આ આર્કાઇવ છે: તેમાંથી ${files(count)} કાઢી, સાથે પડતર અને તમારા નિર્ણયો પણ.`,
  sheetsUnknown: (names: string) => `ઓળખાઈ નથી, ગણાઈ નથી: ${names}`,
  kinds: {
    orders: 'ઓર્ડર',
    'payments.orders': 'ઓર્ડરનાં પેમેન્ટ',
    'payments.ads': 'જાહેરાતનો ખર્ચ',
    'payments.referral': 'રેફરલ પેમેન્ટ',
    'payments.adjustments': 'વળતર અને રિકવરી',
    outstanding: 'આઉટસ્ટેન્ડિંગ પેમેન્ટ',
    'outstanding.ads': 'આઉટસ્ટેન્ડિંગ જાહેરાત',
    returns: 'રિટર્ન',
    claims: 'ક્લેમ',
    'gst.sales': 'GST વેચાણ',
    'gst.returns': 'GST રિટર્ન માલ',
    tax_invoices: 'ટેક્સ ઇન્વૉઇસ',
    costs: 'પડતર',
  },
  otherKind: 'બીજો રિપોર્ટ',
  columns: {
    new: 'નવી',
    changed: 'બદલાઈ',
    same: 'એ જ',
    rejected: 'લીધી નથી',
  },
  rejectedDownload: (count: number) => `${rows(count)} કારણ સાથે ડાઉનલોડ કરો`,
  undo: 'પાછી લો',
  undoLabel: (name: string) => `${name} પાછી લો`,
  undoTitle: 'આ ફાઇલ પાછી લેવી છે?',
  undoDetail: (name: string) =>
    `${name} માંથી જે કંઈ આવ્યું હતું તે તમારા આંકડામાંથી નીકળી જશે. ફાઇલ તમે ગમે ત્યારે ફરી નાખી શકો છો.`,
  undone: (name: string) => `${name} પાછી લીધી`,
  dismiss: 'દૂર કરો',
  sample: {
    action: 'સેમ્પલ ડેટાથી અજમાવો',
    busy: 'સેમ્પલ ડેટા ઉમેરાય છે…',
    detail: 'એક બનાવટી સેલર, ત્રણ મહિનાના ઓર્ડર અને પેમેન્ટ સાથે. એક ક્લિકમાં નીકળી જાય છે.',
    loaded: 'તમે સેમ્પલ ડેટા જોઈ રહ્યા છો',
    remove: 'સેમ્પલ ડેટા દૂર કરો',
    removeTitle: 'સેમ્પલ ડેટા દૂર કરવો છે?',
    removeDetail: 'સેમ્પલ ફાઇલો અને તેના બધા આંકડા તમારા વર્કસ્પેસમાંથી નીકળી જશે. તમારી પોતાની ફાઇલો રહેશે.',
    removed: 'સેમ્પલ ડેટા નીકળી ગયો',
    failed: 'સેમ્પલ લાવી શકાયો નથી. ફરી પ્રયત્ન કરો.',
  },
  guide: {
    title: 'ફાઇલો ક્યાં મળશે',
    panel: 'Meesho સપ્લાયર પેનલ',
    steps: {
      payments: {
        name: 'Payments to Date',
        why: 'Meesho એ દરેક ઓર્ડરના કેટલા આપ્યા અને કેટલા કાપ્યા. અહીંથી શરૂ કરો.',
        path: ['Payments', 'Download', 'Payments to Date'],
        hint: 'દરેક મહિનાની એક ZIP',
        gives: 'PREVIOUS_PAYMENT_….zip',
      },
      orders: {
        name: 'ઓર્ડર',
        why: 'દરેક ઓર્ડર, તેના સ્ટેટસ, સાઇઝ અને ગ્રાહકના રાજ્ય સાથે.',
        path: ['Orders', 'Download orders data', 'By date'],
        hint: 'એક વારમાં એક મહિના સુધી',
        gives: 'Orders_….csv',
      },
      outstanding: {
        name: 'આઉટસ્ટેન્ડિંગ પેમેન્ટ',
        why: 'Meesho કહે છે કે શું આવશે. તેને વાયદા તરીકે બતાવીએ છીએ, પૈસા તરીકે ક્યારેય નહીં.',
        path: ['Payments', 'Download', 'Outstanding Payments'],
        hint: 'ગમે તેટલી વાર',
        gives: 'OUTSTANDING_PAYMENT_….xlsx',
      },
    },
  },
}
