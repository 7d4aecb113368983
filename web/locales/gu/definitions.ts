import type {
  definitionText as englishText,
  definitions as englishDefinitions,
} from '../en/definitions'
import type { Words } from '../words'

type Definition = { readonly what: string; readonly formula?: string; readonly files: string }

const PAYMENTS = 'Payments to Date (Order Payments શીટ)'
const ALL_PAYMENTS = 'Payments to Date, બધી શીટ'
const ADS_SHEET = 'Payments to Date (Ads Cost શીટ)'
const OWN_COSTS = 'તમે ભરેલી પડતર અને ખર્ચ'

function term(what: string, column: string): Definition {
  return { what, formula: `કૉલમ “${column}” નો સરવાળો`, files: PAYMENTS }
}

/** What each figure means, how it is made, and from which files. */
export const definitions: Words<typeof englishDefinitions> = {
  grossSales: term('ગ્રાહકો પાસેથી જે લેવાયું, GST અને શિપિંગ સાથે.', 'Total Sale Amount'),
  salesReturned: term('ગ્રાહકે રિટર્ન કરવાથી પાછું લેવાયેલું વેચાણ.', 'Total Sale Return Amount'),
  netSales: {
    what: 'જે વેચાણ વેચાણ જ રહ્યું.',
    formula: 'કુલ વેચાણ + રિટર્ન થયેલું વેચાણ',
    files: PAYMENTS,
  },
  fees: {
    what: 'Meesho પોતાની સેવાઓ માટે જે કંઈ કાપે છે, GST સાથે.',
    formula: 'કમિશન + પ્લેટફોર્મ ફી + ફિક્સ્ડ ફી + વેરહાઉસ + શિપિંગ + રિટર્ન શિપિંગ + સપોર્ટ + પ્રીમિયમ',
    files: PAYMENTS,
  },
  commission: term('Meesho નું કમિશન, GST સાથે.', 'Meesho Commission'),
  goldFee: term('Gold પ્રોગ્રામની ફી.', 'Meesho gold platform fee'),
  mallFee: term('Mall પ્રોગ્રામની ફી.', 'Meesho mall platform fee'),
  fixedFeeRevenue: term('દરેક ઓર્ડરની ફિક્સ્ડ ફી.', 'Fixed Fee'),
  warehousingRevenue: term('Meesho ના વેરહાઉસમાં રાખેલા માલની ફી.', 'Warehousing fee'),
  fixedFeeDeduction: term('ફોર્મ્યુલાની બહાર છાપેલી ફિક્સ્ડ ફી.', 'Fixed Fee (deduction)'),
  warehousingDeduction: term('ફોર્મ્યુલાની બહાર છાપેલી વેરહાઉસ ફી.', 'Warehousing fee (deduction)'),
  shipping: term('ગ્રાહક સુધી પહોંચાડવાનો જે ખર્ચ તમારી પાસેથી લેવાયો.', 'Shipping Charge'),
  returnShipping: term(
    'કસ્ટમર રિટર્ન પાછું લાવવાનો જે ખર્ચ તમારી પાસેથી લેવાયો. RTO માં તે લાગતો નથી.',
    'Return Shipping Charge',
  ),
  gstCompensation: term('PRP કિંમતો પર GST નો ફરક.', 'GST Compensation (PRP Shipping)'),
  supportNet: term('બીજી સપોર્ટ સર્વિસ, માફી (વેવર) પછી.', 'Net Other Support Service Charges'),
  supportGst: term('બીજી સપોર્ટ સર્વિસ પર GST.', 'GST on Net Other Support Service Charges'),
  returnPremium: term('રિટર્ન કરી શકવા માટે ગ્રાહકે જે આપ્યું.', 'Return premium'),
  returnPremiumReturn: term('પાછું આપેલું રિટર્ન પ્રીમિયમ.', 'Return premium of Return'),
  compensation: term('Meesho એ માગ્યા વગર જે પૈસા આપ્યા.', 'Compensation'),
  claims: term('મંજૂર થયેલા ક્લેમના પૈસા.', 'Claims'),
  recovery: term('Meesho એ જે પૈસા પાછા કાપી લીધા; કારણ એ જ લાઇનમાં છે.', 'Recovery'),
  taxesWithheld: {
    what: 'તમારા નામે કપાયેલો ટેક્સ. ટેક્સ રિટર્ન ભરો ત્યારે તે તમને પાછો મળે છે.',
    formula: 'TCS + TDS',
    files: PAYMENTS,
  },
  tcs: term('કપાયેલો GST, જે તમારા GST કેશ લેજરમાં જમા થાય છે.', 'TCS'),
  tds: term('કલમ 194-O હેઠળ કપાયેલો ઇન્કમ ટેક્સ.', 'TDS'),
  unexplained: {
    what: 'સેટલમેન્ટનો એ ભાગ જેનો હિસાબ લાઇનના પોતાના ભાગોથી મળતો નથી. તે હંમેશાં બતાવાય છે, ક્યાંય ભેળવાતો નથી.',
    formula: 'Final Settlement Amount − તેની ફોર્મ્યુલાના 18 ભાગ',
    files: PAYMENTS,
  },
  settlement: term('Meesho એ ઓર્ડરનું જે સેટલ કર્યું.', 'Final Settlement Amount'),
  ads: {
    what: 'જાહેરાતનો ખર્ચ GST સાથે, ક્રેડિટ બાદ કર્યા પછી.',
    formula: 'કૉલમ “Total Ads Cost” નો સરવાળો',
    files: 'Payments to Date (Ads Cost શીટ)',
  },
  referral: {
    what: 'તમે બતાવેલા સેલર જોડાય તેનું ઇનામ, ટેક્સ પછી.',
    formula: 'Net Referral Amount + Taxes',
    files: 'Payments to Date (Referral Payments શીટ)',
  },
  platformAdjustments: {
    what: 'જે પૈસા કોઈ ઓર્ડરના નથી: પ્રોગ્રામનું વળતર અને રિકવરી.',
    formula: 'કૉલમ “Amount” નો સરવાળો',
    files: 'Payments to Date (Compensation and Recovery શીટ)',
  },
  bankReceipts: {
    what: 'જે પૈસા તમારા બેંક ખાતામાં આવ્યા, કે તેમાંથી ગયા.',
    formula: 'સેટલમેન્ટ + જાહેરાત + રેફરલ પેમેન્ટ + પ્લેટફોર્મ એડજસ્ટમેન્ટ',
    files: ALL_PAYMENTS,
  },
  taxCredits: {
    what: 'TCS અને TDS તમારા જ છે: ટેક્સ રિટર્ન ભરો ત્યારે પાછા આવે છે.',
    formula: '− (TCS + TDS)',
    files: PAYMENTS,
  },
  gstOnSales: {
    what: 'તમારી કિંમતોની અંદરનો GST. તે સરકારનો છે, તમારો નહીં. GST વગરના સ્ટોર માટે શૂન્ય.',
    formula: '− ચોખ્ખું વેચાણ × દર ÷ (100 + દર), દરેક લાઇન પર, તેની પ્રોડક્ટના GST દરે',
    files: PAYMENTS,
  },
  gstCreditOnFees: {
    what: 'Meesho ની સેવાઓ પર તમે ભરેલો GST જે તમે બાદ લઈ શકો છો. GST વગરના સ્ટોર માટે શૂન્ય.',
    formula: 'ફી અને જાહેરાતના 18 ÷ 118',
    files: ALL_PAYMENTS,
  },
  cogs: {
    what: 'ગ્રાહકો પાસે રહેલા નંગ તમને કેટલામાં પડ્યા, ઓર્ડરની તારીખે લાગુ પડતર પ્રમાણે. જે SKU ની પડતર ભરી નથી તે આમાં નથી, અને તેનું નામ બતાવાય છે.',
    formula: 'એક નંગની પડતર × ગ્રાહકો પાસે રહેલા નંગ',
    files: OWN_COSTS,
  },
  packaging: {
    what: 'મોકલેલા માલનું પેકિંગ; એક્સચેન્જમાં પેકિંગ બે વાર લાગે છે.',
    formula: 'પેકિંગનો ખર્ચ × મોકલેલા નંગ',
    files: OWN_COSTS,
  },
  overheads: {
    what: 'ભાડું, પગાર અને દર મહિનાના બીજા ખર્ચ, મહિનાના દરેક દિવસ પર સરખે ભાગે વહેંચેલા.',
    files: OWN_COSTS,
  },
  netProfit: {
    what: 'વેચાણમાંથી જે બચ્યું. જે પડતર ખબર નથી તે આમાંથી બાદ થઈ નથી.',
    formula:
      'બેંકમાં આવેલા પૈસા + TCS અને TDS ની ક્રેડિટ + વેચાણ પર GST + ફી અને જાહેરાત પર GST ક્રેડિટ + માલની પડતર + પેકિંગ + માસિક ખર્ચ',
    files: ALL_PAYMENTS,
  },
  returnRate: {
    what: 'આ દિવસોના બધા નંગમાંથી ગ્રાહકોએ કેટલા પાછા મોકલ્યા.',
    formula: 'રિટર્ન થયેલા નંગ ÷ નંગ',
    files: `${PAYMENTS}, ઓર્ડર`,
  },
  rtoRate: {
    what: 'આ દિવસોના બધા નંગમાંથી કેટલા ગ્રાહક સુધી પહોંચ્યા જ નહીં અને પાછા આવ્યા.',
    formula: 'RTO નંગ ÷ નંગ',
    files: `${PAYMENTS}, ઓર્ડર`,
  },
  adsShare: {
    what: 'તમારા ચોખ્ખા વેચાણનો કેટલો ભાગ જાહેરાતમાં ગયો.',
    formula: 'જાહેરાત ÷ ચોખ્ખું વેચાણ',
    files: ALL_PAYMENTS,
  },
  adCost: {
    what: 'જાહેરાતની પોતાની કિંમત, છૂટ અને GST પહેલાં.',
    formula: 'કૉલમ “Ad Cost” નો સરવાળો',
    files: ADS_SHEET,
  },
  adCredits: {
    what: 'જાહેરાત પર Meesho એ આપેલી છૂટ.',
    formula: 'કૉલમ “Credits / Waivers / Discounts” નો સરવાળો',
    files: ADS_SHEET,
  },
  adNetCost: {
    what: 'છૂટ પછી અને GST પહેલાં જાહેરાત.',
    formula: 'કૉલમ “Ad Cost incl. Credits/Waivers/Discounts” નો સરવાળો',
    files: ADS_SHEET,
  },
  adGst: { what: 'જાહેરાત પર GST.', formula: 'કૉલમ “GST” નો સરવાળો', files: ADS_SHEET },
  adGstCredit: {
    what: 'જાહેરાતમાં લાગેલો GST જે તમને પાછો મળે છે. GST વગરના સ્ટોર માટે શૂન્ય.',
    formula: 'જાહેરાતના 18 ÷ 118',
    files: ADS_SHEET,
  },
  adSalesPerRupee: {
    what: 'જાહેરાતમાં GST સાથે કપાયેલા દરેક ₹1 સામે ચોખ્ખું વેચાણ; તેને “MER” પણ કહે છે. બધું વેચાણ બધી જાહેરાતની સામે છે, કારણ કે કયું વેચાણ જાહેરાતથી થયું તે કોઈ કહી શકે નહીં.',
    formula: 'ચોખ્ખું વેચાણ ÷ જાહેરાત, નીચેની તરફ',
    files: ALL_PAYMENTS,
  },
  adBreakEven: {
    what: 'જાહેરાતના દરેક ₹1 નો ખર્ચ કાઢવા કેટલું વેચાણ જોઈએ, એ હિસાબે કે જાહેરાત પહેલાં તમારા વેચાણમાંથી શું બચે છે. જે SKU ની પડતર ખબર નથી તે આમાં નથી, અને કેટલા છે તે બતાવ્યું છે.',
    formula:
      '(જાહેરાત − જાહેરાતનો GST જે પાછો આવે છે) ÷ જાહેરાત ÷ (જાહેરાત પહેલાં બચ્યું ÷ ચોખ્ખું વેચાણ), ઉપરની તરફ',
    files: `${ALL_PAYMENTS}, તમે ભરેલી પડતર`,
  },
  adClaimedSales: {
    what: 'જાહેરાતના દરેક ₹1 સામે એ ઓર્ડરનું ચોખ્ખું વેચાણ જેના પર Meesho “Ad order” લખે છે; તેને “ROAS” પણ કહે છે. આ Meesho નું કહેવું છે, અને તેમાં કેમ્પેઇનનું નામ નથી.',
    formula: 'નિશાનીવાળા ઓર્ડરનું ચોખ્ખું વેચાણ ÷ જાહેરાત',
    files: `${ALL_PAYMENTS}, ઓર્ડર`,
  },
  adContribution: {
    what: 'Meesho ની ફી, GST, માલની પડતર અને પેકિંગ પછી વેચાણમાંથી જે બચે છે, જાહેરાત અને માસિક ખર્ચ પહેલાં.',
    formula: 'ચોખ્ખો નફો, જાહેરાત, રેફરલ પેમેન્ટ, પ્લેટફોર્મ એડજસ્ટમેન્ટ અને માસિક ખર્ચ વગર',
    files: `${ALL_PAYMENTS}, તમે ભરેલી પડતર`,
  },
  adAllocation: {
    what: 'અંદાજથી SKU પર વહેંચેલી જાહેરાત, કારણ કે કોઈ ફાઇલ જાહેરાતને ઓર્ડર સાથે જોડતી નથી. બીજી કોઈ સ્ક્રીન પર આ ગણાતું નથી.',
    formula: '(જાહેરાત − જાહેરાતનો GST જે પાછો આવે છે) × SKU નો ભાગ, પૈસે પૈસા સુધી',
    files: `${ALL_PAYMENTS}, ઓર્ડર`,
  },
  attention: {
    what: 'જે ફાઇલો વાંચી શકાઈ નથી, રોકી રાખી છે, કે જેની અમુક લાઇનો ગણી શકાઈ નથી.',
    files: 'તમે મોકલેલી ફાઇલો',
  },
  returnsInTransit: {
    what: 'આ દિવસોમાં બનેલાં રિટર્ન પાર્સલ જે હજી તમારી તરફ રસ્તામાં છે કે ડિલિવરી માટે નીકળ્યાં છે.',
    files: 'રિટર્ન',
  },
  returnsReceived: {
    what: 'આ દિવસોમાં બનેલાં રિટર્ન પાર્સલ જે તમને પાછાં મળી ગયાં.',
    files: 'રિટર્ન',
  },
  returnsLost: {
    what: 'આ દિવસોમાં બનેલાં રિટર્ન પાર્સલ જેને Meesho ખોવાયેલાં કહે છે. ખોવાયેલા પાર્સલનું વળતર મળે છે.',
    files: 'રિટર્ન',
  },
  returnsOverdue: {
    what: 'રિટર્ન બન્યાના 21 દિવસ પછી પણ રસ્તામાં હોય તેવાં પાર્સલ.',
    files: 'રિટર્ન',
  },
  promised: {
    what: 'Meesho નો અંદાજ છે, પૈસા હજી આવ્યા નથી. તે કોઈ સરવાળામાં નથી.',
    files: 'આઉટસ્ટેન્ડિંગ પેમેન્ટ',
  },
}

export const definitionText: Words<typeof englishText> = {
  formula: 'કેવી રીતે નીકળ્યું',
  files: 'કઈ ફાઇલમાંથી',
  close: 'બંધ કરો',
  more: '“શબ્દોના અર્થ” માં ખોલો',
}
