import type { pages as english } from '../en/pages'
import { formatCount } from '../format'
import type { Words } from '../words'

const subOrders = (count: number) => `${formatCount(count)} सब-ऑर्डर`
const lines = (count: number) => `${formatCount(count)} ${count === 1 ? 'लाइन' : 'लाइनें'}`

export const pages: Words<typeof english> = {
  overview: {
    toOrders: 'हर सब-ऑर्डर कहाँ पहुँचा',
    title: 'एक नज़र में',
    costNote: 'लागत नहीं भरी',
    settled: (percent: string) => `${percent} सेटल हुआ`,
    subOrders,
    rto: (percent: string) => `RTO ${percent}`,
    returned: 'रिटर्न',
    allFine: 'सारी फ़ाइलें पढ़ ली गईं',
    attentionNote: 'देखें क्या और क्यों',
    attentionFine: 'कुछ नहीं',
    trend: 'समय के साथ',
    trendMetric: 'कौन-सा आँकड़ा दिखाएँ',
    trendByDay: 'दिन के हिसाब से',
    trendByMonth: 'महीने के हिसाब से',
    flow: 'पैसा कहाँ गया',
    flowMore: 'हर लाइन देखें',
    attention: 'इन पर ध्यान दें',
    welcome: 'देखते हैं, आपने कितना कमाया',
    welcomeLead: 'सप्लायर पैनल से तीन डाउनलोड काफ़ी हैं। या पहले सैंपल डेटा से घूमकर देख लें।',
    emptyPeriod: 'इन दिनों में कुछ नहीं है',
    emptyPeriodDetail: 'इन दो तारीखों के बीच कोई पैसा नहीं है। दूसरी तारीखें चुनें।',
    emptyPeriodJump: (month: string) => `${month} दिखाएँ`,
    working: 'आपकी फ़ाइलें पढ़ी जा रही हैं',
    workingDetail: 'पहले आँकड़े यहाँ अपने आप आ जाएँगे।',
    actions: {
      wrong: (kind: string, count: number) => `${kind} (${formatCount(count)})`,
      unproven: (count: number) =>
        `जो पेमेंट नहीं मिले, उनमें से ${formatCount(count)} शायद आ चुके हों: पेमेंट की फ़ाइलें डालें`,
      allWrong: 'सारी गड़बड़ियाँ',
      failed: (name: string) => `${name} पढ़ी नहीं जा सकी`,
      quarantined: (name: string) => `${name} रोकी गई है`,
      unrecognised: (name: string) => `${name} पहचानी नहीं गई`,
      rejected: (count: number, name: string) =>
        `${name} की ${lines(count)} ${count === 1 ? 'गिनी नहीं गई' : 'गिनी नहीं गईं'}`,
      unexplained: 'वह सेटलमेंट जिसका हिसाब Meesho के अपने फ़ॉर्मूले से नहीं मिलता',
      undated: (count: number) => `${lines(count)} बिना ऑर्डर की तारीख के`,
      gstUnknown: (count: number) => `${lines(count)} बिना GST दर के`,
    },
  },
  settlements: {
    title: 'सेटलमेंट',
    search: 'सब-ऑर्डर या SKU खोजें',
    status: 'स्टेटस',
    allStatuses: 'सारे स्टेटस',
    statuses: ['Delivered', 'Return', 'RTO', 'Exchange', 'Lost', 'Cancelled', 'Shipped'],
    noStatus: 'एडजस्टमेंट',
    sku: 'SKU',
    paidOn: 'पेमेंट की तारीख',
    orderedOn: 'ऑर्डर की तारीख',
    subOrder: 'सब-ऑर्डर',
    quantity: 'पीस',
    sale: 'बिक्री',
    settlement: 'सेटलमेंट',
    empty: 'ऐसी कोई सेटलमेंट लाइन नहीं है',
    emptyDetail: 'दूसरी तारीखें चुनें, या खोज हटाएँ।',
    clear: 'फ़िल्टर हटाएँ',
    sortBy: (column: string) => `${column} के हिसाब से लगाएँ`,
    order: 'क्रम',
    sorts: {
      '-paidOn': 'नए पहले',
      paidOn: 'पुराने पहले',
      '-settlement': 'सबसे ज़्यादा सेटलमेंट',
      settlement: 'सबसे कम सेटलमेंट',
      '-sale': 'सबसे ज़्यादा बिक्री',
      sale: 'सबसे कम बिक्री',
    },
  },
  source: {
    row: (row: number) => `लाइन ${formatCount(row)}`,
  },
}
