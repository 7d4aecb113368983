import type { profit as english } from '../en/profit'
import { formatCount } from '../format'
import type { Words } from '../words'

const countUnits = (count: number) => `${formatCount(count)} पीस`
const lines = (count: number) => `${formatCount(count)} ${count === 1 ? 'लाइन' : 'लाइनें'}`

export const profit: Words<typeof english> = {
  title: 'मुनाफ़ा',
  print: 'प्रिंट / PDF',
  groupLabel: 'कैसे दिखाएँ',
  groups: { total: 'वॉटरफ़ॉल', month: 'महीने', day: 'दिन', sku: 'SKU' },
  noSku: 'बिना SKU (विज्ञापन और बाकी)',
  line: 'लाइन',
  amount: 'रकम',
  share: 'नेट बिक्री का %',
  costMissing: 'लागत नहीं भरी',
  costMissingDetail: 'इन दिनों के माल की कोई लागत नहीं भरी है, इसलिए यह लागत घटाए बिना मुनाफ़ा है।',
  costs: {
    missingFor: (skus: number | null, units: number) =>
      skus === null
        ? `${countUnits(units)} की लागत नहीं भरी`
        : `${formatCount(skus)} SKU, ${countUnits(units)} की लागत नहीं भरी`,
    missingForDetail: 'उनकी लागत नेट मुनाफ़े में से नहीं घटी है।',
    unpacked: (units: number) => `${countUnits(units)} की पैकिंग का खर्च पता नहीं`,
    unpackedDetail: 'वह नेट मुनाफ़े में से नहीं घटा है।',
    enter: 'लागत भरें',
    counting: {
      title: 'लागत का हिसाब हो रहा है',
      detail: 'फ़ाइलें या लागत अभी-अभी बदली हैं। इन आँकड़ों में सब कुछ अभी नहीं आया है।',
    },
    notThen: {
      title: 'लागत के बिना',
      detail:
        'बीते दिन के हिसाब से इतने सारे सब-ऑर्डर की लागत नहीं निकाली जा सकती, इसलिए यह लागत घटाए बिना मुनाफ़ा है।',
    },
  },
  bridge: {
    title: 'दोनों मुनाफ़े अलग क्यों हैं',
    lead: 'इन दिनों के लिए, ऑर्डर की तारीख के मुनाफ़े से पेमेंट की तारीख के मुनाफ़े तक।',
    order: 'ऑर्डर की तारीख से मुनाफ़ा',
    payment: 'पेमेंट की तारीख से मुनाफ़ा',
    items: {
      settled_for_earlier_orders: 'पहले के ऑर्डर, इन दिनों में सेटल',
      settled_for_later_orders: 'बाद के ऑर्डर, इन दिनों में सेटल',
      settled_for_undated_orders: 'बिना तारीख के ऑर्डर, इन दिनों में सेटल',
      settled_later: 'इन दिनों के ऑर्डर, बाद में सेटल',
      settled_earlier: 'इन दिनों के ऑर्डर, पहले सेटल',
      ordered_not_settled: 'इन दिनों के ऑर्डर, अभी सेटल नहीं हुए',
      ads_run_earlier: 'पहले चले विज्ञापन, इन दिनों में कटे',
      ads_deducted_later: 'इन दिनों के विज्ञापन, बाद में कटे',
      ads_deducted_earlier: 'इन दिनों के विज्ञापन, पहले कटे',
      cost_of_earlier_orders: 'पहले के ऑर्डर की लागत, इन दिनों में गिनी',
      cost_counted_later: 'इन दिनों के ऑर्डर की लागत, बाद में गिनी',
      cost_counted_earlier: 'इन दिनों के ऑर्डर की लागत, पहले गिनी',
    },
  },
  waterfallCaption: 'कुल बिक्री से मुनाफ़े तक',
  tableCaption: 'मुनाफ़ा-नुकसान',
  showMore: (count: number) => `${formatCount(count)} और दिखाएँ`,
  undated: (count: number) =>
    `${lines(count)} बिना ऑर्डर की तारीख के, इसलिए किसी दिन में नहीं रखी जा सकतीं:`,
  empty: 'इन दिनों में कोई पैसा नहीं',
}
