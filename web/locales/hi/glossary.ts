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
const ORDERS = 'ऑर्डर'
const RETURNS = 'रिटर्न'
const CLAIMS = 'क्लेम'
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
  cancelled: { what: 'भेजने से पहले ही रुक गया।', files: BOTH },
  open: { what: 'ग्राहक की तरफ़ रास्ते में है, और अभी कुछ लेट नहीं हुआ।', files: BOTH },
  rto: {
    what: 'डिलीवर ही नहीं हुआ, और आपके पास लौट आया या लौट रहा है। Meesho इसकी फ़ीस नहीं लेता।',
    files: `${BOTH}, ${RETURNS}`,
  },
  returned: {
    what: 'डिलीवर हुआ, फिर ग्राहक ने लौटा दिया। ऑर्डर की फ़ाइल में Delivered ही लिखा रहता है, इसलिए यह पेमेंट, रिटर्न और GST की फ़ाइलों से पता चलता है।',
    files: `${PAYMENTS}, ${RETURNS}, GST रिपोर्ट`,
  },
  exchanged: { what: 'ग्राहक के दरवाज़े पर दूसरे पीस से बदला गया।', files: BOTH },
  lost: { what: 'कूरियर ने पार्सल खो दिया।', files: `${BOTH}, ${RETURNS}` },
  awaiting: {
    what: 'डिलीवर हुआ, पेमेंट नहीं मिला, और पैसा आने का दिन अभी नहीं आया।',
    files: BOTH,
  },
  promised: {
    what: 'पेमेंट अभी नहीं मिला, और सबसे नई आउटस्टैंडिंग फ़ाइल में है: Meesho का अनुमान, पैसा नहीं।',
    files: 'आउटस्टैंडिंग पेमेंट',
  },
  overdue: {
    what: 'डिलीवर हुआ, पैसा आने का दिन निकल गया, कुछ नहीं मिला और कोई वादा भी नहीं है।',
    formula:
      'आने का दिन = ऑर्डर का दिन + वे दिन जिनमें आपके अपने 100 में से 99 ऑर्डर का पेमेंट मिला (50 ऑर्डर पता होने तक 21) + 2',
    files: BOTH,
  },
  paid: { what: 'डिलीवर हुआ और सेटल हो गया।', files: PAYMENTS },
  unknown: {
    what: 'ऐसा स्टेटस जो हमने कभी नहीं देखा। वैसा ही दिखाया जाता है, अंदाज़ा नहीं लगाया जाता।',
    files: BOTH,
  },
}

/** What is looked for in each row, and how much is at stake. */
const RULES: Readonly<Record<keyof typeof cases.rules, Said>> = {
  settlement_does_not_add_up: {
    what: 'पेमेंट की लाइन के हिस्से जोड़ने पर उसका सेटलमेंट नहीं बनता, Meesho के किसी भी फ़ॉर्मूले से।',
    formula: 'Final Settlement Amount − उसके फ़ॉर्मूले के 18 हिस्से',
    files: PAYMENTS,
  },
  tcs_rate: {
    what: 'TCS उस दिन लागू दर से 2 पैसे से ज़्यादा अलग है।',
    formula: 'TCS − दर × टैक्सेबल वैल्यू',
    files: PAYMENTS,
  },
  tds_rate: {
    what: 'TDS उस दिन लागू दर से 2 पैसे से ज़्यादा अलग है।',
    formula: 'TDS − दर × टैक्सेबल वैल्यू',
    files: PAYMENTS,
  },
  commission_rate: {
    what: 'कमीशन उसी लाइन में लिखे प्रतिशत से अलग है।',
    formula: 'कमीशन − कमीशन % × नेट बिक्री',
    files: PAYMENTS,
  },
  delivered_not_paid: {
    what: 'डिलीवर हुआ सब-ऑर्डर लेट है।',
    formula: 'बिक्री × इस SKU की बिक्री का जितना हिस्सा आम तौर पर सेटल होता है',
    files: BOTH,
  },
  rto_charged: {
    what: 'जो पार्सल डिलीवर ही नहीं हुआ, उसका पैसा काटा गया।',
    files: PAYMENTS,
  },
  return_charge_without_return: {
    what: 'रिटर्न शिपिंग काटी गई, और किसी फ़ाइल में नहीं लिखा कि कुछ वापस आया।',
    files: `${PAYMENTS}, ${RETURNS}`,
  },
  return_charged_twice: {
    what: 'एक ही सब-ऑर्डर की रिटर्न शिपिंग एक से ज़्यादा बार काटी गई।',
    formula: 'पहली छोड़कर रिटर्न की सारी कटौतियाँ',
    files: PAYMENTS,
  },
  shipping_charge_jump: {
    what: 'एक पीस की शिपिंग इस SKU की आम शिपिंग से डेढ़ गुना या उससे ज़्यादा है।',
    formula: 'कटौती − इस SKU की आम कटौती, 5 लाइनों से पता चलती है',
    files: PAYMENTS,
  },
  recovery_without_reason: {
    what: 'Meesho ने पैसा वापस काट लिया और कारण नहीं बताया।',
    files: PAYMENTS,
  },
  return_lost_uncompensated: {
    what: 'वापस आता पार्सल खो गया, और 30 दिन में उसका कोई पैसा नहीं आया।',
    files: `${RETURNS}, ${PAYMENTS}`,
  },
  return_overdue: {
    what: 'पार्सल 21 दिन से ज़्यादा से वापसी के रास्ते में है।',
    files: RETURNS,
  },
  claim_approved_not_credited: {
    what: 'क्लेम मंज़ूर हुआ, और 14 दिन में कोई पैसा नहीं आया।',
    formula: 'टिकट में लिखी रकम',
    files: `${CLAIMS}, ${PAYMENTS}`,
  },
  lost_uncompensated: {
    what: 'पार्सल ग्राहक तक जाते हुए खो गया, और 30 दिन में कोई पैसा नहीं आया।',
    files: BOTH,
  },
  claim_window_closing: {
    what: 'रिटर्न पिछले सात दिनों में वापस आया और क्लेम नहीं किया गया: अभी क्लेम कर सकते हैं।',
    files: `${RETURNS}, ${CLAIMS}`,
  },
  order_unknown: {
    what: 'ऐसे सब-ऑर्डर का पैसा जो आपकी किसी ऑर्डर फ़ाइल में नहीं है। कुछ खोया नहीं है; उस महीने की ऑर्डर फ़ाइल डालें।',
    files: BOTH,
  },
}

const words: readonly GlossaryEntry[] = [
  {
    id: 'sub-order',
    name: 'सब-ऑर्डर',
    what: 'ग्राहक के ऑर्डर की एक प्रोडक्ट लाइन, जैसे 258066903826327774_1। सब कुछ इसी से गिना जाता है।',
  },
  {
    id: 'settlement-line',
    name: 'सेटलमेंट लाइन',
    what: 'पेमेंट की फ़ाइल की एक लाइन। एक सब-ऑर्डर की कई हो सकती हैं: डिलीवरी, बाद में रिटर्न, फिर क्लेम।',
  },
  {
    id: 'payout',
    name: 'पेआउट',
    what: 'एक पेमेंट के दिन बैंक में जितना आया। इसमें कई सब-ऑर्डर के सेटलमेंट होते हैं।',
  },
  {
    id: 'basis',
    name: 'ऑर्डर की तारीख और पेमेंट की तारीख',
    what: 'पैसा गिनने के दो तरीके: ऑर्डर के दिन से, या पेमेंट मिलने के दिन से। दोनों सही हैं, फ़र्क सिर्फ़ समय का है।',
  },
  {
    id: 'bridge',
    name: 'दोनों मुनाफ़ों के बीच का हिसाब',
    what: 'ऑर्डर की तारीख और पेमेंट की तारीख के मुनाफ़े में फ़र्क क्यों है, उसके कारणों की लिस्ट। इनका जोड़ ठीक फ़र्क के बराबर है।',
  },
  {
    id: 'maturity',
    name: 'महीना कहाँ तक पहुँचा',
    what: 'महीने का कितना हिस्सा पक्का हो चुका है: रिटर्न और पेमेंट महीना खत्म होने के बाद भी हफ़्तों तक आते रहते हैं।',
  },
  {
    id: 'customer-return',
    name: 'कस्टमर रिटर्न और RTO',
    what: 'कस्टमर रिटर्न डिलीवर होकर लौटता है, और उसमें रिटर्न शिपिंग लगती है। RTO डिलीवर ही नहीं होता, और उसमें वह नहीं लगती।',
  },
  {
    id: 'claim-window',
    name: 'क्लेम का समय',
    what: 'रिटर्न मिलने के बाद के सात दिन, जिनमें गलत या टूटे-फूटे पार्सल का क्लेम कर सकते हैं।',
  },
  {
    id: 'discrepancy',
    name: 'गड़बड़ी',
    what: 'जो आना चाहिए था और जो सेटल हुआ, वे मेल नहीं खाते। हर एक की रकम, सबूत और अगला कदम लिखा है।',
  },
  {
    id: 'held-back',
    name: 'रोकी गई',
    what: 'ऐसी रिपोर्ट जिसमें पैसे का कोई कॉलम हम नहीं जानते। जब तक समझ न आए, उसका कुछ भी नहीं गिना जाता।',
  },
  {
    id: 'undo',
    name: 'वापस लें',
    what: 'फ़ाइल को वापस निकालता है: उससे जो कुछ आया था, हर आँकड़े से हट जाता है।',
  },
  {
    id: 'gst',
    name: 'GST, TCS और TDS',
    what: 'GST आपकी कीमतों के अंदर है और सरकार का है। TCS काटा गया GST है, TDS काटा गया इनकम टैक्स (धारा 194-O): दोनों आपके टैक्स रिटर्न से वापस आते हैं।',
  },
]

export const glossary: Words<typeof english> = {
  title: 'शब्दों का मतलब',
  lead: 'हर आँकड़े और शब्द का मतलब, वह कैसे निकला, और किन फ़ाइलों से।',
  search: 'शब्द या आँकड़ा खोजें',
  found: (count: number) => `${count} मिले`,
  none: 'ये शब्द कहीं नहीं मिले',
  noneDetail: 'छोटा शब्द लिखें, या खोज हटाएँ।',
  clear: 'खोज हटाएँ',
  formula: 'कैसे निकला',
  files: 'किस फ़ाइल से',
  link: (name: string) => `${name} का लिंक`,
  toHelp: 'हर फ़ाइल कहाँ मिलेगी',
}

export const glossaryParts: readonly GlossaryPart[] = [
  { title: 'आँकड़े', entries: glossaryEntries(undefined, NAMES, definitions) },
  { title: 'शब्द', entries: words },
  { title: 'सब-ऑर्डर कहाँ पहुँचा', entries: glossaryEntries('bucket', cases.buckets, BUCKETS) },
  { title: 'क्या-क्या गड़बड़ हो सकती है', entries: glossaryEntries('rule', cases.rules, RULES) },
]
