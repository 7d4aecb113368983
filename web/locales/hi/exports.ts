import type { exports as english } from '../en/exports'
import { formatCount } from '../format'
import type { Words } from '../words'

const files = (count: number) => `${formatCount(count)} ${count === 1 ? 'फ़ाइल' : 'फ़ाइलें'}`

export const exports: Words<typeof english> = {
  title: 'एक्सपोर्ट',
  lead: 'आपका डेटा आपका है: जब चाहें निकाल लें, टेबल के रूप में या सब एक साथ।',
  tables: 'टेबल',
  tablesDetail: 'Excel या Google Sheets के लिए CSV फ़ाइलें। रकम रुपये में, तारीख साल-महीना-दिन में।',
  download: (name: string) => `CSV डाउनलोड करें: ${name}`,
  table: {
    pnl: { name: 'मुनाफ़ा-नुकसान', detail: 'इन दिनों का हिसाब, जैसा उसकी स्क्रीन दिखाती है' },
    orders: { name: 'ऑर्डर', detail: 'इन दिनों के ऑर्डर, और हर सब-ऑर्डर कहाँ पहुँचा' },
    settlements: {
      name: 'सेटलमेंट',
      detail: 'इन दिनों में मिले पेमेंट की हर लाइन, हर हिस्से के साथ',
    },
    payouts: { name: 'पेआउट', detail: 'हर पेमेंट के दिन बैंक में कितना आया' },
    ads: { name: 'विज्ञापन', detail: 'विज्ञापन की हर लाइन, चलने या कटने के दिन से' },
    returns: { name: 'रिटर्न', detail: 'वे पार्सल जिनका रिटर्न इन दिनों में बना' },
    claims: { name: 'क्लेम', detail: 'इन दिनों में डाले टिकट, और उनका क्या हुआ' },
    discrepancies: { name: 'गड़बड़ियाँ', detail: 'इन दिनों के ऑर्डर में आज जो गड़बड़ियाँ हैं, और आपके फ़ैसले' },
    costs: { name: 'लागत', detail: 'हर SKU की लागत, किस दिन से; वापस डाली जा सकती है' },
  },
  groups: { month: 'महीने', day: 'दिन', sku: 'SKU' },
  archive: 'सब कुछ एक आर्काइव में',
  archiveDetail:
    'एक ZIP, जिसमें आपकी भेजी हर फ़ाइल जैसी की तैसी, आपकी लागत, मासिक खर्च और फ़ैसले, और सारी लाइनें CSV में। इसे सँभालकर रखें: जिसके पास यह है, वह इसे पढ़ सकता है।',
  archiveSize: (count: number, megabytes: string) => `${files(count)}, ${megabytes} MB`,
  archiveWithoutRows: 'आपकी लाइनें एक आर्काइव के लिए बहुत ज़्यादा हैं, इसलिए CSV टेबल उसमें नहीं होंगी।',
  archiveAction: 'आर्काइव डाउनलोड करें',
  bring: 'आर्काइव वापस लाएँ',
  bringDetail:
    'आर्काइव यहाँ डालें। उसकी फ़ाइलें फिर से पढ़ी जाती हैं, और लागत व फ़ैसले लौट आते हैं। दो बार डालने से कुछ नहीं बदलता, और तब से यहाँ जो आपने तय किया वह बना रहता है।',
  bringLarge: '100 MB से बड़ा आर्काइव एक बार में नहीं भेजा जा सकता। उसे खोलें और उसकी फ़ाइलें एक-एक करके डालें।',
  toFiles: 'फ़ाइलें देखें',
}
