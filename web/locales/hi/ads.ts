import type { ads as english } from '../en/ads'
import { formatCount, formatDay } from '../format'
import type { Words } from '../words'

export const ads: Words<typeof english> = {
  title: 'विज्ञापन',
  basis: { order: 'जिन दिनों विज्ञापन चले', payment: 'जिन दिनों पैसे कटे' },
  deductedTo: (day) => `${formatDay(day)} तक के विज्ञापन कटे हैं`,
  neverDeducted: 'अभी किसी फ़ाइल में विज्ञापन की कोई लाइन नहीं है',
  noSheets: 'अभी तक Ads Cost शीट नहीं आई',
  noSheetsDetail: 'विज्ञापन चले या नहीं, यह पता नहीं। यह शीट Payments to Date में होती है।',
  toFiles: 'फ़ाइलें डालें',
  none: 'इन दिनों कोई विज्ञापन नहीं',
  noneDetail: (day) => `आपकी फ़ाइलों में ${formatDay(day)} तक के विज्ञापन हैं। दूसरे दिन चुनें।`,
  tiles: {
    gst: 'इसमें GST',
    credits: 'क्रेडिट मिला',
    of: 'नेट बिक्री',
    allSales: 'सारी बिक्री, सारे विज्ञापन के सामने',
  },
  parts: {
    title: 'विज्ञापन में कितना गया',
    unexplained: 'जिसका हिसाब लाइनों से नहीं मिला',
    total: 'कटे',
    lasting: 'वापस आने वाला GST घटाकर',
    rows: (count) => `${formatCount(count)} ${count === 1 ? 'लाइन' : 'लाइनें'}`,
  },
  breakEven: {
    title: 'क्या विज्ञापन का खर्च निकला?',
    sentence: (must, brought) =>
      `विज्ञापन के हर ₹1 पर ${must} की बिक्री होनी चाहिए; हुई ${brought} की।`,
    only: (brought) => `विज्ञापन के हर ₹1 पर ${brought} की बिक्री हुई।`,
    reached: 'निकला',
    missed: 'नहीं निकला',
    margin: (share) => `विज्ञापन से पहले आपकी बिक्री में से ${share} बचता है।`,
    known: (known, all, share) =>
      `यह ${formatCount(all)} में से उन ${formatCount(known)} SKU से निकला है जिनकी लागत पता है: नेट बिक्री का ${share}।`,
    whole: 'हर SKU की लागत पता है।',
    gst: (rupees) => `हर ₹1 में से ${rupees} GST है, जो आपको वापस मिलता है।`,
    assumption:
      'सारी बिक्री को सारे विज्ञापन के सामने रखा है, क्योंकि कौन-सी बिक्री विज्ञापन से हुई, यह कोई नहीं बता सकता।',
    states: {
      counting: 'लागत गिनी जा रही है। कितनी बिक्री चाहिए, यह अभी थोड़ी देर में पता चलेगा।',
      no_costs: 'जब तक आप SKU की लागत नहीं भरते, कितनी बिक्री चाहिए, यह पता नहीं।',
      loss: 'विज्ञापन से पहले ही बिक्री में कुछ नहीं बचता, इसलिए कोई बिक्री विज्ञापन का खर्च नहीं निकाल सकती।',
      too_many: 'एक जवाब के लिए SKU बहुत ज़्यादा हैं। कम दिन चुनें।',
      no_ads: 'इन दिनों विज्ञापन का कोई पैसा नहीं कटा।',
    },
    toCosts: 'लागत भरें',
  },
  chart: { title: 'विज्ञापन', byDay: 'दिन के हिसाब से', byMonth: 'महीने के हिसाब से' },
  campaigns: {
    title: 'कैंपेन',
    lead: 'सबसे महँगे पहले। Meesho की फ़ाइलों में कैंपेन का सिर्फ़ नंबर होता है।',
    campaign: 'कैंपेन',
    unnamed: 'फ़ाइल में नंबर नहीं',
    ran: 'कब चला',
    days: (count) => `${formatCount(count)} दिन`,
    share: 'हिस्सा',
    open: (name) => `${name}: इसकी लाइनें देखें`,
  },
  orders: {
    title: 'जो ऑर्डर Meesho के मुताबिक विज्ञापन से आए',
    lead: 'आपकी फ़ाइलों के कॉलम “Order source” से। यह Meesho का कहना है: इसमें कैंपेन का नाम नहीं, और खाली खाना कुछ नहीं बताता।',
    cannot:
      'आपकी फ़ाइलें नहीं बतातीं कि कौन-से ऑर्डर विज्ञापन से आए: उनमें कॉलम “Order source” नहीं है। नई फ़ाइलों में होता है।',
    claimed: (brought) => `इस निशान के हिसाब से विज्ञापन के हर ₹1 पर ${brought} की बिक्री हुई।`,
    mark: 'ऑर्डर कहाँ से आया',
    marks: { ad: '“Ad order”', organic: '“Organic”', unmarked: 'खाली', other: 'कुछ और' },
    ordered: 'ऑर्डर',
    sold: 'सेटल हुई बिक्री',
    returned: 'रिटर्न हुए पीस',
    rto: 'RTO पीस',
    open: (mark, figure) => `${mark}, ${figure}: इसकी लाइनें देखें`,
  },
  skus: {
    title: 'विज्ञापन के बाद SKU',
    assumption:
      'यह एक अनुमान है: कोई फ़ाइल विज्ञापन को ऑर्डर से नहीं जोड़ती। किसी और स्क्रीन में यह नहीं गिना जाता।',
    byLabel: 'विज्ञापन का खर्च SKU पर कैसे बाँटें',
    by: { net_sales: 'नेट बिक्री से', ad_orders: 'विज्ञापन वाले ऑर्डर से', none: 'न बाँटें' },
    meaning: {
      net_sales: 'नेट बिक्री में SKU का जितना हिस्सा, विज्ञापन में भी उतना।',
      ad_orders: '“Ad order” लिखे ऑर्डर में SKU का जितना हिस्सा, विज्ञापन में भी उतना।',
      none: 'किसी SKU पर विज्ञापन नहीं डाला।',
    },
    unallocated: 'जो किसी SKU पर नहीं',
    sku: 'SKU',
    noSku: 'SKU नहीं',
    adOrders: 'विज्ञापन वाले ऑर्डर',
    ads: 'इसका विज्ञापन',
    afterAds: 'विज्ञापन के बाद',
    costMissing: 'लागत नहीं भरी',
    notLaid: 'नहीं बाँटा',
    counting: 'लागत गिनी जा रही है; क्या बचा, यह अभी पता नहीं।',
    empty: 'इन दिनों कोई SKU नहीं',
  },
}
