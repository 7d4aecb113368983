import type { exports as english } from '../en/exports'
import { formatCount } from '../format'
import type { Words } from '../words'

const files = (count: number) => `${formatCount(count)} ફાઇલ`

export const exports: Words<typeof english> = {
  title: 'એક્સપોર્ટ',
  lead: 'તમારો ડેટા તમારો છે: ચાહો ત્યારે કાઢી લો, ટેબલ રૂપે કે બધો એકસાથે.',
  tables: 'ટેબલ',
  tablesDetail: 'Excel કે Google Sheets માટે CSV ફાઇલો. રકમ રૂપિયામાં, તારીખ વર્ષ-મહિનો-દિવસમાં.',
  download: (name: string) => `CSV ડાઉનલોડ કરો: ${name}`,
  table: {
    pnl: { name: 'નફો-નુકસાન', detail: 'આ દિવસોનો હિસાબ, તેની સ્ક્રીન બતાવે છે તેવો જ' },
    orders: { name: 'ઓર્ડર', detail: 'આ દિવસોના ઓર્ડર, અને દરેક સબ-ઓર્ડર ક્યાં પહોંચ્યો' },
    settlements: {
      name: 'સેટલમેન્ટ',
      detail: 'આ દિવસોમાં મળેલા પેમેન્ટની દરેક લાઇન, દરેક ભાગ સાથે',
    },
    payouts: { name: 'પેઆઉટ', detail: 'દરેક પેમેન્ટના દિવસે બેંકમાં કેટલા આવ્યા' },
    ads: { name: 'જાહેરાત', detail: 'જાહેરાતની દરેક લાઇન, ચાલ્યા કે કપાયાના દિવસથી' },
    returns: { name: 'રિટર્ન', detail: 'જે પાર્સલનું રિટર્ન આ દિવસોમાં બન્યું' },
    claims: { name: 'ક્લેમ', detail: 'આ દિવસોમાં નાખેલી ટિકિટ, અને તેનું શું થયું' },
    discrepancies: { name: 'ગરબડ', detail: 'આ દિવસોના ઓર્ડરમાં આજે જે ગરબડ છે, અને તમારા નિર્ણયો' },
    costs: { name: 'પડતર', detail: 'દરેક SKU ની પડતર, કયા દિવસથી; પાછી નાખી શકાય' },
  },
  groups: { month: 'મહિના', day: 'દિવસ', sku: 'SKU' },
  archive: 'બધું એક આર્કાઇવમાં',
  archiveDetail:
    'એક ZIP, જેમાં તમે મોકલેલી દરેક ફાઇલ જેમની તેમ, તમારી પડતર, માસિક ખર્ચ અને નિર્ણયો, અને બધી લાઇનો CSV માં. તેને સાચવીને રાખો: જેની પાસે તે હોય તે વાંચી શકે.',
  archiveSize: (count: number, megabytes: string) => `${files(count)}, ${megabytes} MB`,
  archiveWithoutRows: 'તમારી લાઇનો એક આર્કાઇવ માટે બહુ વધારે છે, એટલે CSV ટેબલ તેમાં નહીં હોય.',
  archiveAction: 'આર્કાઇવ ડાઉનલોડ કરો',
  bring: 'આર્કાઇવ પાછું લાવો',
  bringDetail:
    'આર્કાઇવ અહીં નાખો. તેની ફાઇલો ફરી વંચાય છે, અને પડતર તથા નિર્ણયો પાછા આવે છે. બે વાર નાખવાથી કંઈ બદલાતું નથી, અને ત્યાર પછી અહીં તમે જે નક્કી કર્યું તે રહે છે.',
  bringLarge: '100 MB થી મોટું આર્કાઇવ એક વારમાં મોકલી શકાતું નથી. તેને ખોલો અને તેની ફાઇલો એક એક કરીને નાખો.',
  toFiles: 'ફાઇલો જુઓ',
}
