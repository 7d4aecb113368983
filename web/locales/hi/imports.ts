import type { imports as english } from '../en/imports'
import { formatCount } from '../format'
import type { Words } from '../words'

const files = (count: number) => `${formatCount(count)} ${count === 1 ? 'फ़ाइल' : 'फ़ाइलें'}`
const rows = (count: number) => `${formatCount(count)} ${count === 1 ? 'लाइन' : 'लाइनें'}`

export const imports: Words<typeof english> = {
  title: 'फ़ाइलें',
  intro:
    'सप्लायर पैनल से जो डाउनलोड किया, यहाँ डालें। किसी भी क्रम में, जितनी बार चाहें: कुछ भी दो बार नहीं गिना जाता।',
  drop: 'फ़ाइलें यहाँ छोड़ें',
  dropNow: 'जोड़ने के लिए छोड़ दें',
  choose: 'फ़ाइलें चुनें',
  accepts: 'CSV, XLSX या ZIP, हर फ़ाइल 100 MB तक',
  received: 'मिली हुई फ़ाइलें',
  older: 'पुरानी फ़ाइलें दिखाएँ',
  sent: (ended: number, all: number) => `${formatCount(all)} में से ${formatCount(ended)} फ़ाइलें हो गईं`,
  ended: {
    done: (count: number, name: string) =>
      count === 1 ? `${name} पढ़ ली गई` : `${files(count)} पढ़ ली गईं`,
    partly: (count: number, name: string) =>
      `${count === 1 ? name : `${formatCount(count)} फ़ाइलों`} का कुछ हिस्सा ही पढ़ा गया`,
    quarantined: (count: number, name: string) =>
      count === 1 ? `${name} रोकी गई है` : `${files(count)} रोकी गई हैं`,
    failed: (count: number, name: string) =>
      count === 1 ? `${name} पढ़ी नहीं जा सकी` : `${files(count)} पढ़ी नहीं जा सकीं`,
  },
  duplicate: 'यही फ़ाइल हमारे पास पहले से है। कुछ करने की ज़रूरत नहीं।',
  tooLarge: 'यह फ़ाइल 100 MB से बड़ी है।',
  state: {
    waiting: 'इंतज़ार में',
    sending: (percent: number) => `भेजी जा रही है ${percent} %`,
    storing: 'सहेजी जा रही है',
    queued: 'कतार में',
    parsing: 'पढ़ी जा रही है',
    rowsRead: (count: number) => `${rows(count)} पढ़ीं`,
    done: 'पढ़ ली',
    partly: 'कुछ हिस्सा पढ़ा',
    quarantined: 'रोकी गई',
    unrecognised: 'पहचानी नहीं गई',
    failed: 'नहीं पढ़ी जा सकी',
    refused: 'नहीं भेजी गई',
  },
  whatToDo: 'क्या करें',
  unrecognisedDetail:
    'इस तरह की फ़ाइल हम नहीं जानते, इसलिए इसका कुछ भी नहीं गिना गया। सप्लायर पैनल की ऑर्डर, पेमेंट, रिटर्न, क्लेम, GST और टैक्स इनवॉइस की फ़ाइलें समझ में आती हैं, और लागत की लिस्ट भी।',
  archive: (count: number) =>
    `यह आर्काइव है: इसमें से ${files(count)} निकालीं, साथ में लागत और आपके फ़ैसले भी।`,
  sheetsUnknown: (names: string) => `पहचानी नहीं गईं, गिनी नहीं गईं: ${names}`,
  kinds: {
    orders: 'ऑर्डर',
    'payments.orders': 'ऑर्डर के पेमेंट',
    'payments.ads': 'विज्ञापन का खर्च',
    'payments.referral': 'रेफ़रल पेमेंट',
    'payments.adjustments': 'मुआवज़ा और रिकवरी',
    outstanding: 'आउटस्टैंडिंग पेमेंट',
    'outstanding.ads': 'आउटस्टैंडिंग विज्ञापन',
    returns: 'रिटर्न',
    claims: 'क्लेम',
    'gst.sales': 'GST बिक्री',
    'gst.returns': 'GST रिटर्न माल',
    tax_invoices: 'टैक्स इनवॉइस',
    costs: 'लागत',
  },
  otherKind: 'दूसरी रिपोर्ट',
  columns: {
    new: 'नई',
    changed: 'बदली',
    same: 'वही',
    rejected: 'नहीं ली गई',
  },
  rejectedDownload: (count: number) => `${rows(count)} कारण के साथ डाउनलोड करें`,
  undo: 'वापस लें',
  undoLabel: (name: string) => `${name} वापस लें`,
  undoTitle: 'यह फ़ाइल वापस लें?',
  undoDetail: (name: string) =>
    `${name} से जो कुछ आया था, वह आपके आँकड़ों से हट जाएगा। फ़ाइल आप कभी भी फिर से डाल सकते हैं।`,
  undone: (name: string) => `${name} वापस ली गई`,
  dismiss: 'हटाएँ',
  sample: {
    action: 'सैंपल डेटा से आज़माएँ',
    busy: 'सैंपल डेटा डाला जा रहा है…',
    detail: 'एक बनावटी सेलर, तीन महीने के ऑर्डर और पेमेंट के साथ। एक क्लिक में हट जाता है।',
    loaded: 'आप सैंपल डेटा देख रहे हैं',
    remove: 'सैंपल डेटा हटाएँ',
    removeTitle: 'सैंपल डेटा हटाएँ?',
    removeDetail: 'सैंपल फ़ाइलें और उनके सारे आँकड़े आपके वर्कस्पेस से हट जाएँगे। आपकी अपनी फ़ाइलें रहेंगी।',
    removed: 'सैंपल डेटा हट गया',
    failed: 'सैंपल नहीं आ सका। फिर से कोशिश करें।',
  },
  guide: {
    title: 'फ़ाइलें कहाँ मिलेंगी',
    panel: 'Meesho सप्लायर पैनल',
    steps: {
      payments: {
        name: 'Payments to Date',
        why: 'Meesho ने हर ऑर्डर का कितना दिया और कितना काटा। यहीं से शुरू करें।',
        path: ['Payments', 'Download', 'Payments to Date'],
        hint: 'हर महीने की एक ZIP',
        gives: 'PREVIOUS_PAYMENT_….zip',
      },
      orders: {
        name: 'ऑर्डर',
        why: 'हर ऑर्डर, उसके स्टेटस, साइज़ और ग्राहक के राज्य के साथ।',
        path: ['Orders', 'Download orders data', 'By date'],
        hint: 'एक बार में एक महीने तक',
        gives: 'Orders_….csv',
      },
      outstanding: {
        name: 'आउटस्टैंडिंग पेमेंट',
        why: 'Meesho के हिसाब से जो आएगा। इसे वादे की तरह दिखाते हैं, पैसे की तरह कभी नहीं।',
        path: ['Payments', 'Download', 'Outstanding Payments'],
        hint: 'जितनी बार चाहें',
        gives: 'OUTSTANDING_PAYMENT_….xlsx',
      },
    },
  },
}
