import type { tax as english } from '../en/tax'
import { formatCount } from '../format'
import type { Words } from '../words'

const rows = (count: number) => `${formatCount(count)} ${count === 1 ? 'लाइन' : 'लाइनें'}`
const ofRows = (count: number) => `${formatCount(count)} ${count === 1 ? 'लाइन' : 'लाइनों'}`

export const tax: Words<typeof english> = {
  title: 'टैक्स',
  lead: 'आपसे कितना टैक्स काटा गया, और क्या भरना है, आपकी अपनी फ़ाइलों से।',
  financialYear: (year: number) => `FY ${year}–${String((year + 1) % 100).padStart(2, '0')}`,
  year: 'वित्त वर्ष',
  month: 'महीना',
  kindLabel: 'काटा गया टैक्स',
  kinds: { tcs: 'TCS', tds: 'TDS' },
  register: {
    tcs: 'काटा गया TCS, पेमेंट के महीने से',
    tds: 'काटा गया TDS, पेमेंट के महीने से',
    credit: {
      'gstr-2b-cash-ledger':
        'यह आपका ही है: GSTR-2B में दिखता है, और आपके स्वीकार करने पर इलेक्ट्रॉनिक कैश लेजर में।',
      'form-26as': 'यह आपका ही है: Form 26AS में दिखता है, और आपके इनकम टैक्स में गिना जाता है।',
    },
    month: 'पेमेंट का महीना',
    taxable: 'टैक्सेबल वैल्यू',
    rate: 'दर',
    due: 'इस दर से टैक्स',
    withheld: 'काटा गया',
    difference: 'फ़र्क',
    reported: 'GST रिपोर्ट, वही महीना',
    reportedTaxable: 'टैक्सेबल, GST रिपोर्ट',
    reportedDue: 'टैक्स, GST रिपोर्ट',
    ratesFrom: (rate: string, day: string) => `${day} से ${rate}`,
    moreThanRounding: 'राउंडिंग से ज़्यादा',
    rounding: 'राउंडिंग जितना ही',
    lines: rows,
    withoutRate: 'कुछ लाइनों की GST दर नहीं है, इसलिए उन पर कितना टैक्स कटना था, पता नहीं।',
    reportNote:
      'GST रिपोर्ट में उस महीने की सप्लाई होती है और पेमेंट बाद में आते हैं, इसलिए ये दोनों समय की वजह से अलग होते हैं। Meesho TCS, GST रिपोर्ट से भरता है।',
    withoutValue: (count: number) =>
      `GST रिपोर्ट की ${ofRows(count)} में फ़ाइल में वैल्यू नहीं है; ये किसी जोड़ में नहीं हैं।`,
    open: (month: string) => `${month} के खाने खोलें`,
    empty: (year: string) => `${year} का कोई पेमेंट यहाँ नहीं है`,
    emptyDetail: 'इन महीनों की Payments to Date फ़ाइलें डालें, या दूसरा साल चुनें।',
    show: (year: string) => `${year} दिखाएँ`,
  },
  gst: {
    title: 'आपकी सप्लाई पर GST',
    byLabel: 'किस हिसाब से',
    by: { rate: 'दर', state: 'राज्य', hsn: 'HSN' },
    noHsn: 'HSN नहीं',
    noState: 'राज्य नहीं',
    sales: 'बिक्री',
    returns: 'रिटर्न',
    net: 'नेट टैक्सेबल',
    tax: 'टैक्स',
    quantity: 'पीस',
    rows: 'लाइनें',
    rowCounts: (sales: number, returns: number) =>
      `${formatCount(sales)} बिक्री, ${formatCount(returns)} रिटर्न`,
    open: (name: string) => `${name} की लाइनें`,
    rounding: 'हर आँकड़ा बिना राउंड किए जोड़ा जाता है, और आखिर में एक ही बार पैसे तक राउंड होता है।',
    empty: (month: string) => `${month} की GST रिपोर्ट अभी नहीं है`,
    emptyDetail:
      'सप्लायर पैनल में: Payments, Download, GST Report। महीना चुनें और ZIP जैसी मिले वैसी ही डालें।',
    add: 'फ़ाइलें डालें',
    show: (month: string) => `${month} दिखाएँ`,
    noSales: 'इस महीने के रिटर्न हैं पर बिक्री नहीं: भरने का नेट आँकड़ा यह नहीं है।',
    noReturns: 'इस महीने के रिटर्न नहीं हैं। अगर हुए थे, तो पूरी ZIP डालें।',
    withoutValue: (count: number) =>
      `${ofRows(count)} की फ़ाइल में वैल्यू नहीं है: जब तक किसी बाद की फ़ाइल में न आए, किसी जोड़ में नहीं।`,
    withoutRate: (count: number) => `${ofRows(count)} की GST दर नहीं है: किसी जोड़ में नहीं।`,
    truncated: (count: number) =>
      `${ofRows(count)} में टैक्स सिर्फ़ पूरे रुपयों में लिखा है: इसलिए टैक्स, वैल्यू और दर से निकाला गया है।`,
  },
  file: {
    title: 'क्या भरना है',
    lead: 'स्प्रेडशीट में टेबल, फ़ॉर्म के ही शब्दों में। अपने अकाउंटेंट के साथ जाँच लें।',
    gstin: 'GSTIN',
    choose: 'GSTIN चुनें',
    noGstin:
      'GST रिपोर्ट में आपका GSTIN नहीं लिखा है, इसलिए आपके राज्य के अंदर और बाहर की सप्लाई अलग नहीं की जा सकती।',
    tables: {
      '7': 'GSTR-1 टेबल 7: राज्य और दर के हिसाब से बिक्री',
      '8': 'GSTR-1 टेबल 8: शून्य दर वाली और टैक्स से छूट वाली',
      '12': 'GSTR-1 टेबल 12: HSN के हिसाब से',
      '13': 'GSTR-1 टेबल 13: जारी किए गए दस्तावेज़',
      '14': 'GSTR-1 टेबल 14: मार्केटप्लेस से हुई बिक्री',
    },
    gstr3b: 'GSTR-3B टेबल 3.1: बाहर की ओर सप्लाई (outward)',
    documentsNote: 'टेबल 13 के लिए उस महीने की Tax Invoice ZIP चाहिए।',
    operatorNote: 'टेबल 14 में मार्केटप्लेस का GSTIN चाहिए, जो कुछ लाइनों में नहीं लिखा है: उसके बिल से देखकर भरें।',
  },
  rows: {
    title: 'GST की लाइनें',
    up: 'टैक्स',
    direction: 'रिपोर्ट',
    directions: { sales: 'बिक्री', returns: 'रिटर्न' },
    subOrder: 'सब-ऑर्डर',
    orderedOn: 'ऑर्डर की तारीख',
    rate: 'दर',
    state: 'राज्य',
    hsn: 'HSN',
    quantity: 'पीस',
    taxable: 'टैक्सेबल वैल्यू',
    noValue: 'फ़ाइल में वैल्यू नहीं',
    cut: 'फ़ाइल में टैक्स सिर्फ़ पूरे रुपयों में',
    filter: (parts: readonly string[]) => parts.join(' · '),
    empty: 'ऐसी कोई लाइन नहीं',
  },
}
