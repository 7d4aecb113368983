import type { money as english } from '../en/money'
import { formatCount, formatDay, formatMonth, formatRate } from '../format'
import type { Words } from '../words'

/** How far a month has come. */
export const money: Words<typeof english> = {
  maturity: {
    label: (month: string) => `${formatMonth(month)} कहाँ तक पहुँचा`,
    settled: (bps: number) => `${formatRate(bps)} सेटल हुआ`,
    final: (bps: number) => `${formatRate(bps)} सब-ऑर्डर का फ़ैसला हो गया`,
    unknown: 'कितना सेटल हुआ, अभी पता नहीं',
    safe: (day: string) => `${formatDay(day)} से भरोसे लायक`,
    safeFrom: (day: string) => `${formatDay(day)} से भरोसे लायक होगा`,
    noSafe: 'कब भरोसे लायक होगा, यह अभी किसी पिछले महीने से पता नहीं चलता',
    range: 'इसका सेटलमेंट आखिर में इनके बीच हो सकता है:',
    and: 'और',
    learned: (months: number, within: number, tested: number) =>
      `${formatCount(months)} महीनों से सीखा, पिछली ${formatCount(tested)} जाँचों में से ${formatCount(within)} सही निकलीं`,
    learnedOnly: (months: number) => `${formatCount(months)} महीनों से सीखा, जाँचने के लिए महीने कम हैं`,
    noRange: 'दायरा बताने के लिए पिछले महीने कम हैं',
    profitRange: 'इसका नेट मुनाफ़ा आखिर में इनके बीच हो सकता है:',
    running: 'आखिर में कितना होगा, यह महीना पूरा होने पर बताया जाएगा',
    noProfit: {
      counting: 'इसका नेट मुनाफ़ा अभी गिना जा रहा है',
      costs_unknown:
        'जब तक माल की लागत या पैकिंग में कुछ भरना बाकी है, नेट मुनाफ़े का दायरा नहीं बताया जा सकता',
      gst_unknown: 'जब तक किसी लाइन की GST दर पता नहीं, नेट मुनाफ़े का दायरा नहीं बताया जा सकता',
      earlier_unknown:
        'पिछले महीनों की कोई लागत या GST दर पता नहीं, इसलिए नेट मुनाफ़े का दायरा नहीं बताया जा सकता',
    },
    notUpToDate: 'अभी डाली गई फ़ाइलें जाँची जा रही हैं',
    end: '।',
  },
}
